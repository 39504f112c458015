package org.luoshi.compiler.internal.csv;

import static org.luoshi.compiler.internal.mistake.CityMistakes.CELL_COUNT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.CODE_WITHOUT_SCHEME;
import static org.luoshi.compiler.internal.mistake.CityMistakes.EMPTY_CELL;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NO_COLUMN;
import static org.luoshi.compiler.internal.mistake.CityMistakes.OPEN_CELL;
import static org.luoshi.compiler.internal.mistake.CityMistakes.UNKNOWN_COLUMN;
import static org.luoshi.compiler.internal.mistake.FileMistakes.EMPTY_FILE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.form.Table;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;

/// A CSV file (RFC 4180) as rows of cells with their places.
public final class Csv {

    /// @param text without the spaces around it
    public record Cell(String text, Span span) {
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /// @param cells column → cell, one for each declared column
    public record Row(Map<String, Cell> cells, Span span) {
        public Cell cell(String column) {
            return Known.in(cells, column);
        }
    }

    /// What a table gives.
    ///
    /// @param whole false when something in it could not be used: then what it lacks need not be lacking
    public record Content(List<Row> rows, boolean whole) {}

    private final String file;
    private final int[] points;
    private final Findings findings;
    private boolean whole = true;
    private boolean open;
    private int at;
    private int line = 1;
    private int column = 1;

    private Csv(String file, String text, Findings findings) {
        this.file = file;
        this.points = text.codePoints().toArray();
        this.findings = findings;
    }

    /// Rows that can be used; what cannot has been told.
    public static Content read(String file, String text, Table table, Findings findings) {
        Csv csv = new Csv(file, text, findings);
        List<Row> rows =
                csv.rows(table).stream().filter(row -> csv.filled(table, row)).toList();
        return new Content(rows, csv.whole);
    }

    private boolean filled(Table table, Row row) {
        boolean filled = true;
        for (Table.Column column : table.columns()) {
            Cell cell = row.cell(column.name());
            if (!column.required() || !cell.isEmpty()) continue;
            filled = false;
            Cell code = row.cells().get("code");
            findings.report(
                    column.name().equals("scheme") && code != null && !code.isEmpty()
                            ? CODE_WITHOUT_SCHEME.at(code.span()).with("code", code.text())
                            : EMPTY_CELL
                                    .at(cell.span())
                                    .with("column", column.name())
                                    .with("about", column.about()));
        }
        whole &= filled;
        return filled;
    }

    private List<Row> rows(Table table) {
        if (points.length == 0) {
            findings.report(EMPTY_FILE.at(Span.ofFile(file)));
            return List.of();
        }
        List<Cell> head = record();
        List<String> names = head.stream().map(Cell::text).toList();
        boolean usable = true;
        for (Cell name : head) {
            if (!table.names().contains(name.text())) {
                findings.report(UNKNOWN_COLUMN
                        .at(name.span())
                        .with("column", name.text())
                        .with("members", Members.list(table.names()))
                        .with("meant", Members.meant(name.text(), table.names())));
                usable = false;
            }
        }
        for (String expected : table.names()) {
            if (!names.contains(expected) && usable) {
                findings.report(NO_COLUMN.at(line(head)).with("column", expected));
                usable = false;
            }
        }
        List<Row> rows = new ArrayList<>();
        whole = usable;
        while (usable && at < points.length) {
            List<Cell> cells = record();
            if (cells.size() == 1 && cells.getFirst().isEmpty()) continue;
            if (open) {
                whole = false;
            } else if (cells.size() != names.size()) {
                whole = false;
                findings.report(CELL_COUNT
                        .at(line(cells))
                        .with("found", cells.size())
                        .with("expected", names.size())
                        .other(line(head)));
            }
            if (open || cells.size() != names.size()) continue;
            Map<String, Cell> byName = new HashMap<>();
            for (int i = 0; i < names.size(); i++) byName.put(names.get(i), cells.get(i));
            rows.add(new Row(byName, line(cells)));
        }
        return rows;
    }

    private static Span line(List<Cell> cells) {
        Span first = cells.getFirst().span();
        Span last = cells.getLast().span();
        return first.from().line() == last.to().line() ? new Span(first.file(), first.from(), last.to()) : first;
    }

    private List<Cell> record() {
        List<Cell> cells = new ArrayList<>();
        cells.add(cell());
        while (at < points.length && points[at] == ',') {
            step();
            cells.add(cell());
        }
        while (at < points.length && points[at] != '\n' && points[at] != '\r') step();
        if (at < points.length && points[at] == '\r' && at + 1 < points.length && points[at + 1] == '\n') at++;
        if (at < points.length) {
            at++;
            line++;
            column = 1;
        }
        return cells;
    }

    private Cell cell() {
        Position from = new Position(line, column);
        StringBuilder text = new StringBuilder();
        if (at < points.length && points[at] == '"') {
            quoted(text, from);
        } else {
            while (at < points.length && points[at] != ',' && points[at] != '\n' && points[at] != '\r') {
                text.appendCodePoint(points[at]);
                step();
            }
        }
        Position to = new Position(line, column);
        Span span = from.line() == to.line() ? new Span(file, from, to) : new Span(file, from, from.right(1));
        return new Cell(text.toString().strip(), span);
    }

    private void quoted(StringBuilder text, Position from) {
        step();
        while (at < points.length) {
            if (points[at] == '"' && at + 1 < points.length && points[at + 1] == '"') {
                text.append('"');
                step();
                step();
            } else if (points[at] == '"') {
                step();
                while (at < points.length && points[at] != ',' && points[at] != '\n' && points[at] != '\r') step();
                return;
            } else {
                text.appendCodePoint(points[at]);
                if (points[at] == '\n') {
                    at++;
                    line++;
                    column = 1;
                } else {
                    step();
                }
            }
        }
        open = true;
        findings.report(OPEN_CELL.at(new Span(file, from, from.right(1))));
    }

    private void step() {
        at++;
        column++;
    }
}
