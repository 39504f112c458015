package org.luoshi.web.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.Meeting;
import org.luoshi.pack.process.Outcome;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseEvent;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.Certificate;
import org.luoshi.process.Doing;
import org.luoshi.process.EventKind;
import org.luoshi.register.FieldError;
import org.luoshi.register.RecordForm;
import org.luoshi.web.draw.ProcessDrawing;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormInputs;
import org.luoshi.web.register.FormView;
import org.luoshi.web.register.RecordWords;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Makes the page of a case, for staff and for applicants: the same facts, told to each in their own terms.
@Component
class CaseDesk {

    private final Cases cases;
    private final Units units;
    private final FormInputs inputs;
    private final FormFiles files;
    private final RecordWords words;
    private final Messages messages;
    private final OperationForms operations;
    private final ClockPanels clocks;
    private final DecisionWords decisions;
    private final PanelDesk panels;

    CaseDesk(
            Cases cases,
            Units units,
            FormInputs inputs,
            FormFiles files,
            RecordWords words,
            OperationForms operations,
            DecisionWords decisions,
            PanelDesk panels,
            Messages messages) {
        this.panels = panels;
        this.decisions = decisions;
        this.operations = operations;
        this.cases = cases;
        this.units = units;
        this.inputs = inputs;
        this.files = files;
        this.words = words;
        this.messages = messages;
        this.clocks = new ClockPanels(messages);
    }

    /// What was typed into the form of a step, and what is wrong with it.
    ///
    /// @param reason as typed
    record Typed(Map<String, String> values, String reason, List<FieldError> errors) {
        static final Typed NOTHING = new Typed(Map.of(), "", List.of());
    }

    /// @param path of the page
    /// @param staff whether the page is for staff
    /// @param doing whose form was sent; null for that of the step, or none
    CasePage page(
            CaseView view,
            String path,
            boolean staff,
            Typed typed,
            @Nullable Doing doing,
            @Nullable Text notice,
            Shell shell,
            Viewer viewer) {
        ProcessDefinition process = view.definition();
        CasePage.Act act = act(view, doing == null ? typed : Typed.NOTHING, shell, viewer);
        return new CasePage(
                view.file().number(),
                path,
                process.title(),
                view.file().title(),
                state(view),
                tone(view.file().state()),
                told(view, shell),
                desks(view, staff),
                facts(view, shell),
                files.of(view, path, staff),
                issued(view, path, shell),
                decisions.of(view, shell),
                drawing(view, shell),
                clocks.of(view.clocks()),
                view.events().stream()
                        .filter(event -> staff || event.kind() != EventKind.COMMENTED)
                        .map(event -> happening(view, event, staff))
                        .toList(),
                act,
                operations.of(view, path, typed, doing, shell, viewer),
                panels.of(view, path, staff, typed.errors()),
                doing == null ? errors(act, typed) : OperationForms.errors(typed, doing),
                view.revealable() && !view.content().masked().isEmpty() ? path + "/reveal" : null,
                notice);
    }

    /// What came of doing something, in words; null where it was done.
    @Nullable Text notice(CaseResult result, CaseView view) {
        return switch (result) {
            case CaseResult.TooLate(String by, var at, String action) -> {
                Text what = view.definition().steps().stream()
                        .flatMap(step -> step.action(String.valueOf(action)).stream())
                        .map(Action::title)
                        .findFirst()
                        .orElse(messages.text("case.taken-away"));
                yield new Text(
                        messages.say(Language.ZH, "case.too-late", by, what.zh()),
                        messages.say(Language.EN, "case.too-late", by, what.en()));
            }
            default -> null;
        };
    }

    private Text state(CaseView view) {
        return view.definition()
                .outcome(String.valueOf(view.file().outcome()))
                .map(Outcome::title)
                .orElseGet(() -> messages.text("case.state." + view.file().state().id()));
    }

    static String tone(CaseState state) {
        return switch (state) {
            case RUNNING -> "blue";
            case SUSPENDED, WITHDRAWN, MERGED -> "grey";
            case CLOSED -> "green";
        };
    }

