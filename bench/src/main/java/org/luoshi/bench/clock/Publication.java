package org.luoshi.bench.clock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.Recalculation;
import org.luoshi.kernel.clock.Recalculation.OpenClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// 50,000 open clocks on the day on which the notice on 2026 is published, in memory.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Publication {

    private static final int CLOCKS = 50_000;

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    @Param("packs")
    public String packs;

    @Param("0")
    public long seed;

    private WorkingCalendar before;
    private WorkingCalendar after;
    private List<OpenClock> open;

    @Setup
    public void prepare() {
        before = ClockSample.calendar(Path.of(packs), 2025);
        after = ClockSample.calendar(Path.of(packs), 2026);
        LegalClock[] clocks = new ClockSample(before, seed)
                .running(CLOCKS, LocalDate.of(2025, 11, 20), LocalDate.of(2025, 12, 10), 1);
        open = new ArrayList<>();
        for (LegalClock clock : clocks) open.add(new OpenClock(String.valueOf(open.size()), clock));
    }

    @Benchmark
    public Recalculation recalculate() {
        return Recalculation.of(open, before, after, TODAY, _ -> {});
    }

    /// How many of them the notice affects, and how many it moves.
    public static String effect(Path packs, long seed) {
        Publication publication = new Publication();
        publication.packs = packs.toString();
        publication.seed = seed;
        publication.prepare();
        Recalculation done = publication.recalculate();
        long moved = done.affected().stream().filter(Recalculation.Affected::moved).count();
        return "%d examined, %d affected, %d moved".formatted(done.examined(), done.affected().size(), moved);
    }
}
