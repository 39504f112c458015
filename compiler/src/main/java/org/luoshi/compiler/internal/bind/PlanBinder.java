package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.PlanForms.FROM;
import static org.luoshi.compiler.internal.form.PlanForms.PERIOD;
import static org.luoshi.compiler.internal.form.PlanForms.STATED;
import static org.luoshi.compiler.internal.form.PlanForms.TITLE;
import static org.luoshi.compiler.internal.form.PlanForms.TO;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_RULE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.EVIDENCE_FIELD;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.NO_PLAN;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.ORDER_TWICE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.PERIOD_BACKWARDS;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNKNOWN_VERDICT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.form.FocusForm;
import org.luoshi.compiler.internal.form.PlanForms;
import org.luoshi.compiler.internal.form.PlanForms.Head;
import org.luoshi.compiler.internal.form.StatusForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;

/// The city's plan: its head, clauses and focuses.
final class PlanBinder {

    private final World world;
    private final Draft draft;
    private final Findings findings;

    PlanBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    /// At most one plan.
    List<Plan> bind() {
        Optional<ParsedFile> head = draft.file(Head.CONSTRUCT);
        List<ParsedFile> focusFiles = draft.files(FocusForm.CONSTRUCT);
        Optional<ParsedFile> clauseFile = draft.file(PlanForms.Clauses.CONSTRUCT);
        if (head.isEmpty() && !draft.unread(Head.CONSTRUCT.path())) {
            Optional<ParsedFile> stray = focusFiles.stream().findFirst().or(() -> clauseFile);
            stray.ifPresent(f -> findings.report(NO_PLAN.at(f.whole())));
        }
        Optional<View> view = head.flatMap(ParsedFile::view);
        Optional<View> period = view.flatMap(v -> v.get(PERIOD)).filter(this::forwards);
        ClauseBinder clauses = new ClauseBinder(world, clauseFile);
        clauses.bind();
        CommitmentBinder commitments = new CommitmentBinder(world, draft, clauses, period);
        List<Plan.Focus> focuses = new ArrayList<>();
        Map<Integer, Span> orders = new HashMap<>();
        for (ParsedFile file : focusFiles) {
            Optional<View> focus = file.view();
            if (focus.isEmpty()) {
                commitments.incomplete();
                continue;
            }
            focus.get().get(FocusForm.ORDER).ifPresent(order -> {
                Span first = orders.putIfAbsent(order, focus.get().at(FocusForm.ORDER));
                if (first != null) {
                    findings.report(ORDER_TWICE
                            .at(focus.get().at(FocusForm.ORDER))
                            .with("order", order)
                            .other(first));
                }
            });
            focuses.add(commitments.focus(file.name(), focus.get()));
        }
        commitments.finish();
        world.knowCommitments(commitments.ids(), clauses);
        focuses.sort(Comparator.comparingInt(Plan.Focus::order));
        return view.map(v -> List.of(plan(v, period, clauses, focuses))).orElse(List.of());
    }

    private Plan plan(View view, Optional<View> period, ClauseBinder clauses, List<Plan.Focus> focuses) {
        View source = view.get(Head.SOURCE).orElse(null);
        Optional<QualifiedId> rule = view.get(Head.STATUS_RULE)
                .flatMap(name -> world.references().resolve(draft, name, StatusForm.CONSTRUCT, UNKNOWN_RULE, findings));
        QualifiedId unknown = new QualifiedId(draft.id(), "?");
        return new Plan(
                new QualifiedId(draft.id(), "plan"),
                view.get(TITLE, Text.EMPTY),
                source == null
                        ? new Plan.Source(Text.EMPTY, "", LocalDate.EPOCH, null)
                        : new Plan.Source(
                                source.get(TITLE, Text.EMPTY),
                                source.get(Head.PUBLISHER, ""),
                                source.get(Head.DATE, LocalDate.EPOCH),
                                source.get(Head.URL).orElse(null)),
                period.map(PlanBinder::span).orElse(new Plan.Span(LocalDate.EPOCH, LocalDate.EPOCH, false)),
                rule.orElse(unknown),
                view.get(Head.EVIDENCE)
                        .flatMap(this::evidence)
                        .orElseGet(() -> new Plan.EvidenceRegister(unknown, "", "", "", "", "", "")),
                clauses.clauses(),
                focuses);
    }

    static Plan.Span span(View period) {
        return new Plan.Span(
                period.get(FROM, LocalDate.EPOCH), period.get(TO, LocalDate.EPOCH), period.get(STATED, false));
    }

    private boolean forwards(View period) {
        return forwards(period, findings);
    }

    /// Whether the period is of use; tells one that ends before it begins.
    static boolean forwards(View period, Findings findings) {
        Optional<LocalDate> from = period.get(FROM);
        Optional<LocalDate> to = period.get(TO);
        if (from.isEmpty() || to.isEmpty()) return false;
        if (!to.get().isBefore(from.get())) return true;
        findings.report(PERIOD_BACKWARDS
                .at(period.at(TO))
                .with("from", from.get())
                .with("to", to.get())
                .other(period.at(FROM)));
        return false;
    }

    private Optional<Plan.EvidenceRegister> evidence(View view) {
        Named named = new Named(world, draft);
        Optional<World.BoundEntity> entity = view.get(Head.ENTITY).flatMap(named::entity);
        if (entity.isEmpty()) return Optional.empty();
        World.BoundEntity register = entity.get();
        role(view, named, register, Head.COMMITMENT, Set.of("commitment"));
        role(view, named, register, Head.MILESTONE, Set.of("text"));
        role(view, named, register, Head.HAPPENED_ON, Set.of("date"));
        role(view, named, register, Head.VERIFIED_ON, Set.of("date"));
        Optional<Field> verdict = role(view, named, register, Head.VERDICT, Set.of("enumeration"));
        Optional<Scalar> accepted = view.get(Head.ACCEPTED);
        if (accepted.isPresent()
                && verdict.isPresent()
                && verdict.get().type() instanceof FieldType.EnumerationType values
                && values.position(accepted.get().text()) < 0) {
            findings.report(UNKNOWN_VERDICT
                    .at(accepted.get().span())
                    .with("word", accepted.get().text())
                    .with("field", verdict.get().id())
                    .with(
                            "members",
                            Members.list(
                                    values.values().stream().map(v -> v.id()).toList())));
        }
        return Optional.of(new Plan.EvidenceRegister(
                register.entity().id(),
                text(view, Head.COMMITMENT),
                text(view, Head.MILESTONE),
                text(view, Head.HAPPENED_ON),
                text(view, Head.VERDICT),
                text(view, Head.ACCEPTED),
                text(view, Head.VERIFIED_ON)));
    }

    private Optional<Field> role(
            View view, Named named, World.BoundEntity register, Key<Scalar> role, Set<String> types) {
        Optional<Field> field = view.get(role).flatMap(f -> named.field(register, f));
        if (field.isEmpty()) return field;
        View declared = register.fields().get(field.get().id());
        String type = declared == null ? "" : declared.get(FieldForms.TYPE, "");
        if (declared == null || types.contains(type)) return field;
        findings.report(EVIDENCE_FIELD
                .at(view.at(role))
                .with("role", role.name())
                .with("types", Members.list(types.stream().sorted().toList()))
                .with("field", field.get().id())
                .with("type", type)
                .other(declared.at(FieldForms.TYPE)));
        return Optional.empty();
    }

    private static String text(View view, Key<Scalar> key) {
        return view.get(key).map(Scalar::text).orElse("");
    }
}
