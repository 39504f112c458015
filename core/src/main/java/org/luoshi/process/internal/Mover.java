package org.luoshi.process.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Role;
import org.luoshi.audit.Change;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.CaseRole;
import org.luoshi.pack.process.Meeting;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.EventKind;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.engine.Engine;
import org.luoshi.process.internal.engine.Journey;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.ClockStore;
import org.luoshi.process.internal.store.DecisionStore;
import org.luoshi.process.internal.store.TaskStore;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// What every happening in a case has in common: tasks follow the engine, clocks follow what happened, and the case,
/// its row among the facts and its history are written in the one open change.
@Component
public class Mover {

    final CaseStore cases;
    final TaskStore tasks;
    final ClockStore clocks;
    final DecisionStore decisions;
    final Engine engine;
    final Processes processes;
    private final Certifying certifying;
    private final Registers registers;

    public Mover(
            CaseStore cases,
            TaskStore tasks,
            ClockStore clocks,
            DecisionStore decisions,
            Engine engine,
            Processes processes,
            Certifying certifying,
            Registers registers) {
        this.certifying = certifying;
        this.cases = cases;
        this.tasks = tasks;
        this.clocks = clocks;
        this.decisions = decisions;
        this.engine = engine;
        this.processes = processes;
        this.registers = registers;
    }

    EntrustedRegister register(QualifiedId entity) {
        return registers.entrusted(entity);
    }

    /// The clocks of a case, for something that happens at a moment.
    ClockMoves clocks(long caseId, ProcessDefinition definition, Instant at) {
        return new ClockMoves(definition, processes.calendar(), at, clocks.runs(caseId, definition));
    }

    /// Looks whether the tables on the way could decide.
    ///
    /// @throws NotPossible if one lacked something
    void mustHaveDecided(Journey journey) {
        journey.lacking().ifPresent(input -> {
            throw new NotPossible(
                    input.field(),
                    new Text(
                            "填写%s：据此判定".formatted(input.title().zh()),
                            "fill in %s: a decision goes by it".formatted(input.title().en())));
        });
    }

    /// Keeps with the case what tables decided on the way.
    void keep(CaseFile file, Journey journey, Change change) {
        journey.decisions().forEach(decided -> {
            cases.append(file, EventKind.DECIDED, decided.node(), null, null, change);
            decisions.append(file, decided, change);
        });
    }

    /// Opens the tasks at which a case has arrived.
    ///
    /// @param content the record as it is now: it says whose the tasks are
    /// @throws NotPossible if it does not say so
    void arrive(CaseFile file, ProcessDefinition definition, Journey journey, RegisterRecord content, Change change) {
        journey.arrivals().forEach(arrival -> open(file, definition, arrival, content, change));
    }

    /// Opens the tasks of one step.
    ///
    /// @throws NotPossible if the content does not say whose they are
    void open(CaseFile file, ProcessDefinition definition, Journey.Arrival arrival, RegisterRecord content, Change change) {
        Step step = definition.step(arrival.step()).orElseThrow();
        mustBeTold(definition, step, content, change);
        Set<String> barred = barred(file, step);
        for (String name : step.roles()) {
            CaseRole role = definition.role(name);
            tasks.open(new CaseTask(
                    0,
                    file.id(),
                    step.id(),
                    arrival.task(),
                    role.id(),
                    Role.valueOf(role.account().name()),
                    role.isApplicant() ? null : unit(role, step, definition, content),
                    role.isApplicant() ? file.applicant() : null,
                    null,
                    role.isApplicant() ? Set.of() : barred,
                    change.knownAt(),
                    null,
                    null,
                    null));
        }
    }

    private void mustBeTold(ProcessDefinition definition, Step step, RegisterRecord content, Change change) {
        Meeting meeting = step.meeting();
        if (meeting == null) return;
        Text field = register(definition.content()).entity().require(meeting.at()).title();
        Meetings.mustBeTold(step, field, content, processes.calendar(), change.knownAt());
    }

    /// Who had a part in what the step must be independent of.
    private Set<String> barred(CaseFile file, Step step) {
        Set<String> barred = new HashSet<>(tasks.recused(file.id()));
        if (!step.notBy().isEmpty()) {
            tasks.of(file.id()).stream()
                    .filter(done -> done.action() != null && step.notBy().contains(done.step()))
                    .map(CaseTask::doneBy)
                    .forEach(barred::add);
        }
        return barred;
    }

