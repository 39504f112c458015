package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.DecisionMistakes.DIFFERENT_ANSWERS;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.GAP;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.NEVER_HITS;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.OVERLAP;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.SHADOWED;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.TOO_LARGE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Mistake;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.decision.Coverage;
import org.luoshi.pack.decision.Coverage.Overlap;
import org.luoshi.pack.decision.Coverage.Witness;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.HitPolicy;
import org.luoshi.pack.decision.TypedValue;

/// Tells what the rules of a table leave out, and where they contradict each other.
final class DecisionCoverage {

    private final DecisionTable table;
    private final List<Span> rules;
    private final World world;
    private final Coverage coverage;

    /// @param rules where each stands
    DecisionCoverage(DecisionTable table, List<Span> rules, World world) {
        this.table = table;
        this.rules = rules;
        this.world = world;
        this.coverage = new Coverage(table);
    }

    /// @param whole what to point at where the table as a whole is meant
    void check(Span whole) {
        coverage.never().forEach(rule -> world.findings()
                .report(NEVER_HITS.at(at(rule.number())).with("rule", rule.number())));
        if (table.hit() == HitPolicy.UNIQUE) coverage.overlaps().forEach(overlap -> tell(OVERLAP, overlap));
        if (table.hit() == HitPolicy.ANY) {
            coverage.overlaps().stream()
                    .filter(overlap -> !overlap.first().then().equals(overlap.second().then()))
                    .forEach(overlap -> tell(DIFFERENT_ANSWERS, overlap));
        }
        try {
            if (table.hit() == HitPolicy.FIRST) {
                coverage.shadowed().forEach(rule -> world.findings()
                        .report(SHADOWED.at(at(rule.number())).with("rule", rule.number())));
            }
            if (table.hit().answersOnce() && table.otherwise() == null) {
                coverage.gap().ifPresent(gap -> world.findings().report(GAP.at(whole).with("witness", words(gap))));
            }
        } catch (Coverage.TooLarge _) {
            world.findings().report(TOO_LARGE.at(whole));
        }
    }

    private void tell(Mistake mistake, Overlap overlap) {
        world.findings()
                .report(mistake.at(at(overlap.second().number()))
                        .with("first", overlap.first().number())
                        .with("second", overlap.second().number())
                        .with("witness", words(overlap.witness()))
                        .other(at(overlap.first().number())));
    }

    private Span at(int rule) {
        return rules.get(rule - 1);
    }

    /// `kind = site, area = 100`; inputs that no cell looks at are left out.
    private Text words(Witness witness) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Input input : table.inputs()) {
            if (table.rules().stream().noneMatch(rule -> rule.when().containsKey(input.id()))) continue;
            Text value = word(witness.inputs().get(input.id()));
            zh.add("`" + input.id() + "` = " + value.zh());
            en.add("`" + input.id() + "` = " + value.en());
        }
        return zh.isEmpty() ? new Text("任何情形", "anything") : new Text(String.join("，", zh), String.join(", ", en));
    }

    private static Text word(@Nullable Object value) {
        if (value == null) return new Text("（空）", "(empty)");
        if (Witness.isAnyOther(value)) return new Text("其他任何值", "any other value");
        return Text.same("`" + TypedValue.written(value) + "`");
    }
}
