package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.FocusForm.ASSIST;
import static org.luoshi.compiler.internal.form.FocusForm.CLAUSES;
import static org.luoshi.compiler.internal.form.FocusForm.COMMITMENTS;
import static org.luoshi.compiler.internal.form.FocusForm.DEPENDS_ON;
import static org.luoshi.compiler.internal.form.FocusForm.DETAIL;
import static org.luoshi.compiler.internal.form.FocusForm.DUE;
import static org.luoshi.compiler.internal.form.FocusForm.EVIDENCE;
import static org.luoshi.compiler.internal.form.FocusForm.FIGURE;
import static org.luoshi.compiler.internal.form.FocusForm.ID;
import static org.luoshi.compiler.internal.form.FocusForm.LEAD;
import static org.luoshi.compiler.internal.form.FocusForm.LEVER;
import static org.luoshi.compiler.internal.form.FocusForm.MEASURES;
import static org.luoshi.compiler.internal.form.FocusForm.MEASURE_LEAD;
import static org.luoshi.compiler.internal.form.FocusForm.MILESTONES;
import static org.luoshi.compiler.internal.form.FocusForm.ORDER;
import static org.luoshi.compiler.internal.form.FocusForm.WANTED;
import static org.luoshi.compiler.internal.form.FocusForm.WATCH;
import static org.luoshi.compiler.internal.form.PlanForms.FROM;
import static org.luoshi.compiler.internal.form.PlanForms.PERIOD;
import static org.luoshi.compiler.internal.form.PlanForms.STATED;
import static org.luoshi.compiler.internal.form.PlanForms.TITLE;
import static org.luoshi.compiler.internal.form.PlanForms.TO;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_INDICATOR;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.COMMITMENT_CYCLE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.DUPLICATE_COMMITMENT;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.DUPLICATE_MEASURE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.DUPLICATE_MILESTONE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.LEAD_ASSISTS;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.MILESTONE_EARLY;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.MILESTONE_LATE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.NOTHING_TO_JUDGE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.OUTSIDE_PLAN;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNKNOWN_COMMITMENT;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.WAITS_FOR_ITSELF;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.WAITS_FOR_LATER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.Plan.Lever;
import org.luoshi.pack.QualifiedId;

/// Focuses, measures, commitments and milestones, and how commitments wait for each other.
final class CommitmentBinder {

    private final World world;
    private final Draft draft;
    private final Findings findings;
    private final ClauseBinder clauses;
    private final Optional<View> planPeriod;
    private final FigureBinder figures;
    private final Map<String, View> commitments = new LinkedHashMap<>();
    private final Map<String, Span> measures = new HashMap<>();
    private boolean complete = true;

