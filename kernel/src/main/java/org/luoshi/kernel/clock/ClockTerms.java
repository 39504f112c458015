package org.luoshi.kernel.clock;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.unit.Validity;

/// The rules of a clock during one time. A clock keeps to the end the terms that were in force when it started.
///
/// @param inForce the days on which a clock starts by these terms
/// @param legal limit 法定时限
/// @param promised limit 承诺时限; an extension does not lengthen it
/// @param firstDay whether the day of an event counts
/// @param lastDay where a limit in natural days ends that would end on a day off
/// @param closing when business ends on the last day; null for 24:00
/// @param extension null where there is none
/// @param causes for which the clock may be suspended
/// @param levels of nearness to the end, the first that holds is the clock's
public record ClockTerms(
        Validity inForce,
        Cited<Limit> legal,
        @Nullable Cited<Limit> promised,
        Cited<FirstDay> firstDay,
        Cited<LastDay> lastDay,
        @Nullable LocalTime closing,
        @Nullable Cited<ExtensionRule> extension,
        List<SuspensionCause> causes,
        List<DueLevel> levels) {

    public ClockTerms {
        causes = List.copyOf(causes);
        levels = List.copyOf(levels);
        if (promised != null && exceeds(promised.value(), legal.value()))
            throw new IllegalArgumentException("promised %s, legal limit %s".formatted(promised, legal));
    }

    /// Whether a promise is longer than the law allows, as far as the two can be compared without a calendar.
    public static boolean exceeds(Limit promised, Limit legal) {
        return promised.days() > legal.days() && (promised.count() == legal.count() || legal.count() == DayCount.NATURAL);
    }

    public Optional<SuspensionCause> cause(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }

    /// The same with a promise, or without one.
    public ClockTerms promising(@Nullable Cited<Limit> promise) {
        return new ClockTerms(inForce, legal, promise, firstDay, lastDay, closing, extension, causes, levels);
    }

    /// The same with other levels.
    public ClockTerms levelled(List<DueLevel> others) {
        return new ClockTerms(inForce, legal, promised, firstDay, lastDay, closing, extension, causes, others);
    }
}
