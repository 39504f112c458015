package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.CaseResult;
import org.luoshi.process.Cases;
import org.luoshi.process.Doing;
import org.luoshi.register.FieldError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Does to cases what is no finishing of a step.
@Controller
class CaseOperationPages {

    private final CaseOperations operations;
    private final CaseAnswers answers;

    CaseOperationPages(CaseOperations operations, CaseAnswers answers) {
        this.operations = operations;
        this.answers = answers;
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/tasks/{task}/{doing}")
    View operate(
            @PathVariable String number,
            @PathVariable long task,
            @PathVariable("doing") String id,
            @RequestParam Map<String, String> typed,
            Shell shell,
            Viewer viewer) {
        Doing doing = Doing.find(id)
                .filter(d -> d != Doing.WITHDRAW && d != Doing.COMMENT)
                .orElseThrow(() -> new NotFound("operation " + id));
        CaseResult result = operate(task, doing, new Sent(doing, typed), shell, viewer);
        return answers.of(result, number, true, typed, "", doing, shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/comment")
    View comment(@PathVariable String number, @RequestParam Map<String, String> typed, Shell shell, Viewer viewer) {
        CaseResult result = operations.comment(number, new Sent(Doing.COMMENT, typed).text(Cases.REASON), viewer);
        return answers.of(result, number, true, typed, "", Doing.COMMENT, shell, viewer);
    }

    @Allow(Permission.APPLY)
    @PostMapping("/my/cases/{number}/withdraw")
    View withdraw(@PathVariable String number, @RequestParam Map<String, String> typed, Shell shell, Viewer viewer) {
        CaseResult result = operations.withdraw(number, new Sent(Doing.WITHDRAW, typed).text(Cases.REASON), viewer);
        return answers.of(result, number, false, typed, "", Doing.WITHDRAW, shell, viewer);
    }

    /// Fields of the form that was sent.
    private record Sent(Doing doing, Map<String, String> typed) {

        String text(String field) {
            return typed.getOrDefault(doing.id() + field, "").strip();
        }
    }

    private CaseResult operate(long task, Doing doing, Sent sent, Shell shell, Viewer viewer) {
        String reason = sent.text(Cases.REASON);
        return switch (doing) {
            case TAKE -> operations.take(task, viewer);
            case TRANSFER -> operations.transfer(task, sent.text(Cases.TO), reason, viewer);
            case ADD_SIGNER -> operations.addSigner(task, sent.text(Cases.TO), reason, viewer);
            case COPY -> operations.copy(task, sent.text(Cases.TO), reason, viewer);
            case SUSPEND -> suspend(task, sent, reason, shell, viewer);
            case RESUME -> operations.resume(task, sent.text(OperationForms.CLOCK), sent.text(OperationForms.DOCUMENT), viewer);
            case EXTEND -> extend(task, sent, reason, viewer);
            case RETURN -> operations.giveBack(task, sent.text(OperationForms.STEP), reason, viewer);
            case MERGE -> operations.merge(task, sent.text(Cases.INTO), reason, viewer);
            case RECUSE -> operations.recuse(task, reason, viewer);
            case COMMENT, WITHDRAW -> throw new IllegalArgumentException("not by a task");
        };
    }

    private CaseResult suspend(long task, Sent sent, String reason, Shell shell, Viewer viewer) {
        List<FieldError> errors = new ArrayList<>();
        String[] cause = sent.text(OperationForms.CAUSE).split("\\.", 2);
        if (cause.length < 2) errors.add(missing(OperationForms.CAUSE));
        @Nullable WrittenNotice notice =
                NoticeTyped.of(sent.typed(), sent.doing().id()).read(shell.today(), errors);
        return errors.isEmpty()
                ? operations.suspend(task, cause[0], cause[1], notice, reason, viewer)
                : new CaseResult.Refused(errors);
    }

    private CaseResult extend(long task, Sent sent, String reason, Viewer viewer) {
        String days = sent.text(Cases.DAYS);
        if (!days.matches("[0-9]{1,3}")) return new CaseResult.Refused(List.of(missing(Cases.DAYS)));
        return operations.extend(
                task,
                sent.text(OperationForms.CLOCK),
                Integer.parseInt(days),
                reason,
                sent.text(OperationForms.DOCUMENT),
                viewer);
    }

    private static FieldError missing(String field) {
        return new FieldError(
                field,
                field.equals(Cases.DAYS)
                        ? new Text("天数写成整数", "write the days as a whole number")
                        : new Text("选择中止事由", "choose the cause"));
    }
}
