package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How long until the first page is served, and how much memory an idle server holds.
final class StartUp implements Question {

    private static final int IDLE_SECONDS = 60;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String summary() {
        return """
                首次启动(空数据文件夹)与再次启动到第一个页面的时间,空闲 60 秒后的内存。--first 3 --runs 7
                Time to the first page, at the first start (empty data folder) and later; memory after 60 s idle.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        program.time(Map.of(), "help"); // builds nothing, warms the shell
        var first = new Starts();
        var data = program.work().resolve("data-0");
        for (var i = 0; i < asked.number("first", 3); i++) {
            data = program.work().resolve("data-" + i);
            try (var server = program.serve(data, program.packs(), "")) {
                first.add(server);
            }
        }
        var later = new Starts();
        for (var i = 0; i < asked.number("runs", 7); i++) {
            try (var server = program.serve(data, program.packs(), "")) {
                later.add(server);
            }
        }
        result.heading("Process start to first 200 of `/login`, seconds");
        result.table(List.of("start", "runs", "min", "median", "max", "JVM processor, median", "each"));
        row(result, "first, with the demonstration's year", first);
        row(result, "later", later);
        memory(program, data, result);
    }

    private record Starts(List<Double> seconds, List<Double> processor) {

        Starts() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(RunningServer server) {
            seconds.add(server.secondsToFirstPage());
            processor.add(server.processorToFirstPage());
        }
    }

    private static void row(Result result, String what, Starts starts) {
        var all = new Durations(starts.seconds.stream().mapToDouble(it -> it).toArray());
        result.row(
                what,
                all.count(),
                all.least(),
                all.median(),
                all.most(),
                new Durations(starts.processor.stream().mapToDouble(it -> it).toArray()).median(),
                starts.seconds.stream().map(Result::figure).collect(Collectors.joining(" ")));
    }

    private static void memory(Program program, Path data, Result result) throws IOException, InterruptedException {
        try (var server = program.serve(data, program.packs(), "")) {
            var fresh = Memory.resident(server.pid());
            Thread.sleep(IDLE_SECONDS * 1000L);
            result.heading("Memory, MB");
            result.table(List.of("process", "after start", "idle %d s".formatted(IDLE_SECONDS), "peak"));
            result.row("server (JVM), resident", fresh, Memory.resident(server.pid()), Memory.peak(server.pid()));
            result.row("PostgreSQL, all processes, shared pages once", "", Memory.proportional(server.postgresPid()), "");
        }
    }
}
