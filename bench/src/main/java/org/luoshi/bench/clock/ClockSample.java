package org.luoshi.bench.clock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.AdministrativeLicensing;
import org.luoshi.kernel.clock.Approval;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Started;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.pack.City;
import org.luoshi.pack.PackSet;

/// Synthetic clocks of licensing decisions on the city's real calendar, from a seed.
final class ClockSample {

    private static final ClockDefinition DECISION =
            AdministrativeLicensing.profile().clock("decision").orElseThrow();

    private final WorkingCalendar calendar;
    private final Random random;

    ClockSample(WorkingCalendar calendar, long seed) {
        this.calendar = calendar;
        this.random = new Random(seed);
    }

    /// The calendar of the city's pack.
    ///
    /// @param last year of which it knows the notice
    static WorkingCalendar calendar(Path packs, int last) {
        City city = PackCompiler.compile(List.of(packs))
                .packs()
                .flatMap(PackSet::city)
                .orElseThrow(() -> new IllegalStateException("no city among the packs of " + packs));
        return new WorkingCalendar(city.calendars().stream()
                .filter(edition -> edition.year() <= last)
                .toList());
    }

    /// Clocks that run, started on any day of a span; a third of them is extended.
    ///
    /// @param suspensions of each, of up to nine days, all lifted before the end
    LegalClock[] running(int count, LocalDate from, LocalDate to, int suspensions) {
        LegalClock[] clocks = new LegalClock[count];
        for (int i = 0; i < count; i++) {
            LocalDate start = LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), to.toEpochDay() + 1));
            clocks[i] = clock(start, suspensions, random.nextInt(3) == 0 ? 1 + random.nextInt(10) : 0);
        }
        return clocks;
    }

    private LegalClock clock(LocalDate start, int suspensions, int extension) {
        LegalClock clock = LegalClock.start(DECISION, new Started(start.atTime(9, 0), "accepted", null)).orThrow();
        LocalDate day = start;
        for (int i = 0; i < suspensions; i++) {
            LocalDate ordered = day.plusDays(1 + random.nextInt(5));
            day = ordered.plusDays(1 + random.nextInt(9));
            WrittenNotice notice = new WrittenNotice("synthetic", ordered, day);
            clock = with(clock, new Suspended(ordered.atTime(9, 0), "expert_review", notice));
            clock = with(clock, new Resumed(day.atTime(9, 0), null));
        }
        if (extension == 0) return clock;
        Approval approval = new Approval("synthetic", AdministrativeLicensing.AGENCY_HEAD, null);
        return with(clock, new Extended(day.atTime(10, 0), extension, approval, "synthetic"));
    }

    private LegalClock with(LegalClock clock, ClockEvent event) {
        return clock.record(event, calendar).orThrow();
    }
}
