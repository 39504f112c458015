package org.luoshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.luoshi.bench.data.EntryFile;
import org.luoshi.bench.data.EvidenceFile;
import org.luoshi.bench.data.LoadPacks;

/// Answer times of the pages over a large register and a long plan.
final class PageSpeed implements Question {

    /// The demonstration's account that reads this district has its name.
    private static final String DISTRICT = "chenghua";

    /// Lines of a plan that are shown.
    private static final int PLAN_LINES = 70;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String summary() {
        return """
                一百万条记录、五千项任务时各页面的应答时间与查询计划，全市账号与区县账号。--records 1000000 --commitments 5000 --requests 400 --warmup 200 --seconds 30 --clients 2 --account analyst --district chenghua --only WORD --plans 1
                Answer times of the pages with a million records and 5,000 commitments, for an account of the city and one of a district, and the queries' plans.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var packs = program.work().resolve("packs");
        var data = program.work().resolve("data");
        var records = asked.number("records", 1_000_000);
        var commitmentCount = asked.number("commitments", 5000);
        var load = Files.exists(packs)
                ? LoadPacks.written(packs, asked.seed(), commitmentCount)
                : LoadPacks.write(program.root(), packs, asked.seed(), commitmentCount);
        fill(asked, program, result, data, records, load);
        var plan = load.plan();
        var commitments = plan.commitments().stream().map(it -> it.id()).toList();
        var chosen = new Random(asked.seed()).ints(200, 0, commitments.size()).mapToObj(commitments::get).toList();
        var java = asked.text("java", "");
        try (var server = program.serve(data, packs, java);
                var visitor = Visitor.logIn(server, asked.text("account", "analyst"));
                var local = Visitor.logIn(server, asked.text("district", DISTRICT))) {
            settle(result, server, visitor);
            var kinds = kinds(asked, visitor, local, chosen);
            for (var clients : List.of(1, asked.number("clients", 2))) measure(asked, result, server, kinds, clients);
            if (asked.number("plans", 1) == 0) return;
            try (var connection = server.database().connect()) {
                PlanLog.switchOn(connection);
            }
        }
        try (var server = program.serve(data, packs, "");
                var visitor = Visitor.logIn(server, asked.text("account", "analyst"));
                var local = Visitor.logIn(server, asked.text("district", DISTRICT))) {
            plans(result, server, kinds(asked, visitor, local, chosen.subList(0, 20)));
            try (var connection = server.database().connect()) {
                PlanLog.switchOff(connection);
            }
        }
    }

    /// Those whose name holds the word asked for.
    private static List<PageKind> kinds(Asked asked, Visitor city, Visitor local, List<String> commitments) throws Exception {
        var only = asked.text("only", "");
        return Stream.concat(
                        PageKind.city(city, commitments, asked.seed()).stream(),
                        PageKind.district(local, asked.text("district", DISTRICT), asked.seed()).stream())
                .filter(it -> only.startsWith("-") ? !it.name().contains(only.substring(1)) : it.name().contains(only))
                .toList();
    }

    private static void fill(
            Asked asked, Program program, Result result, Path data, int records, LoadPacks load)
            throws Exception {
        result.heading("Data");
        if (Files.exists(data)) {
            result.say("- of the run before (`--keep 1`, `--reuse 1`)");
            return;
        }
        var packs = load.folder();
        try (var server = program.serve(data, packs, "")) {
            result.say("- first start with %d commitments: %.1f s",
                    load.plan().commitments().size(), server.secondsToFirstPage());
        }
        var entries = EntryFile.write(program.work().resolve("entries.csv"), asked.seed(), records, "P", packs);
        var imported = program.importFile(data, packs, "bench.entry", entries.path(), "");
        result.say("- %d records of `bench.entry` imported in %.1f s (%.0f rows/s, start of the command included)",
                records, imported.seconds(), records / imported.seconds());
        Files.delete(entries.path());
        var evidence = program.work().resolve("evidence.csv");
        var pieces = EvidenceFile.write(evidence, asked.seed(), load.plan());
        program.importFile(data, packs, "plan_follow_up.evidence", evidence, "");
        result.say("- %d pieces of evidence imported", pieces);
    }

    /// Figures and statuses follow the import in the background; pages are measured when nothing is marked any more.
    private static void settle(Result result, RunningServer server, Visitor visitor) throws Exception {
        var began = System.nanoTime();
        try (var connection = server.database().connect();
                var statement = connection.createStatement()) {
            while (true) {
                try (var marks = statement.executeQuery("select count(*) from luoshi.indicator_mark")) {
                    marks.next();
                    if (marks.getLong(1) == 0) break;
                }
                Thread.sleep(250);
            }
        }
        result.say("- all figures of the present computed %.1f s after the first page was served", (System.nanoTime() - began) / 1e9);
        awaitSearchIndex(result, server);
        var first = visitor.get("/");
        result.say("- first overview after the start, with judging every commitment: %.2f s (status %d)", first.nanos() / 1e9, first.status());
    }

    /// A search index is built beside the server's work; without it searches read every record.
    private static void awaitSearchIndex(Result result, RunningServer server) throws Exception {
        var began = System.nanoTime();
        var sql = """
                select pg_relation_size(indexrelid) / 1048576.0 from pg_index
                where indrelid = 'bench.entry'::regclass and indisvalid and indexrelid::regclass::text ~ '_search_'""";
        try (var connection = server.database().connect();
                var statement = connection.createStatement()) {
            while (System.nanoTime() - began < 300 * 1_000_000_000L) {
                try (var index = statement.executeQuery(sql)) {
                    if (index.next()) {
                        result.say("- search index of `bench.entry`: %.0f MB, there after another %.1f s",
                                index.getDouble(1), (System.nanoTime() - began) / 1e9);
                        return;
                    }
                }
                Thread.sleep(250);
            }
        }
        throw new IllegalStateException("no search index after five minutes");
    }

    private static void measure(
            Asked asked, Result result, RunningServer server, List<PageKind> kinds, int clients)
            throws Exception {
        var requests = asked.number("requests", 400);
        var seconds = asked.number("seconds", 30);
        result.heading("Answer times, %d at once, ms".formatted(clients));
        result.say("%d requests a kind after %d of warm-up, each for at most %d s; from sending the request to having the whole answer. "
                        + "*Processor*: time a request in the server and in PostgreSQL, which other programs on the machine do not lengthen much.\n",
                requests, asked.number("warmup", 200), seconds);
        result.table(List.of("page", "addresses", "requests", "p50", "p95", "p99", "max", "processor: server", "PostgreSQL", "kB", "answers other than 200"));
        for (var kind : kinds) {
            new Load(asked.number("warmup", 200), clients, seconds, asked.seed()).run(kind.visitor(), kind.paths());
            var java = ProcessorTime.of(server.pid());
            var postgres = ProcessorTime.ofFamily(server.postgresPid());
            var outcome = new Load(requests, clients, seconds, asked.seed() + 1).run(kind.visitor(), kind.paths());
            var times = outcome.durations();
            result.row(kind.name(), kind.paths().size(), times.count(), times.median() * 1e3, times.at(0.95) * 1e3,
                    times.at(0.99) * 1e3, times.most() * 1e3, (ProcessorTime.of(server.pid()) - java) * 1e3 / times.count(),
                    (ProcessorTime.ofFamily(server.postgresPid()) - postgres) * 1e3 / times.count(), outcome.bytes() / 1024, outcome.wrong());
        }
    }

    private static void plans(Result result, RunningServer server, List<PageKind> kinds)
            throws Exception {
        result.heading("Statements a page, in a separate run with `auto_explain` (its timing costs time)");
        result.table(List.of("page", "address", "statements", "ms in all", "slowest ms"));
        var slowest = new LinkedHashMap<String, PlanLog.Plan>();
        for (var kind : kinds) {
            for (var path : kind.paths()) kind.visitor().get(path);
            var worst = new PlanLog.Plan(-1, "");
            for (var path : kind.paths().subList(0, Math.min(8, kind.paths().size()))) {
                var log = PlanLog.here(server.postgresLog());
                kind.visitor().get(path);
                var plans = log.plans();
                var most = plans.stream().max(Comparator.comparingDouble(PlanLog.Plan::milliseconds));
                result.row(kind.name(), "`" + path + "`", plans.size(),
                        plans.stream().mapToDouble(PlanLog.Plan::milliseconds).sum(),
                        most.map(PlanLog.Plan::milliseconds).orElse(0.0));
                if (most.isPresent() && most.get().milliseconds() > worst.milliseconds()) worst = most.get();
            }
            slowest.put(kind.name(), worst);
        }
        slowest.forEach((kind, plan) -> {
            result.heading("Slowest statement of: " + kind);
            result.code(plan.text().lines().limit(PLAN_LINES).reduce("", (all, line) -> all + line + "\n"));
        });
    }
}
