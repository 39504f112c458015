package org.luoshi.web.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.ProcessDrawing;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;

/// A case, for staff or for the applicant.
///
/// @param path of the page, to which its forms are sent
/// @param told what the applicant reads about where the case is
/// @param act the step that the viewer can finish now; null where there is none
/// @param files of the case
/// @param certificate that was issued; null where none was
/// @param operations what else the viewer can do to the case
/// @param panels of experts, in the order in which they were seated
/// @param errors of the form that was sent, whichever it was
/// @param reveal where the personal data can be asked for; null where they cannot, or are shown
/// @param notice told after something was done, or could not be
public record CasePage(
        String number,
        String path,
        Text process,
        String title,
        Text state,
        String tone,
        List<Text> told,
        List<Desk> desks,
        List<Fact> facts,
        List<FileLine> files,
        @Nullable Issued certificate,
        List<Decided> decisions,
        ProcessDrawing drawing,
        List<ClockPanel> clocks,
        List<Happening> history,
        @Nullable Act act,
        List<Operate> operations,
        List<PanelView> panels,
        List<FormError> errors,
        @Nullable String reveal,
        @Nullable Text notice) {

    /// Whose desk the case is on.
    ///
    /// @param holder account that has taken it, for staff only
    public record Desk(Text step, Text role, Text unit, @Nullable String holder, Instant since) {}

    /// What a decision table answered.
    ///
    /// @param inputs what it looked at
    /// @param answers what it said
    /// @param rules which rules hit, in words
    /// @param reasons as the rules give them
    public record Decided(Instant at, Text title, List<Fact> inputs, List<Fact> answers, Text rules, List<Text> reasons) {}

    public record Fact(Text title, String words, boolean masked) {}

    /// @param at local time
    /// @param by who did it: an account for staff, a role or unit for the applicant
    public record Happening(Instant at, Text what, Text by, @Nullable String reason) {}

    /// @param task id
    /// @param notice fields of the written notice, where an action stops a clock
    public record Act(
            long task,
            Text step,
            List<FormView.Input> inputs,
            List<FileInput> files,
            List<FormView.Input> notice,
            List<Button> buttons,
            boolean asksReason,
            String reason,
            @Nullable Text reasonError) {}

    /// @param state `valid`, `expired` or `revoked`
    public record Issued(Text title, String number, String href, String state) {}

    /// @param id what it does
    /// @param path to which its form is sent
    /// @param sent whether it was sent just now and has something wrong with it
    public record Operate(String id, Text title, Text help, String path, List<FormView.Input> inputs, boolean sent) {}

    public record Button(String action, Text words) {}

    /// @param tone colour of its level
    /// @param level near its end or past it; null when neither
    /// @param notes what its dates take for granted
    /// @param promised null when nothing is promised
    public record ClockPanel(
            Text title,
            Text state,
            String tone,
            @Nullable Text level,
            Text limit,
            Text basis,
            int used,
            int left,
            int past,
            LocalDate due,
            boolean provisional,
            @Nullable LocalDate promised,
            boolean ended,
            List<Text> notes,
            List<StripDay> strip) {}

    /// @param kind style: `start`, `counted`, `off`, `suspended`, `moved`, `past` or `after` the end
    /// @param number of days counted so far, where this one counts; 0 otherwise
    public record StripDay(LocalDate date, String kind, int number, boolean due, boolean provisional, Text reason) {}
}
