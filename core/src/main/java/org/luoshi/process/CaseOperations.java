package org.luoshi.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.pack.process.Step;
import org.luoshi.process.internal.Choices;
import org.luoshi.process.internal.Commenting;
import org.luoshi.process.internal.Ending;
import org.luoshi.process.internal.Extending;
import org.luoshi.process.internal.Handing;
import org.luoshi.process.internal.Outcomes;
import org.luoshi.process.internal.Returning;
import org.luoshi.process.internal.Suspending;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/// What can be done to a case beside finishing its steps. A step allows what its process lists for it
/// ([org.luoshi.pack.process.Operation]); each is one change, done whole or refused with the reason.
@Service
public class CaseOperations {

    private final Handing handing;
    private final Suspending suspending;
    private final Extending extending;
    private final Returning returning;
    private final Ending ending;
    private final Commenting commenting;
    private final Choices choices;
    private final Outcomes outcomes;

    public CaseOperations(
            Handing handing,
            Suspending suspending,
            Extending extending,
            Returning returning,
            Ending ending,
            Commenting commenting,
            Choices choices,
            PlatformTransactionManager transactions) {
        this.handing = handing;
        this.suspending = suspending;
        this.extending = extending;
        this.returning = returning;
        this.ending = ending;
        this.commenting = commenting;
        this.choices = choices;
        this.outcomes = new Outcomes(transactions);
    }

    /// What the viewer may do → the task by which; 0 for what needs none.
    public Map<Doing, Long> possible(CaseView view, Viewer viewer) {
        return choices.of(view, viewer);
    }

    /// Steps to which the case could be sent back.
    public List<Step> earlier(CaseView view) {
        return choices.earlier(view);
    }

    /// Accounts that the task could be handed to.
    public List<Viewer> colleagues(long task) {
        return handing.colleagues(task);
    }

    /// Accounts that handle cases at all.
    public List<Viewer> staff() {
        return handing.staff();
    }

    /// Takes a task that anybody of its role and unit may take 领取.
    public CaseResult take(long task, Viewer viewer) {
        return outcomes.of(() -> handing.take(task, viewer));
    }

    /// Hands the task to a colleague of the same role and unit 转办.
    ///
    /// @param to account
    public CaseResult transfer(long task, String to, String reason, Viewer viewer) {
        return outcomes.of(() -> handing.transfer(task, to, reason, viewer));
    }

    /// Lets others take what is held by accounts that are gone or have lost the role.
    ///
    /// @return how many tasks
    public int releaseAbandoned() {
        return (int) handing.abandoned().stream()
                .map(task -> outcomes.of(() -> handing.release(task)))
                .filter(CaseResult.Done.class::isInstance)
                .count();
    }

    /// Has another account sign too before the step is finished 加签.
    ///
    /// @param account that can handle cases and does not sign here yet
    public CaseResult addSigner(long task, String account, String reason, Viewer viewer) {
        return outcomes.of(() -> handing.addSigner(task, account, reason, viewer));
    }

    /// Lets another account read the case 抄送.
    public CaseResult copy(long task, String account, String reason, Viewer viewer) {
        return outcomes.of(() -> handing.copy(task, account, reason, viewer));
    }

    /// Leaves the case to others for good 回避, since one has a part in the matter.
    public CaseResult recuse(long task, String reason, Viewer viewer) {
        return outcomes.of(() -> handing.recuse(task, reason, viewer));
    }

    /// Writes a remark for those who handle the case; its applicant does not see it.
    public CaseResult comment(String number, String words, Viewer viewer) {
        return outcomes.of(() -> commenting.comment(number, words, viewer));
    }

    /// Stops a clock 中止; the case's steps wait.
    ///
    /// @param cause one of the clock's terms
    /// @param notice what the applicant was told in writing; null where nothing was
    public CaseResult suspend(
            long task, String clock, String cause, @Nullable WrittenNotice notice, String reason, Viewer viewer) {
        return outcomes.of(() -> suspending.suspend(task, clock, cause, notice, reason, viewer));
    }

    /// Lets a clock run on 恢复.
    ///
    /// @param document that ends the cause, e.g. the number of the expert opinion; blank for none
    public CaseResult resume(long task, String clock, String document, Viewer viewer) {
        return outcomes.of(() -> suspending.resume(task, clock, document, viewer));
    }

    /// Lengthens a clock 延长; the viewer is the head who approves it.
    ///
    /// @param document number of the decision; blank for none
    public CaseResult extend(long task, String clock, int days, String reason, String document, Viewer viewer) {
        return outcomes.of(() -> extending.extend(task, clock, days, reason, document, viewer));
    }

    /// Sends the case back to a step it has been at 退回.
    public CaseResult giveBack(long task, String toStep, String reason, Viewer viewer) {
        return outcomes.of(() -> returning.giveBack(task, toStep, reason, viewer));
    }

    /// Ends the case into another one that goes on 并案.
    ///
    /// @param into number of that one
    public CaseResult merge(long task, String into, String reason, Viewer viewer) {
        return outcomes.of(() -> ending.merge(task, into, reason, viewer));
    }

    /// The applicant takes the application back 撤回.
    public CaseResult withdraw(String number, String reason, Viewer viewer) {
        return outcomes.of(() -> ending.withdraw(number, reason, viewer));
    }
}
