package org.luoshi.web.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Dashboard;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.web.draw.Bars;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.quality.FigureMarks;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Reads the figures of tiles and lays them out.
@Component
class Tiles {

    private final IndicatorDesk desk;
    private final FigureMarks marks;

    Tiles(IndicatorDesk desk, FigureMarks marks) {
        this.desk = desk;
        this.marks = marks;
    }

    /// What one should know of figures of the whole city.
    FigureMarks.OfUnit marks(Shell shell) {
        return marks.of(desk.city(shell).map(Unit::id).orElse(""), shell);
    }

    /// @param synthetic whether its figures come from a synthetic sample
    record Opened(Pack pack, Dashboard dashboard, boolean synthetic) {

        /// Tiles by the name in their address: kind and indicator, and a number where that is there already.
        Map<String, Dashboard.Tile> tiles() {
            Map<String, Dashboard.Tile> tiles = new LinkedHashMap<>();
            for (Dashboard.Tile tile : dashboard.tiles()) {
                String name = tile.kind().name().toLowerCase(Locale.ROOT) + "-" + tile.indicator().name();
                String free = name;
                for (int n = 2; tiles.containsKey(free); n++) free = name + "-" + n;
                tiles.put(free, tile);
            }
            return tiles;
        }

        String path(String tile) {
            return "/dashboards/" + dashboard.id() + "/tiles/" + tile;
        }
    }

    /// @throws NotFound where no pack of the page's moment declares it
    Opened open(String id, Shell shell) {
        for (Pack pack : desk.packs(shell)) {
            for (Dashboard dashboard : pack.dashboards()) {
                if (dashboard.id().toString().equals(id))
                    return new Opened(pack, dashboard, shell.demo() && pack.syntheticSamples());
            }
        }
        throw new NotFound("dashboard " + id);
    }

    TileFigures read(Dashboard.Tile tile, Shell shell) {
        Indicator indicator = desk.open(tile.indicator().toString(), shell);
        List<Cell> series = desk.series(indicator, desk.firstUnit(indicator, shell), ChosenBasis.OWN, shell);
        Cell latest = IndicatorDesk.latest(series);
        Period period = latest == null ? series.getLast().period() : latest.period();
        List<Cell> cells = switch (tile.kind()) {
            case NUMBER -> latest == null ? List.of() : List.of(latest);
            case SERIES -> series;
            case MAP -> across(tile, indicator, period, shell);
            case BARS, RANKING -> {
                List<Cell> across = new ArrayList<>(across(tile, indicator, period, shell));
                across.sort(Comparator.comparing(Cell::value, Comparator.nullsFirst(Comparator.naturalOrder())).reversed());
                yield across;
            }
            case PIVOT -> pivoted(indicator, units(tile, indicator, shell), width(tile), period, shell);
        };
        return new TileFigures(tile, indicator, period, cells);
    }

    private List<Unit> units(Dashboard.Tile tile, Indicator indicator, Shell shell) {
        UnitKind kind = tile.per() == null ? UnitKind.DISTRICT : tile.per();
        return desk.units(indicator, shell).stream()
                .filter(u -> u.kind() == kind || kind == UnitKind.DISTRICT && u.kind() == UnitKind.FUNCTIONAL_AREA)
                .toList();
    }

    private List<Cell> across(Dashboard.Tile tile, Indicator indicator, Period period, Shell shell) {
        List<String> units = units(tile, indicator, shell).stream().map(Unit::id).toList();
        return desk.indicators().across(indicator.id(), units, period, shell.asOf().moment());
    }

    /// Each unit's figures of as many periods as the tile has columns of the page; the city's come last.
    private List<Cell> pivoted(Indicator indicator, List<Unit> units, int width, Period last, Shell shell) {
        List<Unit> rows = new ArrayList<>(units);
        if (indicator.per().contains(UnitKind.CITY))
            desk.city(shell).filter(city -> !units.contains(city)).ifPresent(rows::add);
        List<SeriesKey> keys = rows.stream()
                .map(unit -> new SeriesKey(indicator.id(), unit.id(), last.plus(1 - width), last))
                .toList();
        Map<SeriesKey, List<Cell>> found = desk.indicators().series(keys, shell.asOf().moment());
        return keys.stream().flatMap(key -> Known.in(found, key).stream()).toList();
    }

