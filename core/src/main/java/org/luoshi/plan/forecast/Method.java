package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.util.List;

/// A way of saying what a figure may become.
sealed interface Method permits DriftingWalk, CountRate, Blend {

    /// @param changes at least one, oldest first
    /// @param last the newest reading
    /// @param day not before the newest reading
    Predictive ahead(List<History.Change> changes, Reading last, Aim aim, LocalDate day);
}
