package org.luoshi.bench;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.bench.clock.DueDates;
import org.luoshi.bench.clock.Publication;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Legal clocks in the JVM, by JMH: one due date beside counting day by day, and 50,000 clocks by another calendar.
final class ClockSpeed implements Question {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String summary() {
        return """
                一次时限计算,与逐日计算对照;日历公布后重算五万个时限。--forks 1
                One due date, beside counting day by day; 50,000 clocks by another calendar.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var packs = program.packs().toString();
        Collection<RunResult> runs = new Runner(new OptionsBuilder()
                        .include(DueDates.class.getName())
                        .include(Publication.class.getName())
                        .param("packs", packs)
                        .param("seed", Long.toString(asked.seed()))
                        .forks(asked.number("forks", 1))
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                        .build())
                .run();
        result.heading("One due date of 20 working days, some extended, on the calendar of 2007 to 2026");
        result.say("4,096 clocks in turn; all ends were first compared between the two ways. ± is JMH's 99.9 % interval.\n");
        result.table(List.of("suspensions", "at once, ns", "day by day, ns", "ratio", "at once, B", "day by day, B"));
        for (var suspensions : List.of("0", "1", "3")) {
            var atOnce = find(runs, "atOnce", suspensions);
            var dayByDay = find(runs, "dayByDay", suspensions);
            result.row(
                    suspensions,
                    score(atOnce),
                    score(dayByDay),
                    dayByDay.getPrimaryResult().getScore()
                            / atOnce.getPrimaryResult().getScore(),
                    allocated(atOnce),
                    allocated(dayByDay));
        }
        result.heading("50,000 open clocks when the notice on 2026 is published, in memory");
        result.say("Both calendars, one suspension each: %s.\n", Publication.effect(program.packs(), asked.seed()));
        result.table(List.of("all, ms", "a clock, ns"));
        var all = find(runs, "recalculate", null);
        result.row(score(all), all.getPrimaryResult().getScore() * 1e6 / 50_000);
    }

    private static RunResult find(Collection<RunResult> runs, String method, @Nullable String suspensions) {
        return runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith("." + method))
                .filter(run -> suspensions == null || suspensions.equals(run.getParams().getParam("suspensions")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not measured: " + method));
    }

    private static String score(RunResult run) {
        var figure = run.getPrimaryResult();
        return Result.figure(figure.getScore()) + " ± " + Result.figure(figure.getScoreError());
    }

    private static double allocated(RunResult run) {
        return run.getSecondaryResults().get(ALLOCATED).getScore();
    }
}
