package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.decision.Deciding;
import org.luoshi.pack.decision.Decision;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.process.ProcessDefinition;

/// Random tables as packs write them, compiled, beside a reading of the same rules that knows nothing of the compiler:
/// what it says of gaps and overlaps against every input of a small world, and what tables answer.
class DecisionTablesTest {

    private static final Path FRAME = Path.of("src/test/resources/mistakes/LP1101_gap/pack");
    private static final List<String> KINDS = List.of("site", "labour", "other");
    private static final List<String> LEVELS = List.of("high", "middle", "low");

    private static Path work;

    /// A rule by its bounds: `from` ≤ pieces < `to`, kinds, urgent or not; null for anything.
    ///
    /// @param level answer
    record Row(@Nullable Integer from, @Nullable Integer to, Set<String> kinds, @Nullable Boolean urgent, String level, int points) {

        boolean covers(Case one) {
            return (from == null || one.pieces() >= from)
                    && (to == null || one.pieces() < to)
                    && kinds.contains(one.kind())
                    && (urgent == null || urgent == one.urgent());
        }

        String yaml(boolean numbers) {
            List<String> cells = new ArrayList<>();
            if (from != null && to != null) cells.add("pieces: pieces >= %d && pieces < %d".formatted(from, to));
            else if (from != null) cells.add("pieces: pieces >= %d".formatted(from));
            else if (to != null) cells.add("pieces: \"!(pieces >= %d)\"".formatted(to));
            if (kinds.size() < KINDS.size()) {
                String list = kinds.stream().map(k -> "'" + k + "'").collect(Collectors.joining(", "));
                cells.add("kind: \"kind in [%s]\"".formatted(list));
            }
            if (urgent != null) cells.add("urgent: \"%s\"".formatted(urgent ? "urgent" : "!urgent"));
            String then = numbers ? "points: " + points : "level: " + level;
            return "  - { when: { %s }, then: { %s } }\n".formatted(String.join(", ", cells), then);
        }
    }

    /// One input.
    record Case(int pieces, String kind, boolean urgent) {

        static List<Case> all() {
            return IntStream.rangeClosed(0, 12)
                    .boxed()
                    .flatMap(n -> KINDS.stream().flatMap(k -> IntStream.range(0, 2).mapToObj(u -> new Case(n, k, u == 1))))
                    .toList();
        }

        Map<String, @Nullable Object> inputs() {
            return new HashMap<>(Map.of("pieces", BigDecimal.valueOf(pieces), "kind", kind, "urgent", urgent));
        }
    }

    @BeforeContainer
    static void open() throws IOException {
        work = Files.createTempDirectory("decisions");
    }

