package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;

/// What another edition of the calendar does to the clocks that run.
///
/// @param examined how many clocks were computed
/// @param affected those of which a date moved or became certain, in the order given
public record Recalculation(int examined, List<Affected> affected) {

    public Recalculation {
        affected = List.copyOf(affected);
    }

    /// A clock that has not ended, by the id under which it is kept.
    public record OpenClock(String id, LegalClock clock) {}

    /// One clock, by both calendars.
    public record Affected(
            String id,
            ClockDue legalBefore,
            ClockDue legalAfter,
            @Nullable ClockDue promisedBefore,
            @Nullable ClockDue promisedAfter) {

        /// Whether the last day by law is another one now.
        public boolean moved() {
            return !legalBefore.date().equals(legalAfter.date());
        }
    }

    /// @param progress is told after each clock how many have been examined
    public static Recalculation of(
            Iterable<OpenClock> clocks,
            WorkingCalendar before,
            WorkingCalendar after,
            LocalDate today,
            IntConsumer progress) {
        List<Affected> affected = new ArrayList<>();
        int examined = 0;
        for (OpenClock open : clocks) {
            Affected effect = new Affected(
                    open.id(),
                    open.clock().legalDue(before, today),
                    open.clock().legalDue(after, today),
                    open.clock().due(LimitKind.PROMISED, before, today),
                    open.clock().due(LimitKind.PROMISED, after, today));
            boolean same = effect.legalBefore().equals(effect.legalAfter())
                    && Objects.equals(effect.promisedBefore(), effect.promisedAfter());
            if (!same) affected.add(effect);
            progress.accept(++examined);
        }
        return new Recalculation(examined, affected);
    }
}
