package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;

/// Reads a clock at a moment.
final class ClockReader {

    private final LegalClock clock;
    private final LocalDateTime moment;
    private final LocalDate day;
    private final RunningDays running;

    ClockReader(LegalClock clock, WorkingCalendar calendar, LocalDateTime moment) {
        this.clock = clock;
        this.moment = moment;
        this.day = moment.toLocalDate();
        this.running = new RunningDays(clock, calendar, day);
    }

    /// How one limit stands.
    private record Standing(Limit limit, ClockDue due, int used, int past) {

        int left() {
            return limit.days() - used;
        }
    }

    ClockReading read() {
        Standing legal = standing(clock.legalLimit());
        Limit promise = clock.limit(LimitKind.PROMISED);
        Standing promised = promise == null ? null : standing(promise);
        return new ClockReading(
                day,
                clock.state(),
                legal.limit(),
                legal.used(),
                legal.left(),
                legal.past(),
                legal.due(),
                promised == null ? null : promised.due(),
                promised == null ? 0 : promised.past(),
                level(legal, promised),
                assumptions(legal));
    }

    private Standing standing(Limit limit) {
        ClockDue due = running.due(limit);
        int through = running.through(day, limit.count());
        int past = clock.dayFor(moment).isAfter(due.date())
                ? Math.max(1, through - running.through(due.date(), limit.count()))
                : 0;
        return new Standing(limit, due, Math.min(limit.days(), through), past);
    }

    private @Nullable DueLevel level(Standing legal, @Nullable Standing promised) {
        if (clock.state().hasEnded()) return null;
        for (DueLevel level : clock.terms().levels()) {
            Standing standing = level.of() == LimitKind.LEGAL ? legal : promised;
            if (standing != null && level.holds(standing.left(), standing.past())) return level;
        }
        return null;
    }

    private List<Assumption> assumptions(Standing legal) {
        List<Assumption> assumptions = new ArrayList<>();
        LocalDate resumed = legal.due().ifResumed();
        if (resumed != null) assumptions.add(new Assumption.Resumed(resumed));
        for (int year : running.awaited(legal.limit())) assumptions.add(new Assumption.Unpublished(year));
        return assumptions;
    }
}
