package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.plan.CommitmentView;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.testing.Steps;

/// Whatever happens to facts, packs and units: as of each moment everything is exactly what was shown then, in the
/// program that showed it and in one started afterwards, and what moved between two moments adds up.
class AsOfLawTest {

    private static final List<String> UNITS = List.of("north", "south", "lane");
    private static final List<String> SHOWN = List.of("city", "north", "south");
    private static final List<Period> PERIODS = Period.range(Period.parse("2024-11"), Period.parse("2025-08"));
    /// Closed periods, the running one, the future, and long before anybody kept a register.
    private static final List<String> DATES = List.of(
            "1987-04-01", "2024-12-31", "2025-01-31", "2025-02-10", "2025-03-01", "2025-05-31", "2025-06-14", "2025-07-02",
            "2026-01-01");
    private static final List<String> MOVES = List.of("2025-02-15", "2025-03-01", "2025-05-20");
    private static final List<String> FORMULAS = List.of(
            "count(project, project.stage == 'started')",
            "count(project, project.investment > quantity('50', '万元'))",
            "count(project) * 2");
    private static final String[] LOSABLE = {"city.project.jobs", "city.project.posts"};

    private static @Nullable Path folder;
    private static @Nullable Town town;
    private static int made;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("as-of-law");
        town = new Town(folder);
        town.use(new Declared(0, 0, 0, 0, false, false, 0).edition());
    }

    @AfterContainer
    static void close() throws IOException {
        town.close();
        Files.deleteIfExists(folder);
    }

    /// What the packs declare, as far as it changes.
    ///
    /// @param field 0 none, 1 `jobs`, 2 `posts`: each renamed from the other
    /// @param wide whether that field holds decimals
    record Declared(int formula, int tolerance, int target, int field, boolean wide, boolean extra, int tree) {

        private Declared changed(Steps steps) {
            return switch (steps.next(8)) {
                case 0 -> new Declared(steps.next(3), tolerance, target, field, wide, extra, tree);
                case 1 -> new Declared(formula, steps.next(3), target, field, wide, extra, tree);
                case 2 -> new Declared(formula, tolerance, steps.next(3), field, wide, extra, tree);
                case 3, 4 -> new Declared(formula, tolerance, target, steps.next(3), wide, extra, tree);
                case 5 -> new Declared(formula, tolerance, target, field, !wide, extra, tree);
                case 6 -> new Declared(formula, tolerance, target, field, wide, !extra, tree);
                default -> new Declared(formula, tolerance, target, field, wide, extra, steps.next(6));
            };
        }

        Edition edition() {
            Edition edition = Edition.first()
                    .file("entities/project.yaml", Edition.entity(fields()))
                    .with("starts", Edition.indicator(FORMULAS.get(formula), "个", "to_date"))
                    .with("invested", Edition.indicator("sum(project.investment)", "万元", "within"))
                    .file("statuses/rule.yaml", Edition.rule(List.of("0.5", "0.7", "0.95").get(tolerance)))
                    .file("plan/focus/industry.yaml", Edition.focus(List.of("6", "12", "30").get(target)));
            if (extra) edition = edition.with("extra", Edition.indicator(extraFormula(), "人", "to_date"));
            return tree == 5
                    ? merged(edition)
                    : edition.laneOf(tree % 2 == 0 ? "south" : "north", MOVES.get(tree % 3), tree % 2 == 0 ? "north" : "south");
        }

        private @Nullable String name() {
            return field == 0 ? null : field == 1 ? "jobs" : "posts";
        }

        private String fields() {
            String investment = "  investment: { type: decimal, digits: 12, decimals: 2, unit: 万元, title: { zh: 投资, en: Investment } }\n";
            if (name() == null) return investment;
            String type = wide ? "decimal, digits: 12, decimals: 1" : "integer";
            String other = field == 1 ? "posts" : "jobs";
            return investment + "  %s: { type: %s, unit: 人, title: { zh: 岗位, en: Jobs } }\nrenamed: { %s: %s }\n"
                    .formatted(name(), type, other, name());
        }

        private String extraFormula() {
            return name() == null ? "count(project) * quantity('1', '人')" : "sum(project." + name() + ")";
        }

        /// South is merged into north on a day in the middle of a month.
        private static Edition merged(Edition edition) {
            return edition.file("units/units.csv", edition.files()
                            .get("units/units.csv")
                            .replace("South,2020-01-01,,", "South,2020-01-01,2025-05-10,"))
                    .file("units/parents.csv", """
                            unit,parent,basis,valid_from,valid_to,source
                            north,city,administrative,2020-01-01,,made_up
                            south,city,administrative,2020-01-01,2025-05-10,made_up
                            lane,south,administrative,2020-01-01,2025-05-10,made_up
                            lane,north,administrative,2025-05-10,,made_up
                            """);
        }
    }

    /// @param figures by indicator, unit and period
    /// @param records by number, with what each field held
    private record Shown(
            Map<String, String> figures, Map<Long, Map<String, Object>> records, CommitmentView commitment) {}

    @Property(tries = 12, shrinking = ShrinkingMode.BOUNDED)
    void thePastIsWhatWasShown(@ForAll("numbers") List<Integer> numbers) {
        Steps steps = new Steps(numbers);
        Declared declared = new Declared(0, 0, 0, steps.next(3), false, steps.next(2) == 0, 0);
        town.use(declared.edition(), LOSABLE);
        Map<Instant, Shown> shown = new TreeMap<>();
        while (!steps.areDone()) {
            town.clock.advance(Duration.ofSeconds(1));
            int what = steps.next(12);
            if (what < 8) {
                change(steps, declared, what);
            } else if (what < 10) {
                declared = declared.changed(steps);
                town.use(declared.edition(), LOSABLE);
            } else {
                town.clock.advance(Duration.ofHours(steps.next(40)));
                town.indicators().refresh();
                shown.put(town.clock.instant(), shown(town, null));
                town.clock.advance(Duration.ofSeconds(1));
            }
        }
        town.indicators().refresh();
        assertThat(town.indicators().verify()).as("stored cells and registers").isEmpty();
        shown.forEach((moment, then) -> assertSame(moment, shown(town, moment), then));
        try (Town again = town.restarted(declared.edition())) {
            shown.forEach((moment, then) -> assertSame(moment, shown(again, moment), then));
        }
        movesAddUp(new ArrayList<>(shown.keySet()), shown);
    }

    private static void assertSame(Instant moment, Shown now, Shown then) {
        assertThat(now.figures()).as("figures as of %s", moment).isEqualTo(then.figures());
        assertThat(now.records()).as("records as of %s", moment).isEqualTo(then.records());
        assertThat(now.commitment().assessment())
                .as("status as of %s", moment)
                .isEqualTo(then.commitment().assessment());
        assertThat(now.commitment().series()).as("readings as of %s", moment).isEqualTo(then.commitment().series());
    }

    private static void movesAddUp(List<Instant> moments, Map<Instant, Shown> shown) {
        if (moments.size() < 2) return;
        Instant from = moments.getFirst();
        Instant to = moments.getLast();
        for (Indicator indicator : town.indicators().all(from)) {
            for (String unit : SHOWN) {
                for (Period period : PERIODS) {
                    Restatement moved = town.indicators()
                            .restate(indicator.id(), unit, period, from, to, Viewer.system())
                            .figure();
                    String key = key(indicator, unit, period);
                    assertThat(text(moved.then())).as("%s as of %s", key, from).isEqualTo(shown.get(from).figures().get(key));
                    assertThat(text(moved.now()))
                            .as("%s as of %s", key, to)
                            .isEqualTo(shown.get(to).figures().getOrDefault(key, "null"));
                    if (moved.steps().stream().anyMatch(step -> step.change() == null)) continue;
                    BigDecimal sum = moved.steps().stream().map(Restatement.Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum).as(key).isEqualByComparingTo(moved.now().subtract(moved.then()));
                }
            }
        }
    }

    private static void change(Steps steps, Declared declared, int what) {
        Register projects = town.projects();
        List<RegisterRecord> all = projects.list(ListRequest.first(100), Viewer.system()).rows();
        if (what < 4 || all.isEmpty()) {
            Map<String, @Nullable Object> values = values(steps, declared);
            values.put("code", "P" + made++);
            projects.create(values, Viewer.system());
            return;
        }
        RegisterRecord one = all.get(steps.next(all.size()));
        if (what == 7) projects.delete(one.id(), one.version(), "试", Viewer.system());
        else projects.update(one.id(), one.version(), values(steps, declared), Viewer.system());
    }

    private static Map<String, @Nullable Object> values(Steps steps, Declared declared) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("district", UNITS.get(steps.next(UNITS.size())));
        values.put("stage", steps.next(3) == 0 ? "signed" : "started");
        values.put("started_on", steps.next(9) == 0 ? null : LocalDate.parse(DATES.get(steps.next(DATES.size()))));
        values.put("investment", steps.next(5) == 0 ? null : new BigDecimal(steps.next(200)));
        String field = declared.name();
        if (field != null) {
            long number = steps.next(50);
            values.put(field, declared.wide() ? BigDecimal.valueOf(number * 10 + 5, 1) : (Object) number);
        }
        return values;
    }

    private static Shown shown(Town town, @Nullable Instant asOf) {
        Map<String, String> figures = new TreeMap<>();
        List<SeriesKey> keys = new ArrayList<>();
        for (Indicator indicator : town.indicators().all(asOf)) {
            for (String unit : SHOWN)
                keys.add(new SeriesKey(indicator.id(), unit, PERIODS.getFirst(), PERIODS.getLast()));
        }
        town.indicators().series(keys, asOf).values().forEach(series -> series.forEach(cell -> figures.put(key(cell), text(cell.value()))));
        Register projects = town.registers().of(Town.PROJECT, asOf);
        Map<Long, Map<String, Object>> records = new TreeMap<>();
        projects.list(ListRequest.first(200).asOf(asOf), Viewer.system()).rows().forEach(record -> {
            Map<String, Object> values = new TreeMap<>();
            record.values().forEach((field, value) -> values.put(field, String.valueOf(value)));
            values.put("version", record.version());
            records.put(record.id(), values);
        });
        return new Shown(figures, records, town.commitment(asOf));
    }

    private static String key(Cell cell) {
        return cell.indicator() + " " + cell.unit() + " " + cell.period();
    }

    private static String key(Indicator indicator, String unit, Period period) {
        return indicator.id() + " " + unit + " " + period;
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "null" : value.stripTrailingZeros().toPlainString();
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Steps.numbers(60, 220);
    }
}