    private List<Text> told(CaseView view, Shell shell) {
        ProcessDefinition process = view.definition();
        List<Text> told = new ArrayList<>();
        process.outcome(String.valueOf(view.file().outcome())).map(Outcome::told).ifPresent(told::add);
        view.at().forEach(step -> process.step(step).map(Step::told).ifPresent(told::add));
        view.at().stream()
                .flatMap(step -> process.step(step).stream())
                .flatMap(step -> meeting(view, step, shell).stream())
                .forEach(told::add);
        return told;
    }

    /// When and where a step is held.
    private Optional<Text> meeting(CaseView view, Step step, Shell shell) {
        Meeting meeting = step.meeting();
        if (meeting == null || !(view.content().value(meeting.at()) instanceof Instant at)) return Optional.empty();
        Object where = meeting.place() == null ? null : view.content().value(meeting.place());
        String place = where == null ? Shell.MISSING : where.toString();
        return Optional.of(new Text(
                messages.say(Language.ZH, "case.meeting", step.title().zh(), shell.moment(at), place),
                messages.say(Language.EN, "case.meeting", step.title().en(), shell.moment(at), place)));
    }

    private List<CasePage.Desk> desks(CaseView view, boolean staff) {
        return view.tasks().stream().filter(CaseTask::open).map(task -> desk(view, task, staff)).toList();
    }

    private CasePage.Desk desk(CaseView view, CaseTask task, boolean staff) {
        Step step = view.definition().step(task.step()).orElseThrow();
        Text role = task.caseRole() == null
                ? messages.text("case.added-signer")
                : view.definition().role(task.caseRole()).title();
        Text unit = task.unit() == null ? Text.EMPTY : units.name(task.unit());
        return new CasePage.Desk(step.title(), role, unit, staff ? task.holder() : null, task.openedAt());
    }

    private List<CasePage.Fact> facts(CaseView view, Shell shell) {
        List<CasePage.Fact> facts = new ArrayList<>();
        for (Field field : words.fields(view.definition().content())) {
            Object value = view.content().value(field.id());
            if (value == null) continue;
            facts.add(new CasePage.Fact(
                    field.title(),
                    words.of(view.definition().content(), field, value, shell.language()),
                    view.content().masked().contains(field.id())));
        }
        return facts;
    }

    private static CasePage.@Nullable Issued issued(CaseView view, String path, Shell shell) {
        Certificate held = view.certificate();
        if (held == null) return null;
        String state = held.revocation() != null ? "revoked" : held.holds(shell.today()) ? "valid" : "expired";
        return new CasePage.Issued(held.title(), held.number(), path + "/certificate", state);
    }

    private static ProcessDrawing drawing(CaseView view, Shell shell) {
        Map<String, String> titles = new HashMap<>();
        view.definition().steps().forEach(step -> titles.put(step.id(), shell.say(step.title())));
        view.definition().decisions().forEach((node, table) -> titles.put(node, shell.say(table.title())));
        Set<String> here = new HashSet<>(view.at());
        if (view.file().outcome() != null) here.add(view.file().outcome());
        Set<String> done = view.tasks().stream()
                .filter(task -> task.action() != null)
                .map(CaseTask::step)
                .collect(Collectors.toSet());
        view.decisions().forEach(decision -> done.add(decision.node()));
        return ProcessDrawing.draw(view.definition(), titles, here, done, shell.chinese());
    }

    private CasePage.Happening happening(CaseView view, CaseEvent event, boolean staff) {
        Text kind = messages.text("case.event." + event.kind().id());
        String stepId = event.step();
        Step step = stepId == null ? null : view.definition().step(stepId).orElse(null);
        Text action = step == null || event.action() == null
                ? null
                : step.action(event.action()).map(Action::title).orElse(null);
        DecisionTable table = view.definition().decisions().get(String.valueOf(stepId));
        Text what = table != null
                ? new Text(kind.zh() + "：" + table.title().zh(), kind.en() + ": " + table.title().en())
                : step == null
                ? kind
                : action == null
                        ? new Text(step.title().zh() + "：" + kind.zh(), step.title().en() + ": " + kind.en())
                        : new Text(step.title().zh() + "：" + action.zh(), step.title().en() + ": " + action.en());
        return new CasePage.Happening(event.at(), what, by(view, event, step, staff), event.reason());
    }

