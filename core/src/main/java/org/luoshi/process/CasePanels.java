package org.luoshi.process;

import java.util.Collection;
import java.util.List;
import org.luoshi.access.Viewer;
import org.luoshi.process.internal.Outcomes;
import org.luoshi.process.internal.Panelling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/// Panels of experts who vote on cases 评审组、评委会.
///
/// One person has one vote, and nobody sees a vote before all are counted, the chair neither.
@Service
public class CasePanels {

    private final Panelling panelling;
    private final Outcomes outcomes;

    public CasePanels(Panelling panelling, PlatformTransactionManager transactions) {
        this.panelling = panelling;
        this.outcomes = new Outcomes(transactions);
    }

    /// Those of a case, in order.
    @Transactional(readOnly = true)
    public List<PanelStand> of(CaseView view) {
        return panelling.of(view.file());
    }

    /// Accounts that can be seated by a task, beside those who are.
    public List<Viewer> candidates(long task) {
        return panelling.candidates(task);
    }

    /// Seats members, beside those who are seated already.
    ///
    /// @param task of the step with the panel
    public CaseResult seat(long task, Collection<String> accounts, Viewer viewer) {
        return outcomes.of(() -> panelling.seat(task, accounts, viewer));
    }

    /// @param task the member's
    public CaseResult vote(long task, Vote vote, Viewer viewer) {
        return outcomes.of(() -> panelling.vote(task, vote, viewer));
    }

    /// Counts the votes. With them the step is finished, where its process says so.
    ///
    /// @param task of the step with the panel
    public CaseResult count(long task, Viewer viewer) {
        return outcomes.of(() -> panelling.count(task, viewer));
    }
}
