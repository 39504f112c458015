package org.luoshi.process.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseEvent;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.internal.engine.Journey;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// Finishes steps.
@Component
public class Acting {

    private final Mover mover;
    private final Desk desk;
    private final ChangeLog log;

    public Acting(Mover mover, Desk desk, ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.log = log;
    }

    /// Call within a transaction.
    ///
    /// @param typed fields of the step's form
    /// @param reason where the action wants one
    public CaseResult act(long taskId, String actionId, Map<String, String> typed, String reason, Viewer viewer) {
        Optional<Desk.Held> found = desk.take(taskId, viewer);
        if (found.isEmpty()) {
            return new CaseResult.Missing();
        }
        CaseFile file = found.get().file();
        CaseTask task = found.get().task();
        if (task.doneAt() != null && task.doneBy() != null) {
            return new CaseResult.TooLate(task.doneBy(), task.doneAt(), task.action());
        }
        Desk.mustRun(file);
        ProcessDefinition definition = mover.processes.of(file);
        Step step = definition.step(task.step()).orElseThrow();
        Action action = step.action(actionId)
                .orElseThrow(() -> new NotPossible(
                        null, new Text("这个环节没有这个动作", "this step has no such action")));
        checkAction(file, step, action, reason);
        EntrustedRegister register = mover.register(definition.content());
        RegisterRecord before = register.find(file.record(), null).orElseThrow();
        Map<String, @Nullable Object> values = values(register, step, action, typed, before);
        Journey journey = new Journey(
                definition, register.environment(Mover.merged(before.values(), values)), action.id());
        mover.engine.complete(task.engineTask(), journey);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.act",
                "case/" + file.number(),
                Map.of("step", step.id(), "action", action.id(), "task", String.valueOf(task.id()))));
        RegisterRecord content = register.update(file.record(), values, change);
        mover.tasks.close(task, action.id(), change);
        mover.cases.append(file, EventKind.ACTED, step.id(), action.id(), reason.isBlank() ? null : reason.strip(), change);
        mover.arrive(file, definition, journey, content, change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        moves.happen(new Trigger.Acted(step.id(), action.id()), "%s-%d".formatted(file.number(), file.revision() + 1));
        if (journey.end() != null) {
            moves.happen(new Trigger.Ended(journey.end()), file.number());
        }
        return new CaseResult.Done(
                mover.conclude(file, definition, CaseState.RUNNING, journey, content, moves, change), change);
    }

    private void checkAction(CaseFile file, Step step, Action action, String reason) {
        if (action.reason() && reason.isBlank()) {
            throw new NotPossible(Cases.REASON, new Text("写明理由", "write down the reason"));
        }
        if (!action.once()) return;
        List<CaseEvent> before = mover.cases.events(file.id());
        boolean used = before.stream()
                .anyMatch(e -> step.id().equals(e.step()) && action.id().equals(e.action()));
        if (used) {
            throw new NotPossible(
                    null,
                    new Text(
                            "“%s”一件只许一次，本件已用过".formatted(action.title().zh()),
                            "`%s` is allowed once in a case, and has been used".formatted(action.title().en())));
        }
    }

    private static Map<String, @Nullable Object> values(
            EntrustedRegister register,
            Step step,
            Action action,
            Map<String, String> typed,
            RegisterRecord before) {
        FormReading reading = register.read(Mover.only(step.form(), typed));
        if (!reading.errors().isEmpty()) {
            throw new NotPossible(reading.errors());
        }
        Map<String, @Nullable Object> merged = Mover.merged(before.values(), reading.values());
        Entity entity = register.entity();
        List<FieldError> errors = new ArrayList<>(register.check(merged, before));
        for (String field : action.needed()) {
            if (merged.get(field) != null) continue;
            Text title = entity.require(field).title();
            errors.add(new FieldError(field, new Text("填写" + title.zh(), "fill in " + title.en())));
        }
        if (!errors.isEmpty()) {
            throw new NotPossible(errors);
        }
        return reading.values();
    }
}
