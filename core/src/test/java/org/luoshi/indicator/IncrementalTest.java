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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import org.luoshi.indicator.internal.Recomputation;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.testing.Steps;

/// Whatever happens to the facts, the stored cells end up as if they had been built from nothing, and the past stays.
class IncrementalTest {

    private static final City city = new City();
    private static final List<String> UNITS = List.of("north", "south", "lane", "city");
    private static final List<String> STAGES = List.of("lead", "signed", "started");
    private static final List<String> DATES = List.of(
            "2019-12-31", "2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01", "2025-05-15", "2025-06-15",
            "2025-06-30", "2025-09-01");
    /// Within a period, on its first day, and before any record but one.
    private static final List<String> MOVES = List.of("2025-02-15", "2025-03-01", "2024-12-01");
    private static final List<String> AMOUNTS = List.of("0", "1", "2.5", "99.99", "-3", "1000000");
    private static final List<Period> PERIODS = Period.range(Period.parse("2024-11"), Period.parse("2025-07"));

    private int made;

    @AfterContainer
    static void close() {
        city.close();
    }

    private record Shown(Instant at, Map<String, String> figures) {}

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void cellsFollowTheFacts(@ForAll("steps") List<Integer> numbers) {
        empty();
        Steps steps = new Steps(numbers);
        List<Shown> shown = new ArrayList<>();
        while (!steps.areDone()) {
            change(steps);
            if (steps.next(4) == 0) city.indicators.refresh();
            if (steps.next(12) == 0) {
                city.indicators.refresh();
                shown.add(new Shown(city.clock.instant(), present()));
            }
            city.clock.advance(Duration.ofSeconds(1));
        }
        city.indicators.refresh();
        assertThat(city.indicators.verify()).isEmpty();
        assertSame(present(), naive());
        for (Shown earlier : shown) assertSame(figures(earlier.at()), earlier.figures());
    }

