package org.luoshi.web.indicator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.indicator.Cell;
import org.luoshi.pack.Indicator;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.Sheet;
import org.luoshi.web.draw.Picture;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// A tile as a picture or a table that stands alone: it says what it shows, of when, from where, and whether it is
/// synthetic.
@Component
class TileFiles {

    private final Tiles tiles;

    TileFiles(Tiles tiles) {
        this.tiles = tiles;
    }

    Picture picture(TileFigures figures, DashboardView.Tile view, boolean synthetic, Shell shell) {
        Picture.Frame frame = new Picture.Frame(view.title(), subtitle(figures, view, shell), foot(figures, view, synthetic, shell));
        if (view.chart() != null) return Picture.of(view.chart(), frame);
        if (view.bars() != null) return Picture.of(view.bars(), frame);
        if (view.map() != null) return Picture.of(view.map(), frame);
        if (view.pivot() != null) return Picture.ofTable(rows(view.pivot(), shell), frame);
        Cell latest = figures.latest();
        return Picture.ofFigure(
                IndicatorDesk.value(figures.indicator(), latest, shell),
                latest == null ? "" : IndicatorDesk.symbol(figures.indicator(), shell),
                frame);
    }

    /// Where the figures are of one unit, the picture names it.
    private String subtitle(TileFigures figures, DashboardView.Tile view, Shell shell) {
        boolean one = figures.cells().stream().map(Cell::unit).distinct().count() == 1;
        return one ? tiles.unitName(figures.cells().getFirst(), shell) + " · " + view.subtitle() : view.subtitle();
    }

    private static List<String> foot(TileFigures figures, DashboardView.Tile view, boolean synthetic, Shell shell) {
        List<String> foot = new ArrayList<>();
        foot.add(shell.t("tile.source", shell.say(figures.indicator().source())));
        foot.add(shell.t("tile.moment", shell.asOf().past() ? shell.asOf().asked() : shell.moment(shell.now())));
        view.marks().forEach(mark -> foot.add(mark.words()));
        if (synthetic) foot.add(shell.t("synthetic.long"));
        return foot;
    }

    private static List<List<String>> rows(PivotTable pivot, Shell shell) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(""), pivot.periods().stream()).toList());
        pivot.rows().forEach(row -> rows.add(Stream.concat(
                        Stream.of(shell.say(row.unit().name())), row.values().stream().map(PivotTable.Value::words))
                .toList()));
        return rows;
    }

    /// One row a figure, exact, whatever the tile draws.
    byte[] table(TileFigures figures, DashboardView.Tile view, Format format, boolean synthetic, Shell shell) {
        Indicator indicator = figures.indicator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.open(format, out, tiles.title(figures, shell), StandardCharsets.UTF_8, true)) {
            sheet.head(List.of(
                    shell.t("series.column.unit"),
                    shell.t("series.column.name"),
                    shell.t("series.column.period"),
                    shell.say(indicator.title()) + " (" + indicator.unit().symbol() + ")",
                    shell.t("tile.note")));
            String note = String.join(shell.t("tile.note.between"), foot(figures, view, synthetic, shell));
            for (Cell cell : figures.cells()) {
                sheet.row(Arrays.asList(
                        cell.unit(), tiles.unitName(cell, shell), cell.period().id(), cell.value(), note));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
