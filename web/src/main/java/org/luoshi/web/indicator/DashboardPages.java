package org.luoshi.web.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.access.Permission;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Dashboard;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.web.draw.Bars;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Dashboards as packs declare them: each tile one indicator.
@Controller
class DashboardPages {

    private final IndicatorDesk desk;
    private final Pages pages;

    DashboardPages(IndicatorDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards")
    View dashboards(Shell shell) {
        List<DashboardsView.Line> lines = new ArrayList<>();
        for (Pack pack : desk.packs(shell)) {
            for (Dashboard dashboard : pack.dashboards()) {
                lines.add(new DashboardsView.Line(
                        "/dashboards/" + dashboard.id(),
                        dashboard.title(),
                        pack.title(),
                        dashboard.tiles().size()));
            }
        }
        return pages.show("indicator/dashboards", new DashboardsView(lines));
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}")
    View dashboard(@PathVariable String id, Shell shell) {
        for (Pack pack : desk.packs(shell)) {
            for (Dashboard dashboard : pack.dashboards()) {
                if (!dashboard.id().toString().equals(id)) continue;
                List<DashboardView.Tile> tiles =
                        dashboard.tiles().stream().map(tile -> tile(tile, shell)).toList();
                boolean synthetic = shell.demo() && pack.syntheticSamples();
                return pages.show("indicator/dashboard", new DashboardView(dashboard.title(), synthetic, tiles));
            }
        }
        throw new NotFound("dashboard " + id);
    }

    private DashboardView.Tile tile(Dashboard.Tile tile, Shell shell) {
        Indicator indicator = desk.open(tile.indicator().toString(), shell);
        String href = "/indicators/" + indicator.id();
        String title = shell.say(tile.title() == null ? indicator.title() : tile.title());
        List<Cell> series = desk.series(indicator, desk.firstUnit(indicator, shell), shell);
        Cell latest = IndicatorDesk.latest(series);
        Period period = latest == null ? series.getLast().period() : latest.period();
        String subtitle = IndicatorDesk.symbol(indicator, shell) + " · " + shell.period(period);
        int width = width(tile.columns());
        return switch (tile.kind()) {
            case NUMBER -> new DashboardView.Tile(
                    title, subtitle, width, IndicatorDesk.tile(indicator, latest, shell), null, null, null, null, List.of(), href);
            case SERIES -> new DashboardView.Tile(
                    title,
                    subtitle,
                    width,
                    null,
                    IndicatorDesk.chart(indicator, series, shell),
                    null,
                    null,
                    null,
                    series.reversed().stream()
                            .map(cell -> twin(shell.period(cell.period()), indicator, cell, shell))
                            .toList(),
                    href);
            case PIVOT -> new DashboardView.Tile(
                    title,
                    IndicatorDesk.symbol(indicator, shell),
                    width,
                    null,
                    null,
                    null,
                    null,
                    pivot(indicator, units(tile, indicator, shell), width, period, shell),
                    List.of(),
                    href);
            case MAP -> {
                List<Cell> cells = across(tile, indicator, period, shell);
                DistrictMap map = desk.map(indicator, cells, shell);
                yield new DashboardView.Tile(
                        title, subtitle, width, null, null, null, map, null, twin(indicator, cells, shell), href);
            }
            case BARS, RANKING -> {
                List<Cell> cells = new ArrayList<>(across(tile, indicator, period, shell));
                cells.sort(Comparator.comparing(Cell::value, Comparator.nullsFirst(Comparator.naturalOrder())).reversed());
                Bars bars = bars(indicator, cells, shell);
                yield new DashboardView.Tile(
                        title, subtitle, width, null, null, bars, null, null, twin(indicator, cells, shell), href);
            }
        };
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

    private Bars bars(Indicator indicator, List<Cell> cells, Shell shell) {
        List<Bars.Bar> bars = cells.stream()
                .map(cell -> new Bars.Bar(
                        shell.say(desk.unit(cell.unit(), shell).name()), IndicatorDesk.href(cell), cell.value()))
                .toList();
        return Bars.draw(bars, value -> shell.number(value, indicator.decimals()));
    }

    private PivotTable pivot(Indicator indicator, List<Unit> units, int width, Period last, Shell shell) {
        Period first = last.plus(1 - width); // as many periods as the tile has columns of the page
        List<Unit> rows = new ArrayList<>(units);
        if (indicator.per().contains(UnitKind.CITY)) desk.city(shell).filter(city -> !units.contains(city)).ifPresent(rows::add);
        Map<String, SeriesKey> keys = new LinkedHashMap<>();
        rows.forEach(unit -> keys.put(unit.id(), new SeriesKey(indicator.id(), unit.id(), first, last)));
        Map<SeriesKey, List<Cell>> found = desk.indicators().series(keys.values(), shell.asOf().moment());
        return new PivotTable(
                Period.range(first, last).stream().map(Period::id).toList(),
                rows.stream()
                        .map(unit -> new PivotTable.Row(
                                desk.unit(unit.id(), shell),
                                found.get(keys.get(unit.id())).stream()
                                        .map(cell -> new PivotTable.Value(
                                                IndicatorDesk.value(indicator, cell, shell), IndicatorDesk.href(cell)))
                                        .toList(),
                                unit.kind() == UnitKind.CITY))
                        .toList());
    }

    private List<DashboardView.TwinRow> twin(Indicator indicator, List<Cell> cells, Shell shell) {
        return cells.stream()
                .map(cell -> twin(shell.say(desk.unit(cell.unit(), shell).name()), indicator, cell, shell))
                .toList();
    }

    private static DashboardView.TwinRow twin(String what, Indicator indicator, Cell cell, Shell shell) {
        return new DashboardView.TwinRow(what, IndicatorDesk.value(indicator, cell, shell), IndicatorDesk.href(cell));
    }

    /// The nearest width the style sheet has.
    private static int width(int columns) {
        return columns <= 3 ? 3 : columns <= 4 ? 4 : columns <= 6 ? 6 : columns <= 8 ? 8 : 12;
    }
}