    @Example
    void writersAndTheWorkerGoOnAtOnce() throws Exception {
        empty();
        Recomputation recomputation = city.context.get(Recomputation.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                Steps steps = new Steps(IntStream.range(0, 300).mapToObj(i -> i * 7919 % 1009).toList());
                String prefix = "W" + writer + "-";
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) create(steps, prefix + i);
                }));
            }
            Future<?> worker = threads.submit(() -> {
                while (writers.stream().anyMatch(writer -> !writer.isDone())) recomputation.step();
            });
            for (Future<?> writer : writers) writer.get();
            worker.get();
        }
        city.indicators.refresh();
        assertThat(city.indicators.verify()).isEmpty();
        assertSame(present(), naive());
    }

    /// As after a crash between fact and cell: the fact is there, the mark too, and a new process finishes the work.
    @Example
    void aMarkSurvivesTheProcess() {
        empty();
        city.project("X", "north", "started", "2025-02-10", "5");
        try (var restarted = city.context.restarted(city.clock, City.BEANS)) {
            restarted.get(Registers.class).use(city.registers.packs());
            restarted.get(Units.class).load();
            Indicators indicators = restarted.get(Indicators.class);
            var id = QualifiedId.parse("parks.started_to_date");
            assertThat(indicators.cell(id, "city", Period.parse("2025-03"), null).stale()).isTrue();
            indicators.refresh();
            assertThat(indicators.cell(id, "city", Period.parse("2025-03"), null).value()).isEqualByComparingTo("1");
            assertThat(indicators.verify()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Steps.numbers(20, 200);
    }

    private void change(Steps steps) {
        List<Long> projects = ids("parks.project");
        switch (steps.next(10)) {
            case 0, 1, 2 -> create(steps, "P" + made++);
            case 3, 4 -> {
                if (!projects.isEmpty()) city.update(city.projects(), projects.get(steps.next(projects.size())), values(steps));
            }
            case 5 -> {
                if (!projects.isEmpty()) delete(city.projects(), projects.get(steps.next(projects.size())));
            }
            case 6 -> City.create(city.sites(), Map.of("code", "S" + made++, "ready", steps.next(2) == 0));
            case 7 -> city.laneMovesOn(LocalDate.parse(MOVES.get(steps.next(MOVES.size()))));
            case 8 -> stepThatIsKilled();
            default -> {
                List<Long> sites = ids("parks.site");
                if (!sites.isEmpty())
                    city.update(city.sites(), sites.get(steps.next(sites.size())), Map.of("ready", steps.next(2) == 0));
            }
        }
    }

    /// Everything but the commit.
    private static void stepThatIsKilled() {
        Recomputation recomputation = city.context.get(Recomputation.class);
        city.context.transaction().executeWithoutResult(status -> {
            recomputation.step();
            status.setRollbackOnly();
        });
    }

    private void create(Steps steps, String code) {
        Map<String, @Nullable Object> values = values(steps);
        values.put("code", code);
        City.create(city.projects(), values);
    }

    private static Map<String, @Nullable Object> values(Steps steps) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("district", steps.next(7) == 0 ? null : UNITS.get(steps.next(4)));
        values.put("stage", STAGES.get(steps.next(3)));
        values.put("started_on", steps.next(7) == 0 ? null : LocalDate.parse(DATES.get(steps.next(DATES.size()))));
        values.put("closed_on", steps.next(2) == 0 ? null : LocalDate.parse(DATES.get(steps.next(DATES.size()))));
        values.put("investment", steps.next(4) == 0 ? null : new BigDecimal(AMOUNTS.get(steps.next(AMOUNTS.size()))));
        List<Long> sites = ids("parks.site");
        values.put("site", sites.isEmpty() || steps.next(3) == 0 ? null : sites.get(steps.next(sites.size())));
        return values;
    }

    private static void empty() {
        ids("parks.project").forEach(id -> delete(city.projects(), id));
        ids("parks.site").forEach(id -> delete(city.sites(), id));
        city.clock.advance(Duration.ofSeconds(1));
    }

    private static void delete(Register register, long id) {
        int version = register.find(id, null, Viewer.system()).orElseThrow().version();
        register.delete(id, version, "test", Viewer.system());
    }

    private static List<Long> ids(String table) {
        return city.context.sql().fetch("select _id from " + table + " order by _id").map(row -> row.get(0, Long.class));
    }

    private static void assertSame(Map<String, String> found, Map<String, String> expected) {
        assertThat(expected.keySet()).isEqualTo(found.keySet());
        assertThat(expected.keySet().stream()
                        .filter(key -> !expected.get(key).equals(found.get(key)))
                        .map(key -> "%s: %s, not %s".formatted(key, expected.get(key), found.get(key))))
                .isEmpty();
    }

    private static Map<String, String> present() {
        return figures(null);
    }

    private static Map<String, String> figures(@Nullable Instant asOf) {
        Map<String, String> figures = new HashMap<>();
        List<SeriesKey> keys = new ArrayList<>();
        for (Indicator indicator : city.indicators.all()) {
            for (String unit : List.of("city", "north", "south"))
                keys.add(new SeriesKey(indicator.id(), unit, PERIODS.getFirst(), PERIODS.getLast()));
        }
        city.indicators.series(keys, asOf).forEach((key, cells) -> cells.forEach(
                cell -> figures.put(name(key, cell.period()), String.valueOf(City.text(cell.value())))));
        return figures;
    }

    private static Map<String, String> naive() {
        NaiveFigures naive = new NaiveFigures(city);
        Map<String, String> figures = new HashMap<>();
        for (Indicator indicator : city.indicators.all()) {
            for (String unit : List.of("city", "north", "south")) {
                for (Period period : PERIODS) {
                    SeriesKey key = new SeriesKey(indicator.id(), unit, period, period);
                    figures.put(name(key, period), String.valueOf(City.text(naive.value(indicator.id(), unit, period))));
                }
            }
        }
        return figures;
    }

    private static String name(SeriesKey key, Period period) {
        return key.indicator().name() + " " + key.unit() + " " + period;
    }
}
