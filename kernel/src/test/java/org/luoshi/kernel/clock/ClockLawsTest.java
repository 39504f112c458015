package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockAnswer.Recorded;
import org.luoshi.kernel.clock.ClockEvent.CalendarPublished;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Returned;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.Story.Kind;
import org.luoshi.kernel.clock.Story.Played;

/// What holds of every clock, whatever happened to it.
@PropertyDefaults(tries = 700, edgeCases = EdgeCasesMode.NONE)
class ClockLawsTest {

    @Provide
    Arbitrary<Story> stories() {
        return Stories.any();
    }

    @Property(tries = 3000)
    void endsWhereCountingOnFingersEnds(@ForAll("stories") Story story) {
        Played played = story.play();
        Fingers fingers = fingers(played);
        for (LimitKind kind : LimitKind.values()) {
            Limit limit = played.clock().limit(kind);
            if (limit == null) continue;
            ClockDue due = played.clock().due(kind, played.calendar(), played.today());
            assertThat(due.date()).isEqualTo(fingers.due(limit));
            assertThat(due.provisional()).isEqualTo(leansOnUnpublished(fingers, limit, due.date(), played.calendar()));
        }
    }

    @Property
    void countsWhatFingersCountAtAnyTime(@ForAll("stories") Story story, @ForAll @IntRange(max = 120) int later) {
        Played played = story.play();
        LocalDateTime now = played.now().plusDays(later);
        ClockReading reading = played.clock().read(played.calendar(), now);
        Fingers fingers =
                new Fingers(story.terms(), played.clock().ledger().events(), played.calendar(), reading.on());
        int gone = fingers.gone(reading.on(), reading.limit());
        assertThat(reading.used()).isEqualTo(Math.min(gone, reading.limit().days()));
        assertThat(reading.used() + reading.left()).isEqualTo(reading.limit().days());
        assertThat(reading.past()).isEqualTo(past(fingers, reading.on(), reading.due().date(), reading.limit()));
        assertThat(reading.overdue()).isEqualTo(reading.on().isAfter(reading.due().date()));
    }

    @Property
    void noDayAppearsOrVanishes(@ForAll("stories") Story story, @ForAll @IntRange(max = 90) int later) {
        Played played = story.play();
        LocalDateTime now = played.now().plusDays(later);
        ClockReading reading = played.clock().read(played.calendar(), now);
        for (LimitKind kind : LimitKind.values()) {
            Limit limit = played.clock().limit(kind);
            List<ClockDay> days = played.clock().explain(kind, played.calendar(), now);
            if (limit == null) {
                assertThat(days).isEmpty();
                continue;
            }
            Fingers fingers =
                    new Fingers(story.terms(), played.clock().ledger().events(), played.calendar(), reading.on());
            LocalDate due = fingers.due(limit);
            LocalDate date = story.start();
            int number = 0;
            for (ClockDay day : days) {
                assertThat(day.date()).isEqualTo(date);
                boolean counted = fingers.counts(date, limit) && number < limit.days();
                assertThat(day.counted()).as("%s", day).isEqualTo(counted);
                if (counted) number++;
                assertThat(day.number()).isEqualTo(number);
                assertThat(day.due()).isEqualTo(date.equals(due));
                date = date.plusDays(1);
            }
            assertThat(number).isEqualTo(limit.days());
            LocalDate last = reading.on().isAfter(due) ? reading.on() : due;
            assertThat(date.minusDays(1)).isEqualTo(last);
        }
    }

    @Property
    void theStripShowsWhatTheReadingSays(@ForAll("stories") Story story, @ForAll @IntRange(max = 90) int later) {
        Played played = story.play();
        LocalDateTime now = played.now().plusDays(later);
        ClockReading reading = played.clock().read(played.calendar(), now);
        List<ClockDay> days = played.clock().explain(LimitKind.LEGAL, played.calendar(), now);
        List<ClockDay> gone =
                days.stream().filter(day -> !day.date().isAfter(reading.on())).toList();
        assertThat(gone.stream().filter(ClockDay::counted)).hasSize(reading.used());
        long past = gone.stream()
                .filter(day -> day.reason() instanceof DayReason.Past)
                .count();
        assertThat(reading.past()).isEqualTo(reading.overdue() ? Math.max(1, (int) past) : 0);
        assertThat(days.stream().flatMap(day -> day.events().stream()).filter(it -> !(it instanceof CalendarPublished)))
                .isSubsetOf(played.clock().ledger().events());
        int extended = played.clock().ledger().extension();
        assertThat(days.stream()
                        .filter(day -> day.reason() instanceof DayReason.Counted counted && counted.extension()))
                .hasSize(extended);
    }

