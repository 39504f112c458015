package org.luoshi.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// A commitment's status as lists show it.
///
/// @param since first day of the unbroken stretch in this status
/// @param day the day it was judged for
/// @param ratio way made ÷ way expected; absent where it cannot be said
/// @param gap from the path in the figure's unit (milestones for a commitment without one), negative is short
/// @param chance of arriving on time, 0 to 1
/// @param nextDue due day of the next milestone not reached
public record StatusView(
        StatusRule.Status status,
        StatusRule.Colour colour,
        Text title,
        Text reason,
        LocalDate since,
        LocalDate day,
        @Nullable BigDecimal ratio,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal chance,
        @Nullable LocalDate actualOn,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal expected,
        int milestonesDue,
        int milestonesReached,
        @Nullable LocalDate nextDue,
        int lateDays) {

    /// Not where it should be: at risk or behind.
    public boolean offPath() {
        return status == StatusRule.Status.AT_RISK || status == StatusRule.Status.BEHIND;
    }
}
