package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.ABOUT;
import static org.luoshi.compiler.internal.form.ProcessForm.ACTIONS;
import static org.luoshi.compiler.internal.form.ProcessForm.ACTION_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.APPLY;
import static org.luoshi.compiler.internal.form.ProcessForm.AUTOMATIC;
import static org.luoshi.compiler.internal.form.ProcessForm.BY;
import static org.luoshi.compiler.internal.form.ProcessForm.CLOCKS;
import static org.luoshi.compiler.internal.form.ProcessForm.CONTENT;
import static org.luoshi.compiler.internal.form.ProcessForm.DECISIONS;
import static org.luoshi.compiler.internal.form.ProcessForm.EXPIRES;
import static org.luoshi.compiler.internal.form.ProcessForm.FIELDS;
import static org.luoshi.compiler.internal.form.ProcessForm.NEEDED;
import static org.luoshi.compiler.internal.form.ProcessForm.NOT_BY;
import static org.luoshi.compiler.internal.form.ProcessForm.NUMBER;
import static org.luoshi.compiler.internal.form.ProcessForm.ONCE;
import static org.luoshi.compiler.internal.form.ProcessForm.OPERATIONS;
import static org.luoshi.compiler.internal.form.ProcessForm.OUTCOMES;
import static org.luoshi.compiler.internal.form.ProcessForm.OUTCOME_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.REASON;
import static org.luoshi.compiler.internal.form.ProcessForm.RENAMED;
import static org.luoshi.compiler.internal.form.ProcessForm.SIGN;
import static org.luoshi.compiler.internal.form.ProcessForm.STEPS;
import static org.luoshi.compiler.internal.form.ProcessForm.STEP_BY;
import static org.luoshi.compiler.internal.form.ProcessForm.STEP_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.TABLE;
import static org.luoshi.compiler.internal.form.ProcessForm.TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.TOLD;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.OTHER_CONTENT;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.UNKNOWN_DECISION;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.AUTOMATIC_NEVER;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.BAD_PREFIX;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.CONTENT_WITHOUT_UNIT;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NEEDED_NOT_ASKED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NEVER_FILLED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NOT_BY_ITSELF;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_DRAWING;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.RENAMED_STILL_THERE;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.RESERVED_ASKED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNKNOWN_STEP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.bpmn.BpmnFile;
import org.luoshi.compiler.internal.form.DecisionForm;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.expression.Type;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.CaseRole;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.Graph;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.Outcome;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Signing;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;

/// One process: its declaration, its drawing and its clocks, each checked against the others.
final class ProcessBinder {

    /// The name under which conditions of flows know the action that finished the last step.
    static final String ACTION = "action";

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final ProcessFiles files;

    ProcessBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.files = new ProcessFiles(view, findings);
    }

    void bind() {
        int told = findings.all().size();
        QualifiedId id = new QualifiedId(draft.id(), file.name());
        Optional<World.BoundEntity> content = view.get(CONTENT)
                .flatMap(name -> world.references().resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, findings))
                .flatMap(found -> Optional.ofNullable(world.entities().get(found)));
        content.ifPresent(this::checkUnit);
        view.get(NUMBER).ifPresent(this::checkPrefix);
        ProcessRoles roles = new ProcessRoles(world, draft, view, content);
        List<CaseRole> bound = roles.bind();
        Optional<View> apply = view.get(APPLY);
        apply.flatMap(a -> a.get(BY)).ifPresent(roles::checkApplicant);
        List<FileField> attachments = files.bind(content);
        List<String> form = apply.map(a -> fields(content, a, FIELDS)).orElse(List.of());
        List<String> attached = apply.map(a -> files.among(a, FIELDS)).orElse(List.of());
        if (apply.isPresent()) {
            content.ifPresent(c -> checkComplete(c, apply.get(), form));
            files.checkRequired(attachments, attached, apply.get());
        }
        List<Step> steps = steps(content, roles);
        files.checkAsked(attachments, attached, steps);
        Map<String, DecisionTable> decisions = decisions(content);
        List<Outcome> outcomes = outcomes(new ProcessCertificates(world, draft, content));
        List<CaseClock> clocks = new ProcessClocks(world, draft, steps, events(steps, outcomes)).bind(view);
        checkAutomatic();
        Optional<DrawingFile> drawing = Optional.ofNullable(draft.drawings().get(file.name()));
        if (drawing.isEmpty()) {
            findings.report(NO_DRAWING
                    .at(file.whole())
                    .with("process", file.name())
                    .with("meant", file.path().replace(".yaml", ".bpmn")));
        }
        Optional<BpmnFile> drawn = drawing.flatMap(d -> Optional.ofNullable(d.drawn()));
        Optional<Graph> graph = drawn.map(d -> graph(d, drawing.get(), content, steps));
        @Nullable ProcessDefinition definition = null;
        if (content.isPresent() && graph.isPresent() && !steps.isEmpty() && !outcomes.isEmpty()) {
            Text title = view.get(TITLE, Text.EMPTY);
            QualifiedId entity = content.get().entity().id();
            definition = new ProcessDefinition(
                    id,
                    title,
                    view.get(ABOUT, Text.EMPTY),
                    entity,
                    view.get(NUMBER).map(Scalar::text).orElse(""),
                    apply.flatMap(a -> a.get(BY)).map(Scalar::text).orElse(""),
                    attachments,
                    form,
                    attached,
                    bound,
                    steps,
                    renamed(steps),
                    decisions,
                    outcomes,
                    clocks,
                    graph.get(),
                    drawn.get().drawing(),
                    CaseRegister.of(id, title, entity, steps, outcomes, clocks),
                    ProcessDigest.of(world, draft, file, view, drawing.get()));
            boolean sound = findings.all().size() == told && view.whole() && drawn.get().whole();
            if (sound) new ProcessWays(world, definition, view, drawn.get(), content.get()).check();
        }
        world.processes().put(id, new World.BoundProcess(Optional.ofNullable(definition), view, file));
    }

    /// What only the passing of a limit does, some limit must do.
    private void checkAutomatic() {
        if (view.broken(CLOCKS)) return;
        Set<String> expiries = view.get(CLOCKS, Map.of()).values().stream()
                .flatMap(clock -> clock.value().get(EXPIRES).stream())
                .map(Scalar::text)
                .collect(Collectors.toSet());
        view.get(STEPS, Map.of()).forEach((step, listed) -> listed.value().get(ACTIONS, Map.of()).forEach((id, action) -> {
            String event = new Trigger.Acted(step.text(), id.text()).written();
            if (!action.value().get(AUTOMATIC, false) || expiries.contains(event)) return;
            findings.report(AUTOMATIC_NEVER.at(action.value().at(AUTOMATIC)).with("event", event));
        }));
    }

    private void checkUnit(World.BoundEntity content) {
        Entity entity = content.entity();
        String unit = entity.unit();
        boolean known = unit != null && entity.field(unit).map(Field::required).orElse(true);
        if (known || content.file().view().map(v -> v.broken(EntityForm.UNIT)).orElse(true)) return;
        findings.report(CONTENT_WITHOUT_UNIT
                .at(view.at(CONTENT))
                .with("entity", entity.id().name())
                .other(unit == null ? content.file().whole() : content.at(unit)));
    }

    private void checkPrefix(Scalar prefix) {
        if (prefix.text().matches("[A-Z]{2,8}")) return;
        String meant = prefix.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        findings.report(BAD_PREFIX
                .at(prefix.span())
                .with("word", prefix.text())
                .with("meant", Optional.of(meant).filter(m -> m.matches("[A-Z]{2,8}"))));
    }

    /// What an application leaves open must be allowed to be open.
    private void checkComplete(World.BoundEntity content, View apply, List<String> form) {
        Entity entity = content.entity();
        for (Field field : entity.fields()) {
            boolean numbered = field.id().equals(CaseRegister.NUMBER) && entity.key().contains(field.id());
            boolean asked = form.contains(field.id()) || numbered || apply.broken(FIELDS);
            if (!field.required() || asked || field.reserved()) continue;
            findings.report(NEVER_FILLED
                    .at(apply.has(FIELDS) ? apply.at(FIELDS) : view.at(APPLY))
                    .with("field", field.id())
                    .other(content.at(field.id())));
        }
    }

    private List<Step> steps(Optional<World.BoundEntity> content, ProcessRoles roles) {
        List<Step> steps = new ArrayList<>();
        PanelBinder panels = new PanelBinder(world, draft, content, roles);
        view.get(STEPS, Map.of()).forEach((name, listed) -> {
            View step = listed.value();
            List<Listed<Scalar>> by = step.get(STEP_BY, List.of());
            by.forEach(role -> roles.check(role.value()));
            List<String> form = fields(content, step, FIELDS);
            Text title = step.get(STEP_TITLE, Text.EMPTY);
            Set<Operation> operations = new LinkedHashSet<>();
            step.get(OPERATIONS, List.of()).forEach(o -> operations.add(o.value()));
            List<Action> actions = actions(step, content, form);
            steps.add(new Step(
                    name.text(),
                    title,
                    step.get(TOLD, title),
                    by.stream().map(role -> role.value().text()).toList(),
                    step.get(SIGN, Signing.ALL),
                    form,
                    files.among(step, FIELDS),
                    actions,
                    notBy(name, step),
                    new ProcessMeetings(world, draft, content).of(step),
                    operations,
                    panels.bind(name, step, actions)));
        });
        return steps;
    }

    private Map<String, String> renamed(List<Step> steps) {
        List<String> known = steps.stream().map(Step::id).toList();
        Map<String, String> renamed = new LinkedHashMap<>();
        view.get(RENAMED, Map.of()).forEach((old, present) -> {
            Scalar name = present.value();
            if (known.contains(old.text())) {
                findings.report(RENAMED_STILL_THERE.at(old.span()).with("step", old.text()));
            } else if (!known.contains(name.text())) {
                unknownStep(name, known);
            } else {
                renamed.put(old.text(), name.text());
            }
        });
        return renamed;
    }

    private void unknownStep(Scalar name, List<String> known) {
        findings.report(UNKNOWN_STEP
                .at(name.span())
                .with("name", name.text())
                .with("members", Members.of(known, name.text()))
                .with("meant", Members.meant(name.text(), known)));
    }

    private Set<String> notBy(Scalar name, View step) {
        List<String> known = view.get(STEPS, Map.of()).keySet().stream().map(Scalar::text).toList();
        Set<String> steps = new LinkedHashSet<>();
        for (Listed<Scalar> other : step.get(NOT_BY, List.of())) {
            String id = other.value().text();
            if (!known.contains(id)) {
                unknownStep(other.value(), known);
            } else if (id.equals(name.text())) {
                findings.report(NOT_BY_ITSELF.at(other.span()).with("step", id));
            } else {
                steps.add(id);
            }
        }
        return steps;
    }

    private List<Action> actions(View step, Optional<World.BoundEntity> content, List<String> form) {
        List<Action> actions = new ArrayList<>();
        step.get(ACTIONS, Map.of()).forEach((id, listed) -> {
            View action = listed.value();
            List<String> needed = fields(content, action, NEEDED);
            List<String> attached = files.among(action, NEEDED);
            List<String> asked = files.among(step, FIELDS);
            for (Listed<Scalar> field : action.get(NEEDED, List.of())) {
                String name = field.value().text();
                boolean known = needed.contains(name) || attached.contains(name);
                if (form.contains(name) || asked.contains(name) || !known || step.broken(FIELDS)) continue;
                findings.report(NEEDED_NOT_ASKED.at(field.span()).with("field", name));
            }
            actions.add(new Action(
                    id.text(),
                    action.get(ACTION_TITLE, Text.EMPTY),
                    action.get(ONCE, false),
                    action.get(REASON, false),
                    action.get(AUTOMATIC, false),
                    Set.copyOf(needed),
                    Set.copyOf(attached)));
        });
        return actions;
    }

    private Map<String, DecisionTable> decisions(Optional<World.BoundEntity> content) {
        Map<String, DecisionTable> decisions = new LinkedHashMap<>();
        view.get(DECISIONS, Map.of()).forEach((id, decision) -> decision.value()
                .get(TABLE)
                .ifPresent(name -> world.references()
                        .resolve(draft, name, DecisionForm.CONSTRUCT, UNKNOWN_DECISION, findings)
                        .flatMap(found -> Optional.ofNullable(world.decisions().get(found)))
                        .ifPresent(bound -> bound.table().ifPresent(table -> {
                            QualifiedId judged = table.content();
                            if (content.filter(c -> !c.entity().id().equals(judged)).isPresent()) {
                                findings.report(OTHER_CONTENT
                                        .at(name.span())
                                        .with("table", name.text())
                                        .with("theirs", judged.name())
                                        .with("ours", content.get().entity().id().name())
                                        .other(bound.view().at(DecisionForm.CONTENT)));
                            }
                            decisions.put(id.text(), table);
                        }))));
        return decisions;
    }

    private List<Outcome> outcomes(ProcessCertificates certificates) {
        List<Outcome> outcomes = new ArrayList<>();
        view.get(OUTCOMES, Map.of()).forEach((id, outcome) -> {
            Text title = outcome.value().get(OUTCOME_TITLE, Text.EMPTY);
            outcomes.add(new Outcome(
                    id.text(), title, outcome.value().get(TOLD, title), certificates.of(outcome.value())));
        });
        return outcomes;
    }

    private List<String> fields(Optional<World.BoundEntity> content, View view, Key<List<Listed<Scalar>>> key) {
        Named named = new Named(world, draft);
        List<String> fields = new ArrayList<>();
        for (Listed<Scalar> name : view.get(key, List.of())) {
            if (files.declares(name.value())) continue;
            content.flatMap(entity -> named.field(entity, name.value()))
                    .ifPresent(field -> {
                        if (key == FIELDS) refuseReserved(content.orElseThrow(), field, name.value());
                        fields.add(field.id());
                    });
        }
        return fields;
    }

    private void refuseReserved(World.BoundEntity content, Field field, Scalar name) {
        if (!field.reserved()) return;
        findings.report(RESERVED_ASKED.at(name.span()).with("field", field.id()).other(content.at(field.id())));
    }

    private static List<Trigger> events(List<Step> steps, List<Outcome> outcomes) {
        List<Trigger> events = new ArrayList<>();
        events.add(new Trigger.Applied());
        for (Step step : steps) {
            step.actions().forEach(action -> events.add(new Trigger.Acted(step.id(), action.id())));
        }
        outcomes.forEach(outcome -> events.add(new Trigger.Ended(outcome.id())));
        return events;
    }

    private Graph graph(BpmnFile drawn, DrawingFile drawing, Optional<World.BoundEntity> content, List<Step> steps) {
        Expressions expressions = new Expressions(world, draft);
        List<EnumerationValue> actions = steps.stream()
                .flatMap(step -> step.actions().stream())
                .map(Action::id)
                .distinct()
                .map(id -> new EnumerationValue(id, Text.same(id)))
                .toList();
        Map<String, Type> variables = Map.of(ACTION, new Type.EnumType(new EnumerationType(actions)));
        return new DrawingBinder(
                        drawn,
                        view,
                        findings,
                        condition -> content.flatMap(c -> expressions.flow(condition, c, variables)))
                .bind(drawing.whole());
    }
}