    @Property
    void aSuspensionOfSomeDaysMovesTheEndByExactlyThese(
            @ForAll("stories") Story story,
            @ForAll @IntRange(max = 20) int gap,
            @ForAll @IntRange(max = 60) int length) {
        Played played = story.play();
        LegalClock clock = played.clock();
        WorkingCalendar calendar = played.calendar();
        Assume.that(clock.state() instanceof ClockState.Running);
        LocalDateTime ordered = played.now().plusDays(gap);
        LocalDateTime lifted = ordered.plusDays(length);
        LegalClock suspended = clock.record(new Suspended(ordered, "force_majeure", null), calendar)
                .orThrow()
                .record(new Resumed(lifted, null), calendar)
                .orThrow();
        LocalDate due = clock.legalDue(calendar, lifted.toLocalDate()).date();
        boolean inTime = ordered.toLocalDate().isBefore(firstAfter(story, due));
        Limit limit = clock.legalLimit();
        LocalDate moved = suspended.legalDue(calendar, lifted.toLocalDate()).date();
        if (!inTime) {
            assertThat(moved).isEqualTo(due);
        } else if (limit.count() == DayCount.WORKING) {
            int back = story.terms().firstDay().value() == FirstDay.COUNTED ? 1 : 0;
            int stopped = calendar.workingDaysBetween(
                            ordered.toLocalDate().minusDays(back), lifted.toLocalDate().minusDays(back))
                    .days();
            assertThat(calendar.workingDaysBetween(due, moved).days()).isEqualTo(stopped);
        } else if (story.terms().lastDay().value() == LastDay.STAYS) {
            assertThat(moved).isEqualTo(due.plusDays(length));
        } else {
            assertThat(moved).isAfterOrEqualTo(due);
        }
    }

    @Property
    void aReturnChangesNothing(@ForAll("stories") Story story) {
        Played played = story.play();
        List<ClockEvent> others = played.clock().ledger().events().stream()
                .filter(event -> !(event instanceof Returned))
                .toList();
        LegalClock straight = LegalClock.restore(played.clock().definition(), others);
        assertThat(straight.read(played.calendar(), played.now()))
                .isEqualTo(played.clock().read(played.calendar(), played.now()));
    }

    @Property
    void anExtensionAddsExactlyItsDays(@ForAll("stories") Story story, @ForAll @IntRange(min = 1, max = 10) int days) {
        Played played = story.of(3, Set.of(Kind.SUSPEND, Kind.RESUME, Kind.RETURN, Kind.PUBLISH)).play();
        WorkingCalendar calendar = played.calendar();
        Assume.that(played.clock().legalLimit().count() == DayCount.WORKING);
        Extended extension = new Extended(played.now(), days, new Approval("u", "head", null), "reason");
        ClockAnswer answer = played.clock().record(extension, calendar);
        Assume.that(answer instanceof Recorded && !(played.clock().state() instanceof ClockState.Suspended));
        LocalDate due = played.clock().legalDue(calendar, played.today()).date();
        LocalDate moved = answer.orThrow().legalDue(calendar, played.today()).date();
        assertThat(calendar.workingDaysBetween(due, moved).days()).isEqualTo(days);
        assertThat(answer.orThrow().due(LimitKind.PROMISED, calendar, played.today()))
                .isEqualTo(played.clock().due(LimitKind.PROMISED, calendar, played.today()));
    }

    @Property
    void aNewYearsNoticeMovesOnlyWhatLeansOnThatYear(@ForAll("stories") Story story) {
        Played played = story.play();
        int out = played.published();
        Assume.that(out < story.publications().size() && story.publications().isNew(out));
        int year = story.publications().year(out);
        WorkingCalendar next = story.publications().first(out + 1);
        ClockReading before = played.clock().read(played.calendar(), played.now());
        ClockReading after = played.clock().read(next, played.now());
        if (!before.assumptions().contains(new Assumption.Unpublished(year)))
            assertThat(after.due()).isEqualTo(before.due());
        if (!before.due().provisional()) assertThat(after.due()).isEqualTo(before.due());
        assertThat(before.due().provisional())
                .isEqualTo(before.assumptions().stream().anyMatch(it -> it instanceof Assumption.Unpublished));
    }

    @Property
    void aRecalculationListsWhatChangedAndNothingElse(@ForAll("stories") Story story) {
        Played played = story.play();
        Assume.that(played.published() < story.publications().size());
        WorkingCalendar next = story.publications().first(played.published() + 1);
        Recalculation done = Recalculation.of(
                List.of(new Recalculation.OpenClock("7", played.clock())), played.calendar(), next, played.today(), _ -> {});
        ClockReading before = played.clock().read(played.calendar(), played.now());
        ClockReading after = played.clock().read(next, played.now());
        boolean changed = !before.due().equals(after.due())
                || !Objects.equals(before.promised(), after.promised());
        LocalDate today = before.on();
        Assume.that(today.equals(played.today()));
        assertThat(done.affected())
                .isEqualTo(
                        changed
                                ? List.of(new Recalculation.Affected(
                                        "7", before.due(), after.due(), before.promised(), after.promised()))
                                : List.of());
    }

