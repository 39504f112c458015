package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;

class PlanYamlTest {

    /// A mended plan of the mistake folders: a city pack with everything a plan needs.
    private static final Path CITY = Path.of("src/test/resources/mistakes/LP0802_unknown_clause/pack");

    private static final Map<String, String> MENDED = new MistakeFolder(CITY.getParent()).mends();

    @Test
    void chengdusPlanComesBackAsItWas() {
        Compilation first = PackCompiler.compile(List.of(Path.of("../packs")));
        assertThat(MistakeFolder.render(first, Language.EN)).doesNotContain("error LP08");
        first.packs().ifPresent(packs -> {
            Plan plan = packs.city().orElseThrow().plans().getFirst();
            Map<String, String> overlay = new TreeMap<>();
            PlanYaml.write(plan).forEach((path, text) -> overlay.put(plan.id().pack() + "/" + path, text));
            Compilation second = PackCompiler.compile(List.of(Path.of("../packs")), overlay);
            assertThat(second.packs().orElseThrow().city().orElseThrow().plans())
                    .containsExactly(plan);
        });
    }

    @Property(tries = 200)
    void anyPlanComesBackAsItWas(@ForAll("plans") Plan plan) {
        assertThat(compile(PlanYaml.write(plan))).isEqualTo(plan);
        assertThat(PlanYaml.write(plan)).isEqualTo(PlanYaml.write(compile(PlanYaml.write(plan))));
    }

    private static Plan compile(Map<String, String> files) {
        Map<String, String> overlay = new TreeMap<>(MENDED);
        files.forEach((path, text) -> overlay.put("pack/" + path, text));
        Compilation compilation = PackCompiler.compile(List.of(CITY), overlay);
        return compilation
                .packs()
                .orElseThrow(() -> new AssertionError(MistakeFolder.render(compilation, Language.EN) + files))
                .city()
                .orElseThrow()
                .plans()
                .getFirst();
    }

    /// The mended plan with other words, figures and dates in it.
    @Provide
    Arbitrary<Plan> plans() {
        Plan plan = compile(Map.of());
        Arbitrary<String> words = Arbitraries.oneOf(
                        Arbitraries.chars().range(' ', '~').range('一', '龥').map(String::valueOf),
                        Arbitraries.chars().with("：:#'\"\\-{}[],&*!|>%@`\t\n\u00e9").map(String::valueOf),
                        Arbitraries.just("\uD83C\uDFE0"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(signs -> String.join("", signs).strip())
                .filter(s -> !s.isBlank());
        Arbitrary<Text> texts = Combinators.combine(words, words).as(Text::new);
        Arbitrary<BigDecimal> figures = Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, new BigDecimal("99999999"))
                .ofScale(4);
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 300);
        return Combinators.combine(texts, texts, figures, days, Arbitraries.of(true, false))
                .as((title, detail, target, day, stated) -> varied(plan, title, detail, target, day, stated));
    }

    private static Plan varied(Plan plan, Text title, Text detail, BigDecimal target, int day, boolean stated) {
        Plan.Focus focus = plan.focuses().getFirst();
        Plan.Measure measure = focus.measures().getFirst();
        Plan.Commitment commitment = measure.commitments().getFirst();
        LocalDate due = commitment.period().from().plusDays(day);
        Plan.Figure figure = commitment.figure();
        Plan.Commitment other = new Plan.Commitment(
                commitment.id(),
                title,
                detail,
                commitment.lead(),
                Set.of("jinjiang", "chengdu"),
                commitment.period(),
                new Plan.Figure(
                        figure.indicator(),
                        figure.unit(),
                        figure.baseline(),
                        stated,
                        target,
                        !stated,
                        List.of(new Plan.Point(due, target))),
                List.of(figure.indicator()),
                List.of(new Plan.Milestone("m1", detail, due, stated, stated ? title : null)),
                List.of(title, detail),
                List.of(),
                commitment.clauses());
        List<Plan.Commitment> commitments = new ArrayList<>(measure.commitments());
        commitments.set(0, other);
        return new Plan(
                plan.id(),
                title,
                plan.source(),
                plan.period(),
                plan.statusRule(),
                plan.evidence(),
                plan.clauses(),
                List.of(new Plan.Focus(
                        focus.id(),
                        focus.order(),
                        detail,
                        focus.clauses(),
                        List.of(new Plan.Measure(
                                measure.id(),
                                title,
                                measure.lever(),
                                measure.lead(),
                                measure.clauses(),
                                commitments)))));
    }
}
