package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.ClockStand;
import org.luoshi.process.Doing;
import org.luoshi.register.FieldError;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.register.FormView;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Forms of what may be done to a case beside finishing its step. The names of a form's fields begin with the name of
/// what it does, so that several stand on one page.
@Component
class OperationForms {

    static final String CAUSE = "_cause";
    static final String CLOCK = "_clock";
    static final String STEP = "_step";
    static final String DOCUMENT = "_document";

    private static final int LINE = 100;
    private static final int PROSE = 1000;

    private final CaseOperations operations;
    private final Messages messages;

    OperationForms(CaseOperations operations, Messages messages) {
        this.operations = operations;
        this.messages = messages;
    }

    /// @param typed what was sent to the form of `doing`, with what is wrong with it
    /// @param doing null where none was sent
    List<CasePage.Operate> of(
            CaseView view, String path, CaseDesk.Typed typed, @Nullable Doing doing, Shell shell, Viewer viewer) {
        return operations.possible(view, viewer).entrySet().stream()
                .map(possible -> {
                    Doing one = possible.getKey();
                    CaseDesk.Typed mine = one == doing ? typed : CaseDesk.Typed.NOTHING;
                    String action = path + (possible.getValue() == 0 ? "" : "/tasks/" + possible.getValue()) + "/" + one.id();
                    List<FormView.Input> inputs = new Fields(one, view, possible.getValue(), mine, shell, viewer).inputs();
                    return new CasePage.Operate(
                            one.id(),
                            messages.text("case.do." + one.id()),
                            messages.text("case.do." + one.id() + ".help"),
                            action,
                            inputs,
                            one == doing);
                })
                .toList();
    }

    /// What is wrong with a form that was sent, for the top of the page.
    static List<FormError> errors(CaseDesk.Typed typed, @Nullable Doing doing) {
        if (doing == null) return List.of();
        return typed.errors().stream()
                .map(error -> new FormError(error.field() == null ? "form" : doing.id() + error.field(), error.text()))
                .toList();
    }

    /// The fields of one form.
    private final class Fields {

        private final Doing doing;
        private final CaseView view;
        private final long task;
        private final CaseDesk.Typed typed;
        private final Shell shell;
        private final Viewer viewer;
        private final List<FormView.Input> inputs = new ArrayList<>();

        Fields(Doing doing, CaseView view, long task, CaseDesk.Typed typed, Shell shell, Viewer viewer) {
            this.doing = doing;
            this.view = view;
            this.task = task;
            this.typed = typed;
            this.shell = shell;
            this.viewer = viewer;
        }

        List<FormView.Input> inputs() {
            switch (doing) {
                case TAKE -> {}
                case TRANSFER -> people(operations.colleagues(task));
                case ADD_SIGNER, COPY -> people(operations.staff());
                case SUSPEND -> {
                    choice(CAUSE, running().flatMap(this::causes).toList());
                    text(Cases.NOTICE, LINE, "");
                    date(Cases.NOTICE_ON, shell.today().toString());
                    date(Cases.NOTICE_UNTIL, "");
                }
                case RESUME -> {
                    choice(CLOCK, suspended());
                    text(DOCUMENT, LINE, "");
                }
                case EXTEND -> {
                    choice(CLOCK, running().filter(clock -> clock.terms().extension() != null).map(this::clock).toList());
                    input(Cases.DAYS, "number", true, 3, "", List.of());
                    text(DOCUMENT, LINE, "");
                }
                case RETURN -> choice(STEP, earlier());
                case MERGE -> text(Cases.INTO, LINE, "");
                case COMMENT, RECUSE, WITHDRAW -> {}
            }
            if (doing != Doing.TAKE && doing != Doing.RESUME) {
                input(Cases.REASON, "area", doing.wantsReason(), PROSE, "", List.of());
            }
            return inputs;
        }

        private Stream<LegalClock> running() {
            return view.clocks().stream()
                    .map(ClockStand::clock)
                    .filter(clock -> clock.ledger().end() == null && !clock.ledger().isSuspended());
        }

        private Stream<Option> causes(LegalClock clock) {
            return clock.terms().causes().stream()
                    .map(cause -> new Option(clock.definition().id() + "." + cause.id(), words(clock, cause)));
        }

        private String words(LegalClock clock, SuspensionCause cause) {
            String duty = shell.t("case.notice." + cause.notice().name().toLowerCase(Locale.ROOT));
            return shell.t("case.cause", shell.say(clock.definition().title()), shell.say(cause.title()), duty);
        }

        private List<Option> suspended() {
            return view.clocks().stream()
                    .map(ClockStand::clock)
                    .filter(clock -> clock.ledger().end() == null && clock.ledger().isSuspended())
                    .map(this::clock)
                    .toList();
        }

        private Option clock(LegalClock clock) {
            return new Option(clock.definition().id(), shell.say(clock.definition().title()));
        }

        private List<Option> earlier() {
            return operations.earlier(view).stream()
                    .map(step -> new Option(step.id(), shell.say(step.title())))
                    .toList();
        }

        private void people(List<Viewer> people) {
            input(Cases.TO, "lookup", true, LINE, "", people.stream()
                    .filter(who -> !who.account().equals(viewer.account()))
                    .map(who -> new Option(who.account(), shell.say(who.name())))
                    .toList());
        }

        /// The first one is taken where there is only one.
        private void choice(String field, List<Option> choices) {
            input(field, "select", true, 0, choices.size() == 1 ? choices.getFirst().value() : "", choices);
        }

        private void text(String field, int most, String value) {
            input(field, "text", !field.equals(DOCUMENT) && !field.equals(Cases.NOTICE), most, value, List.of());
        }

        private void date(String field, String value) {
            input(field, "date", false, 0, value, List.of());
        }

        private void input(String field, String kind, boolean required, int most, String value, List<Option> choices) {
            String id = doing.id() + field;
            Text error = typed.errors().stream()
                    .filter(e -> field.equals(e.field()))
                    .map(FieldError::text)
                    .findFirst()
                    .orElse(null);
            inputs.add(new FormView.Input(
                    id,
                    kind,
                    messages.text(doing == Doing.COMMENT ? "case.field.comment" : "case.field." + field.substring(1)),
                    null,
                    required,
                    "",
                    most,
                    typed.values().getOrDefault(id, value),
                    choices,
                    error));
        }
    }
}
