package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.luoshi.kernel.clock.Story.Kind;
import org.luoshi.kernel.clock.Story.Step;

/// Random stories, on the official calendars and on invented ones.
final class Stories {

    private Stories() {}

    static Arbitrary<Story> any() {
        return Arbitraries.oneOf(
                stories(Arbitraries.just(Publications.OFFICIAL), LocalDate.of(2007, 1, 1), LocalDate.of(2027, 6, 30)),
                stories(
                        Arbitraries.randomValue(Publications::invented),
                        LocalDate.of(2027, 9, 1),
                        LocalDate.of(2032, 3, 31)));
    }

    private static Arbitrary<Story> stories(Arbitrary<Publications> publications, LocalDate from, LocalDate to) {
        Arbitrary<LocalDate> starts =
                Arbitraries.longs().between(from.toEpochDay(), to.toEpochDay()).map(LocalDate::ofEpochDay);
        return Combinators.combine(publications, Arbitraries.integers().between(0, 20), terms(), starts, steps())
                .as((editions, out, terms, start, steps) ->
                        new Story(editions, Math.min(out, editions.size()), terms, start, steps));
    }

    static Arbitrary<ClockTerms> terms() {
        Arbitrary<Limit> limits = Combinators.combine(
                        Arbitraries.integers().between(1, 60), Arbitraries.of(DayCount.values()))
                .as(Limit::new);
        return Combinators.combine(limits, Arbitraries.of(FirstDay.values()), Arbitraries.of(LastDay.values()), limits)
                .as((legal, first, last, promised) ->
                        Terms.of(legal, first, last, ClockTerms.exceeds(promised, legal) ? null : promised));
    }

    private static Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.SUSPEND),
                Tuple.of(8, Kind.RESUME),
                Tuple.of(3, Kind.RETURN),
                Tuple.of(3, Kind.EXTEND),
                Tuple.of(3, Kind.PUBLISH),
                Tuple.of(1, Kind.COMPLETE),
                Tuple.of(1, Kind.WITHDRAW));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 12))
                .as(Step::new)
                .list()
                .ofMaxSize(14);
    }
}
