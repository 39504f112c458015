package org.luoshi.plan;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.plan.status.MilestoneFinding;

/// What a unit has to do with the plan.
///
/// @param owes milestones of commitments it leads, due by the end of the week or overdue, earliest first
public record UnitPlan(String unit, List<CommitmentRow> leads, List<CommitmentRow> assists, List<Owed> owes) {

    public UnitPlan {
        leads = List.copyOf(leads);
        assists = List.copyOf(assists);
        owes = List.copyOf(owes);
    }

    /// @param state of the milestone on the day asked for
    public record Owed(
            String commitment,
            org.luoshi.kernel.text.Text commitmentTitle,
            String milestone,
            org.luoshi.kernel.text.Text milestoneTitle,
            LocalDate due,
            long lateDays,
            MilestoneFinding.State state) {}
}
