package org.luoshi.process.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.DraftFile;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Signing;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseEvent;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.Processes;
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
    private final Attaching attaching;
    private final ChangeLog log;
    private final Clock clock;

    public Acting(Mover mover, Desk desk, Attaching attaching, ChangeLog log, Clock clock) {
        this.attaching = attaching;
        this.clock = clock;
        this.mover = mover;
        this.desk = desk;
        this.log = log;
    }

    /// Call within a transaction.
    ///
    /// @param typed fields of the step's form
    /// @param reason where the action wants one
    /// @param notice what the applicant was told in writing; null where nothing was
    /// @param unread what else was typed and could not be read; told with all that is wrong with the rest
    public CaseResult act(
            long taskId,
            String actionId,
            Map<String, String> typed,
            String reason,
            @Nullable WrittenNotice notice,
            List<FieldError> unread,
            Viewer viewer) {
        Optional<Desk.Held> found = desk.take(taskId, viewer);
        if (found.isEmpty()) {
            return new CaseResult.Missing();
        }
        CaseTask task = found.get().task();
        if (task.doneAt() != null && task.doneBy() != null) {
            return new CaseResult.TooLate(task.doneBy(), task.doneAt(), task.action());
        }
        mustNotBeDeemed(found.get());
        return act(found.get(), new Act(actionId, typed, reason.strip(), notice, unread, null, null), viewer);
    }

    /// What the law does by itself when a clock has run out. Call within a transaction.
    ///
    /// @param since from when it counts as done
    CaseResult expire(Desk.Held held, String actionId, LocalDateTime since, Text reason) {
        return act(held, new Act(actionId, Map.of(), reason.zh(), null, List.of(), since, null), Viewer.system());
    }

    /// What the count of a panel's votes does. Call within a transaction.
    ///
    /// @param values that the count writes into the record, by the day on which it is
    /// @param also what is written in the same change
    CaseResult counted(
            Desk.Held held,
            String actionId,
            Function<LocalDate, Map<String, @Nullable Object>> values,
            Text reason,
            Consumer<Change> also,
            Viewer viewer) {
        return act(held, new Act(actionId, Map.of(), reason.zh(), null, List.of(), null, new Counted(values, also)), viewer);
    }

    private record Counted(Function<LocalDate, Map<String, @Nullable Object>> values, Consumer<Change> also) {}

    /// What is done, as it was asked for.
    ///
    /// @param since from when it counts as done; null for now
    /// @param counted the votes that do it; null where no votes do
    private record Act(
            String action,
            Map<String, String> typed,
            String reason,
            @Nullable WrittenNotice notice,
            List<FieldError> unread,
            @Nullable LocalDateTime since,
            @Nullable Counted counted) {

        /// Whether nobody does it, so that no signature is waited for.
        boolean byItself() {
            return since != null || counted != null;
        }
    }

    /// Nobody acts on a step that the law has finished already, though nothing has written it down yet.
    private void mustNotBeDeemed(Desk.Held held) {
        ProcessDefinition definition = mover.processes.of(held.file());
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Processes.ZONE);
        Map<String, LegalClock> running = mover.clocks.of(held.file().id(), definition);
        for (CaseClock declared : definition.clocks()) {
            Trigger.Acted expiry = declared.expiry().orElse(null);
            LegalClock legal = running.get(declared.id());
            if (expiry == null || legal == null || !expiry.step().equals(held.task().step())) continue;
            Deemed.of(legal, mover.processes.calendar(), now).ifPresent(deemed -> {
                throw new NotPossible(null, deemed.text(declared));
            });
        }
    }

    private CaseResult act(Desk.Held held, Act act, Viewer viewer) {
        CaseFile file = held.file();
        CaseTask task = held.task();
        Desk.mustRun(file);
        ProcessDefinition definition = mover.processes.of(file);
        Step step = definition.step(task.step()).orElseThrow();
        Action action = step.action(act.action())
                .orElseThrow(() -> new NotPossible(
                        null, new Text("这个环节没有这个动作", "this step has no such action")));
        if (action.automatic() && act.since() == null) {
            throw new NotPossible(
                    null,
                    new Text(
                            "“%s”只在时限届满时由系统办理".formatted(action.title().zh()),
                            "`%s` happens by itself when its limit has passed".formatted(action.title().en())));
        }
        if (act.counted() == null) mustNotBeVoted(step, action, task);
        mustNotBeUsed(file, step, action);
        EntrustedRegister register = mover.register(definition.content());
        RegisterRecord before = mover.content(file, definition);
        List<CaseTask> signatures = signatures(task);
        List<CaseTask> others = signatures.stream().filter(CaseTask::open).filter(other -> other.id() != task.id()).toList();
        boolean finished = act.byItself() || finishes(step, action, task, signatures);
        FormMistakes mistakes = new FormMistakes(act.unread());
        List<DraftFile> files = attaching.hold(Attaching.place(task.id()), step.attached(), viewer);
        Map<String, @Nullable Object> values = act.counted() == null
                ? values(register, definition, step, action, act, before, mistakes, viewer)
                : counted(register, act.counted(), before, mistakes);
        attaching.need(definition, action.attached(), files, file.id(), mistakes);
        if (!mistakes.isEmpty()) {
            if (finished && act.unread().isEmpty()) refusals(file, definition, step, action, act).forEach(mistakes::add);
            throw new NotPossible(mistakes.errors());
        }
        Journey journey =
                new Journey(definition, Mover.merged(before.values(), values), register::environment, action.id());
        if (finished) {
            mover.engine.complete(task.engineTask(), journey);
            mover.mustHaveDecided(journey);
            mustFitWithAnswers(register, definition, Mover.merged(values, journey.answers()), before);
        }
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.act",
                "case/" + file.number(),
                Attaching.details(
                        Map.of("step", step.id(), "action", action.id(), "task", String.valueOf(task.id())), files)));
        RegisterRecord content = register.update(file.record(), Mover.merged(values, journey.answers()), change);
        if (act.counted() != null) act.counted().also().accept(change);
        attaching.give(file, files, step.id(), change);
        mover.tasks.close(task, action.id(), change);
        EventKind kind = finished ? EventKind.ACTED : EventKind.SIGNED;
        mover.cases.append(file, kind, step.id(), action.id(), act.reason().isBlank() ? null : act.reason(), change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        if (!finished) {
            return new CaseResult.Done(
                    mover.settle(file, definition, CaseState.RUNNING, null, content, moves, change), change);
        }
        others.forEach(other -> mover.tasks.close(other, null, change));
        mover.keep(file, journey, change);
        mover.arrive(file, definition, journey, content, change);
        moves.happen(new Trigger.Acted(step.id(), action.id()), act.notice(), act.since());
        if (journey.end() != null) {
            moves.happen(new Trigger.Ended(journey.end()), act.notice(), act.since());
        }
        return new CaseResult.Done(
                mover.conclude(file, definition, CaseState.RUNNING, journey, content, moves, change), change);
    }

    /// All signatures that the step has or waits for.
    private List<CaseTask> signatures(CaseTask task) {
        return mover.tasks.of(task.caseId()).stream()
                .filter(other -> other.engineTask().equals(task.engineTask()))
                .toList();
    }

    /// Whoever agrees waits for the others, unless one is enough; whoever does anything else decides for all. Who was
    /// added to sign is waited for in any case, and never stands for those whom the process asks.
    private static boolean finishes(Step step, Action action, CaseTask task, List<CaseTask> signatures) {
        String agree = step.actions().getFirst().id();
        if (!action.id().equals(agree)) return true;
        List<CaseTask> rest = signatures.stream()
                .filter(other -> other.id() != task.id() && !Desk.isSeat(step, other))
                .toList();
        boolean addedOpen = rest.stream().anyMatch(other -> other.open() && other.addedBy() != null);
        List<CaseTask> asked = rest.stream().filter(other -> other.addedBy() == null).toList();
        boolean agreed = task.addedBy() == null || asked.stream().anyMatch(other -> agree.equals(other.action()));
        boolean enough = step.signing() == Signing.ANY ? agreed : asked.stream().noneMatch(CaseTask::open);
        return !addedOpen && enough;
    }

    /// What votes decide, nobody does by hand; and who has a seat votes.
    private static void mustNotBeVoted(Step step, Action action, CaseTask task) {
        if (Desk.isSeat(step, task)) throw new NotPossible(Cases.PANEL, new Text("委员在评审组里表决", "a member votes on the panel"));
        if (step.voting().filter(panel -> panel.does(action.id())).isPresent()) {
            throw new NotPossible(
                    null,
                    new Text(
                            "“%s”由评审组的计票作出".formatted(action.title().zh()),
                            "`%s` comes of the panel's votes".formatted(action.title().en())));
        }
    }

    private Map<String, @Nullable Object> counted(
            EntrustedRegister register, Counted count, RegisterRecord before, FormMistakes mistakes) {
        Map<String, @Nullable Object> values = count.values().apply(LocalDate.ofInstant(clock.instant(), Processes.ZONE));
        register.check(Mover.merged(before.values(), values), before).forEach(mistakes::add);
        return values;
    }

    private void mustNotBeUsed(CaseFile file, Step step, Action action) {
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

    /// What the clocks have against the action, to be told with what is wrong with the form. They say so themselves where
    /// nothing else is wrong.
    private List<FieldError> refusals(
            CaseFile file, ProcessDefinition definition, Step step, Action action, Act act) {
        Map<String, List<LegalClock>> started = mover.clocks.runs(file.id(), definition);
        Instant now = clock.instant();
        // the log's moments are a little later than the clock's where changes follow fast
        Instant at = started.values().stream()
                .map(List::getLast)
                .map(running -> running.ledger().last().at().atZone(Processes.ZONE).toInstant())
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
        try {
            new ClockMoves(definition, mover.processes.calendar(), at, started)
                    .happen(new Trigger.Acted(step.id(), action.id()), act.notice(), act.since());
            return List.of();
        } catch (NotPossible refused) {
            return refused.errors();
        }
    }

    /// Fields that tables of the process write.
    private static Stream<String> decided(ProcessDefinition definition) {
        return definition.decisions().values().stream()
                .flatMap(table -> table.outputs().stream())
                .flatMap(output -> Optional.ofNullable(output.into()).stream());
    }

    /// With the answers of tables the record must be a good one too.
    private static void mustFitWithAnswers(
            EntrustedRegister register, ProcessDefinition definition, Map<String, @Nullable Object> values, RegisterRecord before) {
        if (decided(definition).findAny().isEmpty()) return;
        List<FieldError> errors = register.check(Mover.merged(before.values(), values), before);
        if (!errors.isEmpty()) throw new NotPossible(errors);
    }

    private static Map<String, @Nullable Object> values(
            EntrustedRegister register,
            ProcessDefinition definition,
            Step step,
            Action action,
            Act act,
            RegisterRecord before,
            FormMistakes mistakes,
            Viewer viewer) {
        FormReading reading = register.read(
                Mover.only(step.form(), act.typed()), register.masked(before.id()).orElseThrow(), viewer);
        Map<String, @Nullable Object> merged = Mover.merged(before.values(), reading.values());
        // what a table answered may be answered anew by what is typed now
        decided(definition).filter(field -> !step.form().contains(field)).forEach(field -> merged.put(field, null));
        mistakes.check(register, reading, merged, before);
        action.needed().forEach(field -> mistakes.need(register, field, merged));
        if (action.reason() && act.reason().isBlank()) {
            mistakes.add(new FieldError(Cases.REASON, new Text("写明理由", "write down the reason")));
        }
        return reading.values();
    }
}
