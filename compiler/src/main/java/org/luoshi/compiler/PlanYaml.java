package org.luoshi.compiler;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.write.YamlText;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;

/// A plan as the YAML it is declared in. The same plan always gives the same text, and compiling the text gives the
/// plan back. Remarks and the note on the plan's period are not part of the model and so are not written.
public final class PlanYaml {

    private final String pack;

    private PlanYaml(Plan plan) {
        this.pack = plan.id().pack();
    }

    /// Path from the pack's folder → text: `plan/plan.yaml`, `plan/clauses.yaml`, `plan/focus/ID.yaml`.
    public static Map<String, String> write(Plan plan) {
        PlanYaml yaml = new PlanYaml(plan);
        Map<String, String> files = new TreeMap<>();
        files.put("plan/plan.yaml", yaml.head(plan));
        if (!plan.clauses().isEmpty()) files.put("plan/clauses.yaml", yaml.clauses(plan.clauses()));
        for (Plan.Focus focus : plan.focuses()) files.put("plan/focus/" + focus.id() + ".yaml", yaml.focus(focus));
        return files;
    }

    private String head(Plan plan) {
        YamlText out = new YamlText().put("title", plan.title()).open("source");
        out.put("title", plan.source().title());
        out.put("publisher", plan.source().publisher())
                .raw("date", plan.source().date());
        if (plan.source().url() != null) out.put("url", plan.source().url());
        out.close();
        span(out, plan.period());
        Plan.EvidenceRegister evidence = plan.evidence();
        return out.put("status_rule", name(plan.statusRule()))
                .open("evidence")
                .put("entity", name(evidence.entity()))
                .put("commitment", evidence.commitment())
                .put("milestone", evidence.milestone())
                .put("happened_on", evidence.happenedOn())
                .put("verdict", evidence.verdict())
                .put("accepted", evidence.accepted())
                .put("verified_on", evidence.verifiedOn())
                .toString();
    }

    private String clauses(List<Plan.Clause> clauses) {
        YamlText out = new YamlText();
        for (Plan.Clause clause : clauses) {
            out.item().put("id", clause.id());
            out.raw("paragraph", clause.paragraph()).raw("sentence", clause.sentence());
            if (clause.speaker() != null) out.put("speaker", clause.speaker());
            out.put("gist", clause.gist()).raw("kind", word(clause.kind()));
            out.raw("needs", clause.needsCommitment() ? "commitment" : "none");
            if (clause.because() != null) out.put("because", clause.because());
            out.close();
        }
        return out.toString();
    }

    private String focus(Plan.Focus focus) {
        YamlText out = new YamlText().put("title", focus.title()).raw("order", focus.order());
        out.list("clauses", focus.clauses());
        if (focus.measures().isEmpty()) return out.raw("measures", "[]").toString();
        out.open("measures");
        for (Plan.Measure measure : focus.measures()) {
            out.item().put("id", measure.id()).put("title", measure.title()).raw("lever", word(measure.lever()));
            if (measure.lead() != null) out.put("lead", measure.lead());
            out.list("clauses", measure.clauses());
            if (!measure.commitments().isEmpty()) {
                out.open("commitments");
                measure.commitments().forEach(c -> commitment(out, c));
                out.close();
            }
            out.close();
        }
        return out.toString();
    }

    private void commitment(YamlText out, Plan.Commitment commitment) {
        out.item().put("id", commitment.id()).put("title", commitment.title());
        if (commitment.detail() != null) out.put("detail", commitment.detail());
        out.put("lead", commitment.lead());
        out.list("assist", commitment.assist().stream().sorted().toList());
        span(out, commitment.period());
        if (commitment.figure() != null) figure(out, commitment.figure());
        out.list("watch", commitment.watch().stream().map(this::name).toList());
        if (!commitment.milestones().isEmpty()) {
            out.open("milestones");
            for (Plan.Milestone milestone : commitment.milestones()) {
                out.item().put("id", milestone.id()).put("title", milestone.title());
                out.raw("due", milestone.due()).raw("stated", milestone.stated());
                if (milestone.evidence() != null) out.put("evidence", milestone.evidence());
                out.close();
            }
            out.close();
        }
        if (!commitment.evidence().isEmpty()) {
            out.open("evidence");
            commitment
                    .evidence()
                    .forEach(wanted -> out.item()
                            .put("zh", wanted.zh())
                            .put("en", wanted.en())
                            .close());
            out.close();
        }
        out.list("depends_on", commitment.dependsOn())
                .list("clauses", commitment.clauses())
                .close();
    }

    private void figure(YamlText out, Plan.Figure figure) {
        out.open("figure").put("indicator", name(figure.indicator())).put("unit", figure.unit());
        out.open("baseline")
                .raw("on", figure.baseline().by())
                .raw("value", plain(figure.baseline().value()));
        out.raw("stated", figure.baselineStated()).close();
        out.raw("target", plain(figure.target())).raw("stated", figure.targetStated());
        if (!figure.path().isEmpty()) {
            out.open("path");
            figure.path()
                    .forEach(point -> out.item()
                            .raw("by", point.by())
                            .raw("value", plain(point.value()))
                            .close());
            out.close();
        }
        out.close();
    }

    private static void span(YamlText out, Plan.Span span) {
        out.open("period")
                .raw("from", span.from())
                .raw("to", span.to())
                .raw("stated", span.stated())
                .close();
    }

    private String name(QualifiedId id) {
        return id.pack().equals(pack) ? id.name() : id.toString();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
