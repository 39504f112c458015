package org.luoshi.kernel.clock.acceptance;

import java.time.LocalDate;
import org.luoshi.kernel.clock.ClockDue;

/// Where an application stands on its way to acceptance.
public sealed interface AcceptanceState {

    /// The agency examines it.
    ///
    /// @param noticeBy the last day for the notice of what to supplement
    record Examined(ClockDue noticeBy) implements AcceptanceState {}

    /// The applicant has been told what to supplement.
    record Awaited(LocalDate noticed) implements AcceptanceState {}

    /// @param from the day from which the decision's clock counts
    record Accepted(LocalDate from) implements AcceptanceState {}

    /// Nobody gave notice in time 逾期不告知.
    ///
    /// @param from the day of receipt, from which the decision's clock counts
    /// @param missed the last day for the notice
    record DeemedAccepted(LocalDate from, LocalDate missed) implements AcceptanceState {}

    record NotAccepted(LocalDate on) implements AcceptanceState {}
}