    CommitmentBinder(World world, Draft draft, ClauseBinder clauses, Optional<View> planPeriod) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
        this.clauses = clauses;
        this.planPeriod = planPeriod;
        this.figures = new FigureBinder(world, draft);
    }

    /// A focus could not be read: what others name may be in it.
    void incomplete() {
        complete = false;
    }

    Optional<Set<String>> ids() {
        return complete ? Optional.of(commitments.keySet()) : Optional.empty();
    }

    Plan.Focus focus(String id, View view) {
        List<Plan.Measure> bound = new ArrayList<>();
        if (view.broken(MEASURES)) complete = false;
        for (Listed<View> measure : view.get(MEASURES, List.of())) bound.add(measure(measure.value()));
        return new Plan.Focus(
                id,
                view.get(ORDER, 1),
                view.get(TITLE, Text.EMPTY),
                clauses.known(view.get(CLAUSES, List.of())),
                bound);
    }

    private Plan.Measure measure(View view) {
        Optional<Scalar> id = view.get(ID);
        id.ifPresent(i -> {
            Span first = measures.putIfAbsent(i.text(), i.span());
            if (first != null)
                findings.report(
                        DUPLICATE_MEASURE.at(i.span()).with("id", i.text()).other(first));
        });
        if (view.broken(COMMITMENTS)) complete = false;
        List<Plan.Commitment> bound = new ArrayList<>();
        for (Listed<View> commitment : view.get(COMMITMENTS, List.of())) bound.add(commitment(commitment.value()));
        return new Plan.Measure(
                id.map(Scalar::text).orElse(""),
                view.get(TITLE, Text.EMPTY),
                view.get(LEVER, Lever.NONE),
                view.get(MEASURE_LEAD).flatMap(l -> l).flatMap(world::unit).orElse(null),
                clauses.known(view.get(CLAUSES, List.of())),
                bound);
    }

    private Plan.Commitment commitment(View view) {
        String id = view.get(ID).map(Scalar::text).orElse("");
        if (view.get(ID).isEmpty()) {
            complete = false;
        } else {
            View first = commitments.putIfAbsent(id, view);
            if (first != null) {
                findings.report(
                        DUPLICATE_COMMITMENT.at(view.at(ID)).with("id", id).other(first.at(ID)));
            }
        }
        Optional<View> period = view.get(PERIOD).filter(p -> PlanBinder.forwards(p, findings));
        period.ifPresent(this::withinPlan);
        Optional<Plan.Figure> figure = view.get(FIGURE).flatMap(f -> figures.bind(f, period));
        List<Plan.Milestone> milestones = milestones(view, period);
        if (!view.has(FIGURE) && milestones.isEmpty() && !view.broken(MILESTONES)) {
            findings.report(NOTHING_TO_JUDGE.at(view.at(ID)).with("id", id));
        }
        List<Listed<Scalar>> named = view.get(CLAUSES, List.of());
        List<String> known = clauses.known(named);
        clauses.cover(named, view.has(FIGURE));
        List<QualifiedId> watch = new ArrayList<>();
        for (Listed<Scalar> indicator : view.get(WATCH, List.of())) {
            world.references()
                    .resolve(draft, indicator.value(), IndicatorForm.CONSTRUCT, UNKNOWN_INDICATOR, findings)
                    .ifPresent(watch::add);
        }
        return new Plan.Commitment(
                id,
                view.get(TITLE, Text.EMPTY),
                view.get(DETAIL).orElse(null),
                view.get(LEAD).flatMap(world::unit).orElse(""),
                assist(view),
                period.map(PlanBinder::span).orElse(new Plan.Span(LocalDate.EPOCH, LocalDate.EPOCH, false)),
                figure.orElse(null),
                watch,
                milestones,
                view.get(EVIDENCE, List.of()).stream().map(Listed::value).toList(),
                view.get(DEPENDS_ON, List.of()).stream()
                        .map(d -> d.value().text())
                        .toList(),
                known);
    }

    private void withinPlan(View period) {
        if (planPeriod.isEmpty()) return;
        Plan.Span ours = PlanBinder.span(period);
        Plan.Span plan = PlanBinder.span(planPeriod.get());
        boolean early = ours.from().isBefore(plan.from());
        if (!early && !ours.to().isAfter(plan.to())) return;
        findings.report(OUTSIDE_PLAN
                .at(period.at(early ? FROM : TO))
                .with("from", ours.from())
                .with("to", ours.to())
                .with("plan_from", plan.from())
                .with("plan_to", plan.to())
                .other(planPeriod.get().at(early ? FROM : TO)));
    }

    private Set<String> assist(View view) {
        Set<String> assist = new LinkedHashSet<>();
        Optional<Scalar> lead = view.get(LEAD);
        for (Listed<Scalar> unit : view.get(ASSIST, List.of())) {
            if (world.unit(unit.value()).isEmpty()) continue;
            if (lead.isPresent() && lead.get().text().equals(unit.value().text())) {
                findings.report(LEAD_ASSISTS
                        .at(unit.span())
                        .with("unit", unit.value().text())
                        .other(lead.get().span()));
            }
            assist.add(unit.value().text());
        }
        return assist;
    }

    private List<Plan.Milestone> milestones(View view, Optional<View> period) {
        List<Plan.Milestone> milestones = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        for (Listed<View> listed : view.get(MILESTONES, List.of())) {
            View milestone = listed.value();
            String id = milestone.get(ID).map(Scalar::text).orElse("");
            Span first = milestone.get(ID).isEmpty() ? null : seen.putIfAbsent(id, milestone.at(ID));
            if (first != null) {
                findings.report(
                        DUPLICATE_MILESTONE.at(milestone.at(ID)).with("id", id).other(first));
            }
            Optional<LocalDate> due = milestone.get(DUE);
            if (due.isPresent() && period.isPresent()) checkDue(milestone, id, due.get(), period.get());
            milestones.add(new Plan.Milestone(
                    id,
                    milestone.get(TITLE, Text.EMPTY),
                    due.orElse(LocalDate.EPOCH),
                    milestone.get(STATED, false),
                    milestone.get(WANTED).orElse(null)));
        }
        return milestones;
    }

    private void checkDue(View milestone, String id, LocalDate due, View period) {
        Plan.Span span = PlanBinder.span(period);
        if (due.isAfter(span.to())) {
            findings.report(MILESTONE_LATE
                    .at(milestone.at(DUE))
                    .with("milestone", id)
                    .with("due", due)
                    .with("deadline", span.to())
                    .other(period.at(TO)));
        } else if (due.isBefore(span.from())) {
            findings.report(MILESTONE_EARLY
                    .at(milestone.at(DUE))
                    .with("milestone", id)
                    .with("due", due)
                    .with("start", span.from())
                    .other(period.at(FROM)));
        }
    }

    /// What needs every focus: who waits for whom, and which clauses nothing covers.
    void finish() {
        Map<String, List<String>> waits = new HashMap<>();
        commitments.forEach((id, view) -> {
            for (Listed<Scalar> other : view.get(DEPENDS_ON, List.of())) {
                String needed = other.value().text();
                if (needed.equals(id)) {
                    findings.report(WAITS_FOR_ITSELF.at(other.span()).with("id", id));
                } else if (commitments.containsKey(needed)) {
                    waits.computeIfAbsent(id, unused -> new ArrayList<>()).add(needed);
                    adviseOnLater(id, view, other, commitments.get(needed));
                } else if (complete) {
                    findings.report(UNKNOWN_COMMITMENT
                            .at(other.span())
                            .with("id", needed)
                            .with("meant", Members.meant(needed, commitments.keySet())));
                }
            }
        });
        for (List<String> circle : Circles.in(waits)) {
            Finding finding = COMMITMENT_CYCLE
                    .at(Known.in(commitments, circle.getFirst()).at(DEPENDS_ON))
                    .with("circle", Text.same(Reference.circle(circle)));
            circle.stream()
                    .skip(1)
                    .forEach(id -> finding.other(Known.in(commitments, id).at(DEPENDS_ON)));
            findings.report(finding);
        }
        if (complete) clauses.adviseOnUncovered();
    }

    private void adviseOnLater(String id, View view, Listed<Scalar> other, View needed) {
        Optional<LocalDate> deadline = view.get(PERIOD).flatMap(p -> p.get(TO));
        Optional<LocalDate> later = needed.get(PERIOD).flatMap(p -> p.get(TO));
        if (deadline.isEmpty() || later.isEmpty() || !later.get().isAfter(deadline.get())) return;
        findings.report(WAITS_FOR_LATER
                .at(other.span())
                .with("id", id)
                .with("deadline", deadline.get())
                .with("other", other.value().text())
                .with("later", later.get())
                .other(needed.get(PERIOD).orElseThrow().at(TO)));
    }
}