    @Property
    void aLongerLimitEndsNoEarlierAndALaterStartNeither(@ForAll("stories") Story story) {
        LegalClock clock = Terms.started(story.terms(), story.start().toString());
        LegalClock nextDay = Terms.started(story.terms(), story.start().plusDays(1).toString());
        WorkingCalendar calendar = story.publications().first(story.published());
        LocalDate today = story.start();
        LocalDate due = clock.legalDue(calendar, today).date();
        RunningDays running = new RunningDays(clock, calendar, today);
        assertThat(running.due(clock.legalLimit().plus(1)).date()).isAfterOrEqualTo(due);
        assertThat(nextDay.legalDue(calendar, today).date()).isAfterOrEqualTo(due);
    }

    @Property
    void aLaterResumptionEndsNoEarlier(@ForAll("stories") Story story, @ForAll @IntRange(max = 40) int wait) {
        Played played = story.play();
        Assume.that(played.clock().state() instanceof ClockState.Running);
        LegalClock suspended = played.clock()
                .record(new Suspended(played.now(), "force_majeure", null), played.calendar())
                .orThrow();
        LocalDate due = resumed(suspended, played.now().plusDays(wait), played.calendar());
        assertThat(resumed(suspended, played.now().plusDays(wait + 1), played.calendar()))
                .isAfterOrEqualTo(due);
    }

    @Property
    void aPromiseWithinTheLawEndsNoLater(@ForAll("stories") Story story) {
        Played played = story.play();
        ClockDue promised = played.clock().due(LimitKind.PROMISED, played.calendar(), played.today());
        Limit promise = played.clock().limit(LimitKind.PROMISED);
        Assume.that(promised != null && promise != null && promise.count() == story.terms().legal().value().count());
        assertThat(promised.date())
                .isBeforeOrEqualTo(played.clock().legalDue(played.calendar(), played.today()).date());
    }

    @Property
    void isTheSameAfterItIsKeptAndRead(@ForAll("stories") Story story) {
        Played played = story.play();
        LegalClock read = LegalClock.restore(
                played.clock().definition(), List.copyOf(played.clock().ledger().events()));
        assertThat(read).isEqualTo(played.clock());
        assertThat(read.read(played.calendar(), played.now()))
                .isEqualTo(played.clock().read(played.calendar(), played.now()));
    }

    @Property
    void takesWhatTheLawAllowsAndRefusesTheRest(@ForAll("stories") Story story) {
        story.play((before, event, answer) -> {
            List<ClockEvent> events = before.clock().ledger().events();
            boolean ended = events.stream()
                    .anyMatch(it -> it instanceof Completed
                            || it instanceof ClockEvent.Withdrawn
                            || it instanceof ClockEvent.Discontinued);
            boolean suspended = events.stream().filter(Suspended.class::isInstance).count()
                    > events.stream().filter(Resumed.class::isInstance).count();
            boolean extended = events.stream().anyMatch(Extended.class::isInstance);
            boolean allowed = !ended
                    && switch (event) {
                        case Suspended _, Completed _ -> !suspended;
                        case Resumed _ -> suspended;
                        case Extended it ->
                            !extended && it.days() >= 1 && it.days() <= 10 && !it.on().isAfter(legalEnd(before, it.on()));
                        default -> true;
                    };
            assertThat(answer instanceof Recorded).as("%s after %s", event, events).isEqualTo(allowed);
        });
    }

    private static LocalDate legalEnd(Played played, LocalDate today) {
        LegalClock clock = played.clock();
        return new Fingers(clock.terms(), clock.ledger().events(), played.calendar(), today).due(clock.legalLimit());
    }

    private static LocalDate resumed(LegalClock clock, LocalDateTime at, WorkingCalendar calendar) {
        return clock.record(new Resumed(at, null), calendar)
                .orThrow()
                .legalDue(calendar, at.toLocalDate())
                .date();
    }

    /// The first day on which an event comes too late to stop a day before `due`.
    private static LocalDate firstAfter(Story story, LocalDate due) {
        return story.terms().firstDay().value() == FirstDay.COUNTED ? due.plusDays(1) : due;
    }

    private static Fingers fingers(Played played) {
        ClockReading reading = played.clock().read(played.calendar(), played.now());
        return new Fingers(played.clock().terms(), played.clock().ledger().events(), played.calendar(), reading.on());
    }

    private static int past(Fingers fingers, LocalDate day, LocalDate due, Limit limit) {
        if (!day.isAfter(due)) return 0;
        return Math.max(1, fingers.gone(day, limit) - fingers.gone(due, limit));
    }

    /// A counted day, or in natural days one of those from the last counted one to the end.
    private static boolean leansOnUnpublished(Fingers fingers, Limit limit, LocalDate due, WorkingCalendar calendar) {
        LocalDate day = due;
        if (limit.count() == DayCount.NATURAL) {
            if (fingers.moves()) while (fingers.gone(day.minusDays(1), limit) >= limit.days()) day = day.minusDays(1);
            else return false;
        } else {
            day = fingers.firstDay();
        }
        for (; !day.isAfter(due); day = day.plusDays(1)) {
            boolean runs = limit.count() == DayCount.NATURAL || fingers.runs(day);
            if (runs && calendar.isProvisional(day)) return true;
        }
        return false;
    }
}