    @AfterContainer
    static void close() throws IOException {
        try (var files = Files.walk(work)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Integer> bound = Arbitraries.integers().between(1, 11).injectNull(0.4);
        Arbitrary<Set<String>> kinds = Arbitraries.of(KINDS).set().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Boolean> urgent = Arbitraries.of(true, false).injectNull(0.6);
        return Combinators.combine(bound, bound, kinds, urgent, Arbitraries.of(LEVELS), Arbitraries.integers().between(0, 9))
                .as((a, b, k, u, level, points) -> a != null && b != null && a > b
                        ? new Row(b, a, new TreeSet<>(k), u, level, points)
                        : new Row(a, b, new TreeSet<>(k), u, level, points))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 250, seed = "8253")
    void gapsAndOverlapsAreThoseOfEveryInput(@ForAll("rows") List<Row> rows) throws IOException {
        Set<String> told = codes(compile("unique", "", rows));
        assertThat(told.contains("LP1101")).as("gap").isEqualTo(any(one -> hits(rows, one).isEmpty()));
        assertThat(told.contains("LP1102")).as("overlap").isEqualTo(any(one -> hits(rows, one).size() > 1));
        assertThat(told.contains("LP1104"))
                .as("never")
                .isEqualTo(rows.stream().anyMatch(row -> Case.all().stream().noneMatch(row::covers)));
    }

    @Property(tries = 150, seed = "511")
    void rulesOfAnyContradictWhereSomeInputGetsTwoAnswers(@ForAll("rows") List<Row> rows) throws IOException {
        Set<String> told = codes(compile("any", "", rows));
        assertThat(told.contains("LP1103"))
                .isEqualTo(any(one -> hits(rows, one).stream().map(Row::level).distinct().count() > 1));
    }

    @Property(tries = 150, seed = "92")
    void aRuleIsShadowedWhereNoInputComesToIt(@ForAll("rows") List<Row> rows) throws IOException {
        Set<String> told = codes(compile("first", "", rows));
        boolean shadowed = rows.stream()
                .anyMatch(row -> Case.all().stream().anyMatch(row::covers)
                        && Case.all().stream().filter(row::covers).allMatch(one -> hits(rows, one).getFirst() != row));
        assertThat(told.contains("LP1105")).isEqualTo(shadowed);
    }

    @Property(tries = 200, seed = "77")
    void everyPolicyAnswersAsItsRulesReadAloud(@ForAll("rows") List<Row> rows) throws IOException {
        for (String hit : List.of("first", "priority", "collect", "rule_order", "output_order")) {
            DecisionTable table = table(hit, "", rows, false);
            if (table == null) continue;
            for (Case one : Case.all()) {
                List<Row> hits = hits(rows, one);
                List<Row> ranked = LEVELS.stream()
                        .flatMap(level -> hits.stream().filter(row -> row.level().equals(level)))
                        .toList();
                List<Row> expected = switch (hit) {
                    case "first" -> hits.stream().limit(1).toList();
                    case "priority" -> ranked.stream().limit(1).toList();
                    case "output_order" -> ranked;
                    default -> hits;
                };
                List<String> answers = expected.isEmpty() && !hit.equals("collect")
                        ? List.of("low")
                        : expected.stream().map(Row::level).toList();
                Decision.Decided decided = Deciding.decide(table, one.inputs());
                assertThat(decided.answers()).as("%s of %s", hit, one)
                        .extracting(a -> a.get("level"))
                        .isEqualTo(hit.equals("collect") && expected.isEmpty() ? List.of("low") : answers);
                assertThat(decided.rules()).isEqualTo(expected.stream().map(row -> 1 + place(rows, row)).toList());
            }
        }
    }

    @Property(tries = 100, seed = "4")
    void aggregatorsAddUp(@ForAll("rows") List<Row> rows) throws IOException {
        for (String aggregate : List.of("sum", "min", "max", "count")) {
            DecisionTable table = table("collect", "aggregate: " + aggregate + "\n", rows, true);
            if (table == null) continue;
            for (Case one : Case.all()) {
                IntStream points = hits(rows, one).stream().mapToInt(Row::points);
                long expected = switch (aggregate) {
                    case "sum" -> points.sum();
                    case "min" -> points.min().orElse(-1);
                    case "max" -> points.max().orElse(-1);
                    default -> points.count();
                };
                boolean none = hits(rows, one).isEmpty();
                assertThat(Deciding.decide(table, one.inputs()).answers())
                        .extracting(a -> a.get("points"))
                        .containsExactly(none ? -1L : expected);
            }
        }
    }

    private static int place(List<Row> rows, Row row) {
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i) == row).findFirst().orElseThrow();
    }

    private static List<Row> hits(List<Row> rows, Case one) {
        return rows.stream().filter(row -> row.covers(one)).toList();
    }

    private static boolean any(Predicate<Case> fault) {
        return Case.all().stream().anyMatch(fault);
    }

    private static Set<String> codes(Compilation compilation) {
        return compilation.diagnostics().sorted().stream().map(d -> d.code().value()).collect(Collectors.toSet());
    }

    /// Null where a rule never hits or comes to no turn, which is a mistake of its own.
    private static @Nullable DecisionTable table(String hit, String aggregate, List<Row> rows, boolean numbers)
            throws IOException {
        String otherwise = numbers ? "otherwise: { points: -1 }\n" : "otherwise: { level: low }\n";
        Compilation compilation = compile(hit, aggregate, rows, numbers, otherwise);
        if (compilation.packs().isEmpty()) {
            assertThat(codes(compilation)).isSubsetOf("LP1104", "LP1105");
            return null;
        }
        PackSet packs = compilation.packs().get();
        ProcessDefinition process = packs.processes().findFirst().orElseThrow();
        return Objects.requireNonNull(process.decisions().get("rate"));
    }

    private static Compilation compile(String hit, String aggregate, List<Row> rows) throws IOException {
        return compile(hit, aggregate, rows, false, "");
    }

    private static Compilation compile(String hit, String aggregate, List<Row> rows, boolean numbers, String otherwise)
            throws IOException {
        String output = numbers
                ? "  points: { type: integer, title: { zh: 分, en: Points } }\n"
                : "  level: { type: enumeration, title: { zh: 级别, en: Level }, values: { high: { zh: 高, en: High }, middle: { zh: 中, en: Middle }, low: { zh: 低, en: Low } } }\n";
        String text = """
                title: { zh: 定级, en: Rating }
                about: { zh: 合成, en: Synthetic }
                content: request
                hit: %s
                %sinputs: { pieces: {}, kind: {}, urgent: {} }
                outputs:
                %srules:
                %s%s""".formatted(hit, aggregate, output, rows.stream().map(r -> r.yaml(numbers)).collect(Collectors.joining()), otherwise);
        return PackCompiler.compile(List.of(FRAME), Map.of("pack/decisions/rating.yaml", text.toLowerCase(Locale.ROOT)));
    }
}
