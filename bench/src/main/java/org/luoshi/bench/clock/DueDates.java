package org.luoshi.bench.clock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.LegalClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One due date, of one of many clocks at a time so that no branch is learnt by heart.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DueDates {

    private static final int CLOCKS = 4096;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @Param({"0", "1", "3"})
    public int suspensions;

    @Param("packs")
    public String packs;

    @Param("0")
    public long seed;

    private WorkingCalendar calendar;
    private LegalClock[] clocks;
    private int next;

    /// @throws IllegalStateException when the two ways do not agree
    @Setup
    public void prepare() {
        calendar = ClockSample.calendar(Path.of(packs), 2026);
        clocks = new ClockSample(calendar, seed)
                .running(CLOCKS, LocalDate.of(2008, 1, 1), LocalDate.of(2026, 6, 30), suspensions);
        for (LegalClock clock : clocks)
            if (!clock.legalDue(calendar, TODAY).date().equals(DayByDay.due(clock, calendar)))
                throw new IllegalStateException("two ends of " + clock);
    }

    @Benchmark
    public ClockDue atOnce() {
        return clocks[next++ & CLOCKS - 1].legalDue(calendar, TODAY);
    }

    @Benchmark
    public LocalDate dayByDay() {
        return DayByDay.due(clocks[next++ & CLOCKS - 1], calendar);
    }
}