    private Text by(CaseView view, CaseEvent event, @Nullable Step step, boolean staff) {
        if (event.actor().equals("system")) return messages.text("case.by-system");
        if (staff) return Text.same(event.actor());
        if (event.actor().equals(view.file().applicant())) return messages.text("case.by-you");
        if (event.kind() == EventKind.VOTED && step != null) {
            return step.voting().map(panel -> view.definition().role(panel.members()).title()).orElseGet(() -> messages.text("case.by-office"));
        }
        return step == null || step.roles().size() > 1
                ? messages.text("case.by-office")
                : view.definition().role(step.roles().getFirst()).title();
    }

    private CasePage.@Nullable Act act(CaseView view, Typed typed, Shell shell, Viewer viewer) {
        if (view.mine().isEmpty() || view.file().state() != CaseState.RUNNING) return null;
        CaseTask task = view.mine().get();
        Step step = view.definition().step(task.step()).orElseThrow();
        boolean votes = step.voting().filter(panel -> panel.members().equals(task.caseRole())).isPresent();
        if (votes) return null;
        RecordForm form = cases.form(view, typed.values(), typed.errors());
        List<FileInput> taken = files.inputs(view, typed.errors(), viewer);
        return act(task.id(), view.definition(), step, form, taken, typed, shell, viewer);
    }

    /// The form of a step.
    ///
    /// @param task 0 where it is filled in for several cases at once
    CasePage.Act act(
            long task,
            ProcessDefinition process,
            Step step,
            RecordForm form,
            List<FileInput> taken,
            Typed typed,
            Shell shell,
            Viewer viewer) {
        return new CasePage.Act(
                task,
                step.title(),
                form.fields().stream().map(field -> inputs.of(field, shell, viewer)).toList(),
                taken,
                told(process, step) ? notice(typed, shell) : List.of(),
                step.actions().stream()
                        .filter(a -> !a.automatic() && step.voting().filter(panel -> panel.does(a.id())).isEmpty())
                        .map(a -> new CasePage.Button(a.id(), a.title()))
                        .toList(),
                step.actions().stream().anyMatch(Action::reason),
                typed.reason(),
                wrong(typed, Cases.REASON));
    }

    /// Whether an action of the step stops a clock for a cause of which the applicant must be told in writing.
    private static boolean told(ProcessDefinition process, Step step) {
        return step.actions().stream()
                .anyMatch(action -> process.notice(new Trigger.Acted(step.id(), action.id())) != NoticeDuty.NONE);
    }

    private List<FormView.Input> notice(Typed typed, Shell shell) {
        return List.of(
                notice(Cases.NOTICE, "text", "", typed),
                notice(Cases.NOTICE_ON, "date", shell.today().toString(), typed),
                notice(Cases.NOTICE_UNTIL, "date", "", typed));
    }

    private FormView.Input notice(String id, String kind, String value, Typed typed) {
        Text help = id.equals(Cases.NOTICE) ? messages.text("case.notice.help") : null;
        return new FormView.Input(
                id,
                kind,
                messages.text("case.field." + id.substring(1)),
                help,
                false,
                "",
                kind.equals("text") ? 100 : 0,
                typed.values().getOrDefault(id, value),
                List.of(),
                wrong(typed, id));
    }

    private static @Nullable Text wrong(Typed typed, String field) {
        return typed.errors().stream()
                .filter(error -> field.equals(error.field()))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
    }

    /// For the top of the page: what is wrong with the step's form.
    List<FormError> errors(CasePage.@Nullable Act act, Typed typed) {
        List<FormError> errors = new ArrayList<>();
        for (FieldError error : typed.errors()) {
            String field = error.field();
            Text title = act == null
                    ? null
                    : Stream.concat(
                                    act.files().stream()
                                            .filter(input -> input.id().equals(field))
                                            .map(FileInput::title),
                                    Stream.concat(act.inputs().stream(), act.notice().stream())
                                            .filter(input -> input.id().equals(field))
                                            .map(FormView.Input::title))
                            .findFirst()
                            .orElse(null);
            errors.add(new FormError(
                    field == null ? "form" : field,
                    title == null
                            ? error.text()
                            : new Text(
                                    title.zh() + "：" + error.text().zh(), title.en() + ": " + error.text().en())));
        }
        return errors;
    }
}
