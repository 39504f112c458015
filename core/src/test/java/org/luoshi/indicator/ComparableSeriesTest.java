package org.luoshi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.testing.Steps;

/// Figures on the basis of one day are what one gets who reads every record and places it by the units of that day.
///
/// The district `east` with its street `mill` ends: it goes into north, is split between north and south, becomes the new
/// district `fresh`, or ends and nobody says where to. The street `lane` moves from south to north.
class ComparableSeriesTest {

    private static final City city = new City();
    private static final List<String> ALL = List.of("city", "north", "south", "east", "fresh", "lane", "mill");
    private static final List<String> COUNTED = List.of("city", "north", "south", "east", "fresh");
    private static final List<String> DATES = List.of(
            "2024-12-31", "2025-01-01", "2025-01-31", "2025-02-10", "2025-02-28", "2025-03-01", "2025-04-30", "2025-06-15");
    private static final List<String> ENDS = List.of("2025-02-15", "2025-03-01", "2025-05-01");
    private static final List<String> AMOUNTS = List.of("0", "1", "2.5", "99.99", "-3");
    private static final List<Period> PERIODS = Period.range(Period.parse("2024-12"), Period.parse("2025-07"));
    private static final List<LocalDate> BASES = List.of(
            LocalDate.of(2025, 1, 15), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 6, 15), LocalDate.of(2026, 1, 1));

    private int made;

    @AfterContainer
    static void close() {
        city.close();
    }

    private record Shown(Instant at, LocalDate basis, Map<String, String> figures) {}

    @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void figuresOnADaysBasisAreReadFromRowsPlacedByTheUnitsOfThatDay(@ForAll("steps") List<Integer> numbers) {
        empty();
        Steps steps = new Steps(numbers);
        edition(steps);
        List<Shown> shown = new ArrayList<>();
        while (!steps.areDone()) {
            change(steps);
            if (steps.next(5) == 0) city.indicators.refresh();
            if (steps.next(15) == 0) {
                city.indicators.refresh();
                LocalDate basis = BASES.get(steps.next(BASES.size()));
                shown.add(new Shown(city.knownByNow(), basis, figures(new Viewpoint(null, basis))));
            }
            city.clock.advance(Duration.ofSeconds(1));
        }
        city.indicators.refresh();
        for (LocalDate basis : BASES) {
            assertThat(figures(new Viewpoint(null, basis))).as("on the basis of " + basis).isEqualTo(naive(basis));
            explained(basis);
        }
        for (Shown earlier : shown)
            assertThat(figures(new Viewpoint(earlier.at(), earlier.basis()))).isEqualTo(earlier.figures());
    }

    @Example
    void anOldMonthIsShownOnTodaysBasisBesideItsOwn() {
        empty();
        edition(LocalDate.of(2025, 3, 1), List.of("north"), LocalDate.of(2025, 3, 1));
        city.project("A", "east", "started", "2025-01-10", "5");
        city.project("B", "lane", "started", "2025-01-10", "7");
        city.project("C", "north", "started", "2025-04-10", "1");
        city.indicators.refresh();
        LocalDate today = LocalDate.of(2025, 6, 15);
        assertThat(value("started_within", "north", "2025-01", null)).isNull();
        assertThat(value("started_within", "north", "2025-01", today)).isEqualTo("2");
        assertThat(value("started_within", "south", "2025-01", today)).isNull();
        assertThat(value("started_within", "east", "2025-01", null)).isEqualTo("1");
        assertThat(value("started_within", "east", "2025-01", today)).isNull();
        assertThat(value("started_within", "city", "2025-01", today)).isEqualTo("2");
        assertThat(value("started_within", "north", "2025-04", LocalDate.of(2025, 1, 1))).isEqualTo("1");
    }

    @Example
    void aFigureOnADaysBasisKnowsThatAFactIsNotInItYet() {
        empty();
        edition(LocalDate.of(2025, 3, 1), List.of("north"), LocalDate.of(2025, 3, 1));
        city.indicators.refresh();
        LocalDate today = LocalDate.of(2025, 6, 15);
        assertThat(cell("started_to_date", "north", "2025-05", today).stale()).isFalse();
        city.project("A", "east", "started", "2025-01-10", "5");
        assertThat(cell("started_to_date", "north", "2025-05", today).stale()).isTrue();
        city.indicators.refresh();
        assertThat(cell("started_to_date", "north", "2025-05", today).value()).isEqualByComparingTo("1");
        assertThat(cell("started_to_date", "north", "2025-05", today).stale()).isFalse();
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Steps.numbers(20, 150);
    }

    private void change(Steps steps) {
        List<Long> projects = ids("parks.project");
        switch (steps.next(8)) {
            case 0, 1, 2, 3 -> {
                Map<String, @Nullable Object> values = values(steps);
                values.put("code", "P" + made++);
                City.create(city.projects(), values);
            }
            case 4, 5 -> {
                if (!projects.isEmpty()) city.update(city.projects(), projects.get(steps.next(projects.size())), values(steps));
            }
            case 6 -> {
                if (!projects.isEmpty()) delete(city.projects(), projects.get(steps.next(projects.size())));
            }
            default -> edition(steps);
        }
    }

    private static Map<String, @Nullable Object> values(Steps steps) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("district", ALL.get(steps.next(ALL.size())));
        values.put("stage", steps.next(3) == 0 ? "signed" : "started");
        values.put("started_on", LocalDate.parse(DATES.get(steps.next(DATES.size()))));
        values.put("closed_on", steps.next(2) == 0 ? null : LocalDate.parse(DATES.get(steps.next(DATES.size()))));
        values.put("investment", steps.next(4) == 0 ? null : new BigDecimal(AMOUNTS.get(steps.next(AMOUNTS.size()))));
        return values;
    }

    private static void edition(Steps steps) {
        List<List<String>> fates = List.of(List.of("north"), List.of("north", "south"), List.of("fresh"), List.of());
        edition(
                LocalDate.parse(ENDS.get(steps.next(ENDS.size()))),
                fates.get(steps.next(fates.size())),
                LocalDate.parse(ENDS.get(steps.next(ENDS.size()))));
    }

    /// @param end of east, and the day on which fresh begins and the street of east is given to its first successor
    /// @param lane day on which it moves
    private static void edition(LocalDate end, List<String> successors, LocalDate lane) {
        Validity before = new Validity(Validity.ALWAYS.from(), end);
        List<Unit> units = List.of(
                unit("city", UnitKind.CITY, Validity.ALWAYS),
                unit("north", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("south", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("east", UnitKind.DISTRICT, before),
                unit("fresh", UnitKind.DISTRICT, Validity.since(end)),
                unit("lane", UnitKind.STREET, Validity.ALWAYS),
                unit("mill", UnitKind.STREET, Validity.ALWAYS));
        String next = successors.isEmpty() ? "south" : successors.getFirst();
        List<UnitParent> parents = List.of(
                link("north", "city", Validity.ALWAYS),
                link("south", "city", Validity.ALWAYS),
                link("east", "city", before),
                link("fresh", "city", Validity.since(end)),
                link("lane", "south", new Validity(Validity.ALWAYS.from(), lane)),
                link("lane", "north", Validity.since(lane)),
                link("mill", "east", before),
                link("mill", next, Validity.since(end)));
        city.units(units, parents, successors.stream().map(successor -> new Succession("east", successor, end)).toList());
    }

    /// Of a count, as many records as it says are found below it.
    private static void explained(LocalDate basis) {
        for (String unit : COUNTED) {
            for (String period : List.of("2025-01", "2025-06")) {
                Explanation found = city.indicators.explain(
                        ExplainRequest.from(
                                new Viewpoint(null, basis), new QualifiedId("parks", "started_to_date"), unit,
                                Period.parse(period), 300),
                        Viewer.system());
                BigDecimal value = found.cell().value();
                assertThat(BigDecimal.valueOf(found.rows().size())).isEqualByComparingTo(value == null ? BigDecimal.ZERO : value);
            }
        }
    }

    private static Map<String, String> figures(Viewpoint view) {
        List<SeriesKey> keys = new ArrayList<>();
        for (Indicator indicator : city.indicators.all()) {
            for (String unit : COUNTED) keys.add(new SeriesKey(indicator.id(), unit, PERIODS.getFirst(), PERIODS.getLast()));
        }
        Map<String, String> figures = new TreeMap<>();
        city.indicators.series(keys, view).forEach((key, cells) -> cells.forEach(cell ->
                figures.put(name(key.indicator(), key.unit(), cell.period()), String.valueOf(City.text(cell.value())))));
        return figures;
    }

    private static Map<String, String> naive(LocalDate basis) {
        UnitTree tree = city.context.get(Units.class).tree();
        NaiveFigures naive = new NaiveFigures(city, basis);
        Map<String, String> figures = new TreeMap<>();
        for (Indicator indicator : city.indicators.all()) {
            for (String unit : COUNTED) {
                boolean exists = tree.find(unit).orElseThrow().validity().contains(basis);
                for (Period period : PERIODS) {
                    BigDecimal value = exists ? naive.value(indicator.id(), unit, period) : null;
                    figures.put(name(indicator.id(), unit, period), String.valueOf(City.text(value)));
                }
            }
        }
        return figures;
    }

    private static String name(QualifiedId indicator, String unit, Period period) {
        return indicator.name() + " " + unit + " " + period;
    }

    private static @Nullable String value(String indicator, String unit, String period, @Nullable LocalDate basis) {
        return City.text(cell(indicator, unit, period, basis).value());
    }

    private static Cell cell(String indicator, String unit, String period, @Nullable LocalDate basis) {
        Period of = Period.parse(period);
        return city.indicators.series(new QualifiedId("parks", indicator), unit, of, of, new Viewpoint(null, basis)).getFirst();
    }

    private static void empty() {
        ids("parks.project").forEach(id -> delete(city.projects(), id));
        city.clock.advance(Duration.ofSeconds(1));
    }

    private static void delete(Register register, long id) {
        int version = register.find(id, null, Viewer.system()).orElseThrow().version();
        register.delete(id, version, "test", Viewer.system());
    }

    private static List<Long> ids(String table) {
        return city.context.sql().fetch("select _id from " + table + " order by _id").map(row -> row.get(0, Long.class));
    }

    private static Unit unit(String id, UnitKind kind, Validity validity) {
        return new Unit(id, kind, Text.same(id), Text.same(id), validity, List.of(), null);
    }

    private static UnitParent link(String unit, String parent, Validity validity) {
        return new UnitParent(unit, parent, Basis.ADMINISTRATIVE, validity);
    }
}
