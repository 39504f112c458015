package org.luoshi.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Time to recompute all indicators of the demonstration's year as of past days.
final class RecomputeSpeed implements Question {

    private static final LocalDate FIRST = LocalDate.of(2024, 12, 23);

    private static final LocalDate LAST = LocalDate.of(2025, 9, 21);

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public String summary() {
        return """
                按过去任一日重算演示年度全部指标的时间。--days 8
                Time to recompute all indicators of the demonstration's year as of past days.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var data = program.work().resolve("data");
        program.serve(data, program.packs(), "").close();
        var random = new Random(asked.seed());
        var days = new ArrayList<LocalDate>();
        for (var i = 0; i < asked.number("days", 8); i++)
            days.add(FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay()))));
        var written = days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
        var ended = program.run(Program.environment(data, program.packs(), ""), "recompute", "--as-of", written)
                .requireDone();
        result.heading("All indicators of the year to a day, as known at its end");
        result.say("One command for all days, so the first one also warms the JVM up; as the command told:\n");
        result.code(ended.output().lines().filter(it -> it.contains(" indicators, ")).collect(Collectors.joining("\n")));
        result.say("\nWhole command, start of the JVM included: %.1f s, %.1f s of processor time in the command.",
                ended.seconds(), ended.processor());
    }
}
