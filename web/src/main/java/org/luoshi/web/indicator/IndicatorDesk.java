package org.luoshi.web.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.City;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Registers;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.Figures;
import org.luoshi.web.plan.UnitLink;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// What all pages about figures ask: which indicator an address names, how its figures read, where they lead.
@Component
class IndicatorDesk {

    /// Periods shown of a series.
    static final int PERIODS = 18;

    private final Indicators indicators;
    private final Registers registers;
    private final Units units;

    IndicatorDesk(Indicators indicators, Registers registers, Units units) {
        this.indicators = indicators;
        this.registers = registers;
        this.units = units;
    }

    Indicators indicators() {
        return indicators;
    }

    /// Those in force at the page's moment.
    List<Pack> packs(Shell shell) {
        return registers.packs(shell.asOf().moment()).packs();
    }

    /// As it was declared at the page's moment.
    ///
    /// @throws NotFound where no pack in force then declares it
    Indicator open(String id, Shell shell) {
        int dot = id.indexOf('.');
        if (dot <= 0 || dot != id.lastIndexOf('.') || dot == id.length() - 1) throw new NotFound("indicator " + id);
        return indicators.find(QualifiedId.parse(id), shell.asOf().moment())
                .orElseThrow(() -> new NotFound("indicator " + id));
    }

    /// The period of a figure that an address names.
    Period figure(Indicator indicator, String unit, String period, Shell shell) {
        if (findUnit(unit, shell).isEmpty()) throw new NotFound("unit " + unit);
        return Period.tryParse(period)
                .filter(asked -> asked.kind() == indicator.period())
                .orElseThrow(() -> new BadRequest("error.mistyped", "period", period));
    }

    /// The pack that declares it at the page's moment.
    Pack pack(Indicator indicator, Shell shell) {
        return packs(shell).stream()
                .filter(pack -> pack.id().equals(indicator.id().pack()))
                .findFirst()
                .orElseThrow(() -> new NotFound("pack of " + indicator.id()));
    }

    /// By its name at the page's moment.
    UnitLink unit(String id, Shell shell) {
        return new UnitLink(id, units.name(id, shell.asOf().moment()));
    }

    Optional<Unit> findUnit(String id, Shell shell) {
        return tree(shell).find(id);
    }

    Optional<Unit> city(Shell shell) {
        return tree(shell).units().stream().filter(u -> u.kind() == UnitKind.CITY).findFirst();
    }

    /// Units that the indicator is made for, larger first.
    List<Unit> units(Indicator indicator, Shell shell) {
        return tree(shell).units().stream()
                .filter(u -> indicator.per().contains(u.kind()))
                .sorted(Comparator.comparing(Unit::kind))
                .toList();
    }

    /// The unit shown first: the city, or the first that has figures.
    String firstUnit(Indicator indicator, Shell shell) {
        return units(indicator, shell).stream().map(Unit::id).findFirst().orElseThrow(() -> new NotFound("unit"));
    }

    List<Cell> series(Indicator indicator, String unit, ChosenBasis basis, Shell shell) {
        Period now = indicators.period(indicator, shell.asOf().moment());
        return indicators.series(indicator.id(), unit, now.plus(1 - PERIODS), now, basis.view(shell));
    }

    static @Nullable Cell latest(List<Cell> series) {
        return series.reversed().stream().filter(cell -> cell.value() != null).findFirst().orElse(null);
    }

    static String value(Indicator indicator, @Nullable Cell cell, Shell shell) {
        return shell.number(cell == null ? null : cell.value(), indicator.decimals());
    }

    static String symbol(Indicator indicator, Shell shell) {
        return shell.unit(indicator.unit());
    }

    static String href(Cell cell) {
        return Figures.href(cell);
    }

    static FigureTile tile(Indicator indicator, @Nullable Cell cell, Shell shell) {
        return Figures.tile(indicator, cell, shell.say(indicator.title()), shell);
    }

    static @Nullable PathChart chart(Indicator indicator, List<Cell> series, Shell shell) {
        List<PathChart.Point> points = series.stream()
                .filter(cell -> cell.value() != null)
                .map(cell -> new PathChart.Point(day(cell, shell), cell.value()))
                .toList();
        if (points.isEmpty()) return null;
        return PathChart.draw(
                new PathChart.Data(points, List.of(), List.of(), null, null),
                new PathChart.Names(shell.t("chart.actual"), "", "", ""),
                value -> shell.number(value, decimals(indicator, value)));
    }

    @Nullable DistrictMap map(Indicator indicator, Collection<Cell> across, Shell shell) {
        return map(indicator, across, ChosenBasis.OWN, shell);
    }

    /// A rate shades; a count is a circle.
    @Nullable DistrictMap map(Indicator indicator, Collection<Cell> across, ChosenBasis basis, Shell shell) {
        City.SchematicMap map = registers.packs(shell.asOf().moment()).city().map(City::map).orElse(null);
        if (map == null || !indicator.per().contains(UnitKind.DISTRICT)) return null;
        boolean rate = indicator.formula() instanceof Indicator.Formula.OverFacts facts
                ? facts.denominator() != null
                : true;
        List<DistrictMap.Place> places = map.cells().stream()
                .filter(cell -> cell.basis() == basis(indicator))
                .map(cell -> place(cell, indicator, find(across, cell.unit()), rate, basis, shell))
                .toList();
        return DistrictMap.draw(
                places, value -> shell.number(value, indicator.decimals()), shell.t("map.no-data"));
    }

    private DistrictMap.Place place(
            City.Cell place,
            Indicator indicator,
            @Nullable Cell cell,
            boolean rate,
            ChosenBasis basis,
            Shell shell) {
        BigDecimal value = cell == null ? null : cell.value();
        String name = shell.say(unit(place.unit(), shell).name());
        return new DistrictMap.Place(
                place.column(),
                place.row(),
                place.unit(),
                name,
                cell == null ? "/units/" + place.unit() : basis.on(href(cell)),
                rate ? value : null,
                rate || value == null ? null : value.longValue(),
                name + ": " + shell.number(value, indicator.decimals()) + " " + symbol(indicator, shell));
    }

    private UnitTree tree(Shell shell) {
        return units.tree(shell.asOf().moment());
    }

    private static Basis basis(Indicator indicator) {
        return indicator.per().contains(UnitKind.FUNCTIONAL_AREA) ? Basis.STATISTICAL : indicator.basis();
    }

    private static @Nullable Cell find(Collection<Cell> cells, String unit) {
        return cells.stream().filter(cell -> cell.unit().equals(unit)).findFirst().orElse(null);
    }

    /// The running period's figure stands for today, not for a day to come.
    private static LocalDate day(Cell cell, Shell shell) {
        LocalDate end = cell.period().end();
        return end.isAfter(shell.day()) ? shell.day() : end;
    }

    private static int decimals(Indicator indicator, BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 ? 0 : Math.max(1, indicator.decimals());
    }
}
