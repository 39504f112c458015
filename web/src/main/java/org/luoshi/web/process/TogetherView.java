package org.luoshi.web.process;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;

/// One step of several cases, finished with one form; each case by itself.
///
/// @param lines cases that are still to be done
/// @param answers what became of each that was sent, in order
/// @param needsFiles whether the step takes attachments, which are given case by case
public record TogetherView(
        Text process,
        Text step,
        List<TasksView.Line> lines,
        List<Answer> answers,
        List<FormView.Input> inputs,
        List<FormView.Input> notice,
        List<CasePage.Button> buttons,
        boolean asksReason,
        String reason,
        boolean needsFiles,
        List<FormError> errors) {

    /// @param done whether it was done
    /// @param words what kept it from being done, all of it
    public record Answer(String number, String href, boolean done, List<Text> words) {}

    public long done() {
        return answers.stream().filter(Answer::done).count();
    }
}