    DashboardView.Tile view(Opened opened, String name, TileFigures figures, FigureMarks.OfUnit marks, Shell shell) {
        Indicator indicator = figures.indicator();
        List<Cell> cells = figures.cells();
        Dashboard.Kind kind = figures.tile().kind();
        boolean pivot = kind == Dashboard.Kind.PIVOT;
        return new DashboardView.Tile(
                title(figures, shell),
                pivot ? IndicatorDesk.symbol(indicator, shell) : subtitle(figures, shell),
                width(figures.tile()),
                kind == Dashboard.Kind.NUMBER ? IndicatorDesk.tile(indicator, figures.latest(), shell) : null,
                kind == Dashboard.Kind.SERIES ? IndicatorDesk.chart(indicator, cells, shell) : null,
                kind == Dashboard.Kind.BARS || kind == Dashboard.Kind.RANKING ? bars(indicator, cells, shell) : null,
                kind == Dashboard.Kind.MAP ? desk.map(indicator, cells, shell) : null,
                pivot ? pivot(figures, shell) : null,
                pivot ? List.of() : twin(figures, shell),
                marks.of(indicator, figures.cells()),
                "/indicators/" + indicator.id(),
                opened.path(name));
    }

    String title(TileFigures figures, Shell shell) {
        return shell.say(figures.tile().title() == null ? figures.indicator().title() : figures.tile().title());
    }

    static String subtitle(TileFigures figures, Shell shell) {
        return IndicatorDesk.symbol(figures.indicator(), shell) + " · " + shell.period(figures.period());
    }

    /// In the order of the drawing; a series newest first.
    private List<DashboardView.TwinRow> twin(TileFigures figures, Shell shell) {
        boolean series = figures.tile().kind() == Dashboard.Kind.SERIES;
        List<Cell> cells = series ? figures.cells().reversed() : figures.cells();
        return cells.stream()
                .map(cell -> new DashboardView.TwinRow(
                        series ? shell.period(cell.period()) : unitName(cell, shell),
                        IndicatorDesk.value(figures.indicator(), cell, shell),
                        IndicatorDesk.href(cell)))
                .toList();
    }

    String unitName(Cell cell, Shell shell) {
        return shell.say(desk.unit(cell.unit(), shell).name());
    }

    private Bars bars(Indicator indicator, List<Cell> cells, Shell shell) {
        List<Bars.Bar> bars = cells.stream()
                .map(cell -> new Bars.Bar(unitName(cell, shell), IndicatorDesk.href(cell), cell.value()))
                .toList();
        return Bars.draw(bars, value -> shell.number(value, indicator.decimals()));
    }

    private PivotTable pivot(TileFigures figures, Shell shell) {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        figures.cells().forEach(cell -> rows.computeIfAbsent(cell.unit(), _ -> new ArrayList<>()).add(cell));
        List<String> periods = rows.values().stream()
                .findFirst()
                .map(row -> row.stream().map(cell -> cell.period().id()).toList())
                .orElse(List.of());
        String city = desk.city(shell).map(Unit::id).orElse("");
        return new PivotTable(
                periods,
                rows.entrySet().stream()
                        .map(row -> new PivotTable.Row(
                                desk.unit(row.getKey(), shell),
                                row.getValue().stream()
                                        .map(cell -> new PivotTable.Value(
                                                IndicatorDesk.value(figures.indicator(), cell, shell), IndicatorDesk.href(cell)))
                                        .toList(),
                                row.getKey().equals(city)))
                        .toList());
    }

    /// The nearest width the style sheet has.
    private static int width(Dashboard.Tile tile) {
        int columns = tile.columns();
        return columns <= 3 ? 3 : columns <= 4 ? 4 : columns <= 6 ? 6 : columns <= 8 ? 8 : 12;
    }
}
