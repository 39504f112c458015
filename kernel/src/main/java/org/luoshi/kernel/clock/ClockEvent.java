package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Something that happened to a clock, at the city's local time. What is of legal effect counts, not when it was typed.
public sealed interface ClockEvent {

    LocalDateTime at();

    default LocalDate on() {
        return at().toLocalDate();
    }

    /// @param event the named one that started it
    /// @param document for example the number of the acceptance notice 受理通知书
    record Started(LocalDateTime at, String event, @Nullable String document) implements ClockEvent {}

    /// 中止, for one of the causes of the terms.
    record Suspended(LocalDateTime at, String cause, @Nullable WrittenNotice notice) implements ClockEvent {}

    /// 恢复. @param document for example the number of the expert opinion
    record Resumed(LocalDateTime at, @Nullable String document) implements ClockEvent {}

    /// 退回 to an earlier step: the clock goes on, nothing restarts.
    ///
    /// @param from step
    /// @param to step
    record Returned(LocalDateTime at, String from, String to, String reason) implements ClockEvent {}

    /// 延长. @param reason as the applicant is told
    record Extended(LocalDateTime at, int days, @Nullable Approval approval, String reason) implements ClockEvent {}

    /// 办结. @param event the named one that ended it
    record Completed(LocalDateTime at, String event) implements ClockEvent {}

    /// 撤回.
    record Withdrawn(LocalDateTime at, @Nullable String reason) implements ClockEvent {}

    /// The matter came to an end that is not the clock's own: refused or merged while this one still ran. There is
    /// nothing left to measure.
    ///
    /// @param event the named one that ended the matter
    record Discontinued(LocalDateTime at, String event) implements ClockEvent {}

    /// A calendar edition was published that moved the clock's end. A note: dates follow from the calendar itself.
    record CalendarPublished(LocalDateTime at, int year, LocalDate before, LocalDate after) implements ClockEvent {}
}
