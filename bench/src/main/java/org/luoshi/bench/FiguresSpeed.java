package org.luoshi.bench;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.luoshi.bench.figures.FigureRun;

/// Figures over a register of millions of records: rebuild, changes, the past, explanations.
final class FiguresSpeed implements Question {

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String summary() {
        return """
                一千万条记录、300 个单位、60 个月、40 个指标：全部重算（与手写 SQL、DuckDB 对照）、每秒 200 次改动、过去时点、溯源首页。--records 10000000 --rate 200 --warmup 20 --seconds 30 --old 10 --rounds 2 --only rebuild|duckdb|changes|asof|explain --verify 1
                40 indicators of 300 units and 60 months over 10,000,000 records: full rebuild beside SQL written by hand and DuckDB, 200 changes a second, the past, first pages of explanations.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var only = asked.text("only", "");
        try (var run = new FigureRun(program.work(), Clock.system(ZoneId.of("Asia/Shanghai")))) {
            result.heading("Data");
            if (asked.number("reuse", 0) == 0) {
                var records = asked.number("records", 10_000_000);
                result.say("- %,d records written by SQL as one change in %.1f s; 300 units (city, 20 districts, 279 streets), 60 months,"
                        + " 40 indicators", records, run.fill(records, asked.seed()));
            } else {
                result.say("- %,d records of the run before (`--keep 1`, `--reuse 1`)", run.records());
            }
            result.say("- Heap of the measuring JVM, in which the product's modules run: at most %d MB",
                    Runtime.getRuntime().maxMemory() / 1048576);
            if (wanted(only, "rebuild")) rebuild(asked, result, run);
            if (wanted(only, "duckdb")) duckDb(asked, program, result, run);
            if (wanted(only, "changes")) changes(asked, result, run);
            if (wanted(only, "asof")) asOf(asked, result, run);
            if (wanted(only, "explain")) explain(asked, result, run);
        }
    }

    private static boolean wanted(String only, String part) {
        return only.isEmpty() || List.of(only.split(",")).contains(part);
    }

    private static void rebuild(Asked asked, Result result, FigureRun run) throws Exception {
        result.heading("Full rebuild of all 40 indicators, beside SQL written by hand for the same cells");
        result.table(List.of("round", "product s", "by hand s", "product ÷ by hand", "product: all figures read s", "figures", "by hand: cells"));
        for (var round = 1; round <= asked.number("rounds", 2); round++) {
            var product = run.rebuild();
            var byHand = run.byHand();
            result.row(round, product.seconds(), byHand.seconds(), product.seconds() / byHand.seconds(), product.read(), product.cells(),
                    byHand.cells());
        }
        result.say("\nCells that differ between the two: %d", run.differences());
    }

    private static void duckDb(Asked asked, Program program, Result result, FigureRun run) throws Exception {
        result.heading("The same statement in DuckDB, over the same rows in its own file");
        var seconds = run.duckDb(program.work(), 2);
        result.say("- better of two, two threads: %.2f s", seconds);
    }

    private static void changes(Asked asked, Result result, FigureRun run) throws Exception {
        var rate = asked.number("rate", 200);
        var warm = asked.number("warmup", 20);
        var kept = run.changes(
                rate, warm, asked.number("seconds", 30), asked.number("old", 10), asked.seed(), asked.number("verify", 1) == 1);
        result.heading("%d changes a second for %d s, by four writers, with the worker beside them, after %d s of the same".formatted(
                rate, asked.number("seconds", 30), warm));
        result.say("Each of one random record through the register (versions, audit chain, marks), timed from when it was due:"
                + " %d of a hundred of any of the 60 months, the others of the last three. A changed amount or kind of an old month"
                + " changes the running totals of all months after it.\n", asked.number("old", 10));
        result.table(List.of("", "count", "median ms", "p95 ms", "p99 ms", "most ms"));
        row(result, "committed", Durations.ofNanos(kept.committed()));
        row(result, "every figure right and visible", Durations.ofNanos(kept.visible()));
        result.say("\n- begun more than a second late: %d; refused because another change came first: %d", kept.late(), kept.refused());
        result.say("- left to compute after the last change: %.2f s", kept.drained());
        if (kept.wrong() >= 0) result.say("- cells that differ from the records afterwards: %d", kept.wrong());
    }

    private static void asOf(Asked asked, Result result, FigureRun run) throws Exception {
        result.heading("As of a past moment");
        var past = run.asOf(asked.seed());
        result.table(List.of("from the records", "present s", "past s", "past ÷ present"));
        result.row("all 40 indicators", past.present(), past.past(), past.past() / past.present());
        result.row("one figure", past.presentCell(), past.pastCell(), past.pastCell() / past.presentCell());
        result.say("\n- the present figure as pages read it, from its stored cell: %.1f ms", past.storedCell() * 1e3);
    }

    private static void explain(Asked asked, Result result, FigureRun run) throws Exception {
        result.heading("First page of an explanation, 50 records");
        result.table(List.of("", "count", "median ms", "p95 ms", "p99 ms", "most ms"));
        row(result, "city, districts and streets, all months", Durations.ofNanos(run.explain(asked.number("times", 200), asked.seed())));
    }

    private static void row(Result result, String what, Durations times) {
        result.row(what, times.count(), times.median() * 1e3, times.at(0.95) * 1e3, times.at(0.99) * 1e3, times.most() * 1e3);
    }
}
