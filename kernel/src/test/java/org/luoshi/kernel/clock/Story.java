package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer.Recorded;
import org.luoshi.kernel.clock.ClockEvent.CalendarPublished;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Returned;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.ClockEvent.Withdrawn;

/// A random life of a clock: steps are tried one after another, refused ones leave no trace.
///
/// @param published how many editions are out at the start
record Story(Publications publications, int published, ClockTerms terms, LocalDate start, List<Step> steps) {

    enum Kind {
        SUSPEND,
        RESUME,
        RETURN,
        EXTEND,
        PUBLISH,
        COMPLETE,
        WITHDRAW,
        DISCONTINUE
    }

    /// @param gap days since the step before
    /// @param number days of an extension, or that a suspension is told to take
    record Step(Kind kind, int gap, int number) {}

    /// How it ended.
    record Played(LegalClock clock, int published, WorkingCalendar calendar, LocalDateTime now) {

        LocalDate today() {
            return now.toLocalDate();
        }
    }

    /// The same story with the first `count` steps of some kinds only.
    Story of(int count, Set<Kind> kinds) {
        List<Step> kept = steps.stream()
                .filter(step -> kinds.contains(step.kind()))
                .limit(count)
                .toList();
        return new Story(publications, published, terms, start, kept);
    }

    /// Told of every step that is tried.
    interface Witness {
        void tried(Played before, ClockEvent event, ClockAnswer answer);
    }

    Played play() {
        return play((_, _, _) -> {});
    }

    Played play(Witness witness) {
        LegalClock clock = Terms.started(terms, start.toString());
        Played played = new Played(clock, published, publications.first(published), clock.ledger().start().at());
        for (Step step : steps) played = step(played, step, witness);
        return played;
    }

    private Played step(Played before, Step step, Witness witness) {
        LocalDateTime at = before.now().plusDays(step.gap());
        LegalClock clock = before.clock();
        WorkingCalendar calendar = before.calendar();
        int out = before.published();
        ClockEvent event;
        if (step.kind() == Kind.PUBLISH) {
            if (out == publications.size()) return before;
            WorkingCalendar next = publications.first(++out);
            event = new CalendarPublished(
                    at,
                    publications.year(out - 1),
                    clock.legalDue(calendar, at.toLocalDate()).date(),
                    clock.legalDue(next, at.toLocalDate()).date());
            calendar = next;
        } else {
            event = event(step, at);
        }
        ClockAnswer answer = clock.record(event, calendar);
        witness.tried(new Played(clock, out, calendar, at), event, answer);
        return new Played(answer instanceof Recorded recorded ? recorded.clock() : clock, out, calendar, at);
    }

    private static ClockEvent event(Step step, LocalDateTime at) {
        LocalDate until = at.toLocalDate().plusDays(step.number());
        return switch (step.kind()) {
            case SUSPEND -> new Suspended(at, "expert_review", new WrittenNotice("7", at.toLocalDate(), until));
            case RESUME -> new Resumed(at, null);
            case RETURN -> new Returned(at, "b", "a", "reason");
            case EXTEND -> new Extended(at, step.number(), new Approval("u", "head", null), "reason");
            case COMPLETE -> new Completed(at, "decided");
            case WITHDRAW -> new Withdrawn(at, null);
            case DISCONTINUE -> new ClockEvent.Discontinued(at, "end.refused");
            case PUBLISH -> throw new IllegalArgumentException("no event of its own");
        };
    }
}
