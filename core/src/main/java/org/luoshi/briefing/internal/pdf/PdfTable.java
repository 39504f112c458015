package org.luoshi.briefing.internal.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.internal.print.Copy;

/// A ruled table, its head repeated on each page, its foot on the grid again.
final class PdfTable {

    private static final double PAD = 3;
    private static final double HAIR = 0.4;
    private static final double EDGE = 0.9;

    /// A row with more lines is divided, so that it fits a page under the head.
    private static final int MOST_LINES = 34;

    /// With more columns the type is one size smaller.
    private static final int WIDE = 6;

    private record Row(List<List<Line>> cells, int lines) {
        double height() {
            return (lines + 0.5) * Grid.TABLE_PITCH;
        }
    }

    private final Sheet sheet;
    private final Faces faces;
    private final Copy copy;
    private final Block.Table table;
    private final double size;
    private final double[] edges;
    private final Row head;
    private final List<Row> rows;
    private final List<Line> captions;

    PdfTable(Sheet sheet, Faces faces, Copy copy, Block.Table table) {
        this.sheet = sheet;
        this.faces = faces;
        this.copy = copy;
        this.table = table;
        this.size = table.columns().size() > WIDE ? Grid.SMALL_TABLE_SIZE : Grid.TABLE_SIZE;
        this.edges = edges();
        this.head = row(table.columns().stream().map(column -> copy.say(column.title())).toList(), Face.HEADING);
        this.rows = table.rows().stream()
                .map(cells -> row(cells.stream().map(copy::words).toList(), Face.BODY))
                .flatMap(row -> divided(row).stream())
                .toList();
        String caption = copy.say(table.caption());
        this.captions = caption.isEmpty() ? List.of() : captionLines(caption);
    }

    /// What must fit a page together: caption, head and the first row.
    double least() {
        double first = rows.isEmpty() ? 0 : rows.getFirst().height();
        return captions.size() * Grid.PITCH + head.height() + first;
    }

    void draw() {
        sheet.need(least());
        for (Line line : captions) {
            sheet.line(line, 0, sheet.used(), Grid.PITCH, Grid.TABLE_SIZE * 8 / 7);
            sheet.advance(Grid.PITCH);
        }
        double start = head(head);
        for (Row row : rows) {
            if (sheet.left() < row.height() - 1e-6) {
                frame(start);
                sheet.turn();
                start = head(head);
            }
            cells(row);
            sheet.advance(row.height());
            sheet.rule(0, sheet.used(), Grid.WIDTH, sheet.used(), HAIR);
        }
        frame(start);
        sheet.snap();
    }

    private List<Line> captionLines(String caption) {
        double size = Grid.TABLE_SIZE * 8 / 7;
        return new Lines(Grid.WIDTH, false).of(new Atoms(faces, size, Grid.WIDTH).add(caption, Face.NOTE).all(), 0);
    }

    private double head(Row head) {
        double start = sheet.used();
        sheet.rule(0, start, Grid.WIDTH, start, EDGE);
        cells(head);
        sheet.advance(head.height());
        sheet.rule(0, sheet.used(), Grid.WIDTH, sheet.used(), EDGE);
        return start;
    }

    private void frame(double start) {
        for (int i = 0; i < edges.length; i++) {
            boolean outer = i == 0 || i == edges.length - 1;
            sheet.rule(edges[i], start, edges[i], sheet.used(), outer ? EDGE : HAIR);
        }
        sheet.rule(0, sheet.used(), Grid.WIDTH, sheet.used(), EDGE);
    }

    private void cells(Row row) {
        double top = sheet.used() + Grid.TABLE_PITCH / 4;
        for (int column = 0; column < row.cells().size(); column++) {
            List<Line> lines = row.cells().get(column);
            boolean right = table.columns().get(column).number();
            for (int i = 0; i < lines.size(); i++) {
                double room = edges[column + 1] - edges[column] - 2 * PAD;
                double x = edges[column] + PAD + (right ? room - lines.get(i).width() : 0);
                sheet.line(lines.get(i), x, top + i * Grid.TABLE_PITCH, Grid.TABLE_PITCH, size);
            }
        }
    }

    private Row row(List<String> texts, Face face) {
        List<List<Line>> cells = new ArrayList<>();
        for (int column = 0; column < texts.size(); column++) {
            double room = edges[column + 1] - edges[column] - 2 * PAD;
            List<Atom> atoms = new Atoms(faces, size, room).add(texts.get(column), face).all();
            cells.add(new Lines(room, false).of(atoms, 0));
        }
        return new Row(cells, cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private static List<Row> divided(Row row) {
        List<Row> parts = new ArrayList<>();
        for (int from = 0; from < row.lines(); from += MOST_LINES) {
            int start = from;
            int end = Math.min(row.lines(), from + MOST_LINES);
            parts.add(new Row(
                    row.cells().stream()
                            .map(lines -> lines.subList(Math.min(start, lines.size()), Math.min(end, lines.size())))
                            .toList(),
                    end - start));
        }
        return parts;
    }

    /// Shares by weight, but no column narrower than its widest word or date.
    private double[] edges() {
        List<Block.Column> columns = table.columns();
        double[] least = new double[columns.size()];
        for (int i = 0; i < least.length; i++) least[i] = Math.min(widestAtom(i) + 2 * PAD, Grid.WIDTH / 3);
        boolean[] fixed = new boolean[least.length];
        double[] widths = shares(columns, least, fixed);
        for (int round = 0; round < least.length; round++) {
            boolean all = true;
            for (int i = 0; i < least.length; i++) {
                if (!fixed[i] && widths[i] < least[i]) {
                    fixed[i] = true;
                    all = false;
                }
            }
            if (all) break;
            widths = shares(columns, least, fixed);
        }
        double[] edges = new double[least.length + 1];
        double total = Arrays.stream(widths).sum();
        for (int i = 0; i < least.length; i++) edges[i + 1] = edges[i] + widths[i] * Grid.WIDTH / total;
        return edges;
    }

    private static double[] shares(List<Block.Column> columns, double[] least, boolean[] fixed) {
        double room = Grid.WIDTH;
        int weights = 0;
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i]) room -= least[i];
            else weights += columns.get(i).weight();
        }
        double[] widths = new double[fixed.length];
        for (int i = 0; i < fixed.length; i++) {
            widths[i] = fixed[i] ? least[i] : Math.max(0, room) * columns.get(i).weight() / weights;
        }
        return widths;
    }

    private double widestAtom(int column) {
        Stream<String> texts = Stream.concat(
                Stream.of(copy.say(table.columns().get(column).title())),
                table.rows().stream().map(row -> copy.words(row.get(column))));
        return texts.flatMap(text -> Stream.of(Face.HEADING, Face.BODY)
                        .flatMap(face -> new Atoms(faces, size, Grid.WIDTH).add(text, face).all().stream()))
                .mapToDouble(Atom::width)
                .max()
                .orElse(0);
    }
}