    String unit(CaseRole role, Step step, ProcessDefinition definition, RegisterRecord content) {
        String field = role.unitField();
        if (field == null) return Objects.requireNonNull(role.unit());
        if (content.value(field) instanceof String unit) return unit;
        Text title = register(definition.content()).entity().require(field).title();
        throw new NotPossible(
                field,
                new Text(
                        "填写%s：“%s”由它办理".formatted(title.zh(), step.title().zh()),
                        "fill in %s: it does `%s`".formatted(title.en(), step.title().en())));
    }

    /// Writes how the case stands after what happened, on all three places where it is kept.
    ///
    /// @param state of the case unless it has come to its end
    CaseFile settle(
            CaseFile file,
            ProcessDefinition definition,
            CaseState state,
            @Nullable String outcome,
            RegisterRecord content,
            ClockMoves moves,
            Change change) {
        boolean over = state.over();
        CaseFile after = new CaseFile(
                file.id(),
                file.number(),
                file.process(),
                file.version(),
                file.record(),
                file.row(),
                label(definition, content),
                unit(definition, content),
                file.applicant(),
                state,
                outcome,
                over ? null : file.instance(),
                file.revision() + 1,
                file.openedAt(),
                over ? change.knownAt() : null,
                over ? null : moves.nearest());
        moves.write(after, clocks, change);
        cases.update(after, change);
        tasks.due(after.id(), after.dueOn());
        String step = tasks.of(file.id()).stream()
                .filter(CaseTask::open)
                .map(CaseTask::step)
                .findFirst()
                .orElse(null);
        Map<String, @Nullable Object> row = new CaseRow(processes.calendar()).of(after, step, definition, moves.runs());
        register(definition.cases().id()).update(file.row(), known(definition, row), change);
        return after;
    }

    /// What the register of cases has a place for: it is that of the packs now, and a case may run on an older version.
    private Map<String, @Nullable Object> known(ProcessDefinition definition, Map<String, @Nullable Object> row) {
        Entity entity = register(definition.cases().id()).entity();
        Map<String, @Nullable Object> known = new HashMap<>(row);
        // a case may be at a step that another one takes the place of in the version of now
        processes.find(definition.id()).map(ProcessDefinition::renamed).ifPresent(renamed -> known.computeIfPresent(
                CaseRegister.STEP, (_, step) -> renamed.getOrDefault(String.valueOf(step), String.valueOf(step))));
        known.keySet().removeIf(field -> entity.field(field).isEmpty());
        known.replaceAll((field, value) -> value instanceof String word
                        && entity.require(field).type() instanceof FieldType.EnumerationType values
                        && values.position(word) < 0
                ? null
                : value);
        return known;
    }

    /// Where a move leaves the case: at its end when nothing is left to do.
    ///
    /// @param state while it is not at its end
    CaseFile conclude(
            CaseFile file,
            ProcessDefinition definition,
            CaseState state,
            Journey journey,
            RegisterRecord content,
            ClockMoves moves,
            Change change) {
        boolean open = tasks.of(file.id()).stream().anyMatch(CaseTask::open);
        if (open) {
            return settle(file, definition, state, null, content, moves, change);
        }
        if (engine.runs(file.runningInstance())) {
            throw new IllegalStateException("%s is stuck: nothing to do, and not at an end".formatted(file.number()));
        }
        String outcome = journey.end();
        moves.recordAll(at -> new ClockEvent.Discontinued(at, "end." + outcome));
        cases.append(file, EventKind.CLOSED, null, outcome, null, change);
        if (outcome != null) certifying.issue(file, definition, outcome, content, change);
        return settle(file, definition, CaseState.CLOSED, outcome, content, moves, change);
    }

    /// The content as it is.
    RegisterRecord content(CaseFile file, ProcessDefinition definition) {
        return register(definition.content()).find(file.record(), null).orElseThrow();
    }

    String label(ProcessDefinition definition, RegisterRecord content) {
        EntrustedRegister register = register(definition.content());
        Entity entity = register.entity();
        boolean personal = entity.require(entity.label()).personal() != null;
        return personal ? "" : register.show(entity.label(), content.value(entity.label()), Language.ZH, Map.of());
    }

    /// Whose case it is.
    String unit(ProcessDefinition definition, RegisterRecord content) {
        String field = register(definition.content()).entity().unit();
        return (String) Objects.requireNonNull(content.value(Objects.requireNonNull(field)));
    }

    static Map<String, @Nullable Object> merged(
            Map<String, ? extends @Nullable Object> old, Map<String, ? extends @Nullable Object> now) {
        Map<String, @Nullable Object> merged = new HashMap<>(old);
        merged.putAll(now);
        return merged;
    }

    static Map<String, String> only(List<String> fields, Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.keySet().retainAll(fields);
        return kept;
    }
}
