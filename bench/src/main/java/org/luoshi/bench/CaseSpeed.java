package org.luoshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.bench.data.LoadPacks;

/// To-do list, case page and transitions over a million cases; all open clocks counted again by another calendar.
final class CaseSpeed implements Question {

    private static final List<String> DISTRICTS = List.of(
            "chenghua", "jinjiang", "qingyang", "jinniu", "wuhou", "longquanyi", "xindu", "pidu", "wenjiang", "shuangliu");

    /// Closed by everybody, waiting for a district's clerk, waiting for a department's officer.
    private record Templates(String closed, String accepting, String handling) {}

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String summary() {
        return """
                一百万件办件（五万件在办）时的待办、办件页、流转，以及历法变更后全部在办时限的重算。--closed 950000 --open 50000 --requests 300 --warmup 100 --transitions 300
                To-do list, case page and transitions with a million cases, 50,000 of them open, and counting all open clocks again by another calendar.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var packs = program.work().resolve("packs");
        var data = program.work().resolve("data");
        var closed = asked.number("closed", 950_000);
        var open = asked.number("open", 50_000);
        if (!Files.exists(packs)) LoadPacks.write(program.root(), packs, asked.seed(), 0);
        result.heading("Data");
        if (!Files.exists(data)) fill(program, result, data, packs, closed, open);
        else result.say("- of the run before (`--keep 1`, `--reuse 1`)");
        try (var server = program.serve(data, packs, "");
                var clerk = Visitor.logIn(server, "clerk");
                var officer = Visitor.logIn(server, "officer")) {
            counts(result, server);
            pages(asked, result, server, clerk, officer);
            transitions(asked, result, server, clerk);
        }
        calendar(program, result, data, packs);
    }

    private static void fill(Program program, Result result, Path data, Path packs, int closed, int open)
            throws Exception {
        try (var server = program.serve(data, packs, "")) {
            var templates = templates(server);
            var began = System.nanoTime();
            try (var connection = server.database().connect()) {
                new CaseFill(connection, templates.closed(), DISTRICTS).copy(closed, 1_000_000);
                new CaseFill(connection, templates.accepting(), DISTRICTS).copy(open / 2, 3_000_000);
                new CaseFill(connection, templates.handling(), DISTRICTS).copy(open - open / 2, 4_000_000);
                result.say("- %d closed and %d open cases copied from three that were applied for and moved by hand: %.0f s",
                        closed, open, (System.nanoTime() - began) / 1e9);
                try (var statement = connection.createStatement()) {
                    statement.execute("vacuum analyze");
                }
            }
        }
    }

    /// Three cases, brought to where they are through the pages.
    private static Templates templates(RunningServer server) throws Exception {
        try (var enterprise = Visitor.logIn(server, "enterprise");
                var clerk = Visitor.logIn(server, "clerk");
                var officer = Visitor.logIn(server, "officer")) {
            var closed = apply(enterprise);
            var accepting = apply(enterprise);
            var handling = apply(enterprise);
            for (var one : List.of(closed, handling)) accept(clerk, one);
            act(officer, "/cases/" + closed, Map.of("_action", "reply", "answer", "合成：已协调"));
            act(enterprise, "/my/cases/" + closed, Map.of("_action", "submit", "verdict", "satisfied"));
            return new Templates(closed, accepting, handling);
        }
    }

    private static String apply(Visitor enterprise) throws Exception {
        var to = enterprise.post("/services/enterprise_requests.handling", Map.of(
                "title", "合成：厂房到期续租", "kind", "site", "detail", "合成数据", "district", "chenghua",
                "enterprise", "合成企业", "contact", "测试人员", "phone", "13800000000"));
        return to.replaceAll(".*(QYSQ-\\d{4}-\\d+).*", "$1");
    }

    private static void accept(Visitor clerk, String number) throws Exception {
        act(clerk, "/cases/" + number, Map.of("_action", "accept", "kind", "site", "department", "ecology_bureau"));
    }

    /// Finishes the step that the page offers.
    private static void act(Visitor visitor, String page, Map<String, String> form) throws Exception {
        var body = visitor.page(page);
        var path = body.replaceAll("(?s).*action=\"(" + page + "/tasks/\\d+)\".*", "$1");
        visitor.post(path, form);
    }

    private static void counts(Result result, RunningServer server) throws SQLException {
        try (var connection = server.database().connect()) {
            for (var table : List.of("process_case", "process_task", "case_event", "case_clock", "case_clock_entry"))
                result.say("- `%s`: %d rows", table, one(connection, "select count(*) from luoshi." + table));
        }
    }

    private static void pages(Asked asked, Result result, RunningServer server, Visitor clerk, Visitor officer)
            throws Exception {
        var kinds = List.of(
                new PageKind("to-do list of a district's clerk", clerk, List.of("/tasks")),
                new PageKind("to-do list of a department's officer", officer, List.of("/tasks")),
                new PageKind("done list", clerk, List.of("/tasks/done")),
                new PageKind("case page, accepting", clerk, numbers(server, "accept", "chenghua", 100)),
                new PageKind("case page, handling", officer, numbers(server, "handle", "ecology_bureau", 100)));
        result.heading("Answer times, one at a time, ms");
        result.table(List.of("page", "addresses", "requests", "p50", "p95", "p99", "max", "processor: server", "PostgreSQL", "kB", "answers other than 200"));
        for (var kind : kinds) {
            new Load(asked.number("warmup", 100), 1, 20, asked.seed()).run(kind.visitor(), kind.paths());
            var java = ProcessorTime.of(server.pid());
            var postgres = ProcessorTime.ofFamily(server.postgresPid());
            var outcome = new Load(asked.number("requests", 300), 1, 20, asked.seed() + 1).run(kind.visitor(), kind.paths());
            var times = outcome.durations();
            result.row(kind.name(), kind.paths().size(), times.count(), times.median() * 1e3, times.at(0.95) * 1e3,
                    times.at(0.99) * 1e3, times.most() * 1e3, (ProcessorTime.of(server.pid()) - java) * 1e3 / times.count(),
                    (ProcessorTime.ofFamily(server.postgresPid()) - postgres) * 1e3 / times.count(), outcome.bytes() / 1024, outcome.wrong());
        }
    }

    /// Each one a POST of the step's form, answered once everything is written.
    private static void transitions(Asked asked, Result result, RunningServer server, Visitor clerk) throws Exception {
        var count = asked.number("transitions", 300);
        var warmup = asked.number("warmup", 100);
        var tasks = new ArrayList<String>();
        try (var connection = server.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.number, t.id from luoshi.process_task t join luoshi.process_case c on c.id = t.case_id
                        where t.done_at is null and t.step = 'accept' and t.unit = 'chenghua' and c.id >= 3000000
                        order by t.id limit %d""".formatted(count + warmup))) {
            while (rows.next()) tasks.add("/cases/%s/tasks/%d".formatted(rows.getString(1), rows.getLong(2)));
        }
        clerk.page("/tasks");
        var form = Map.of("_action", "accept", "kind", "site", "department", "ecology_bureau");
        for (var path : tasks.subList(0, warmup)) clerk.post(path, form);
        var java = ProcessorTime.of(server.pid());
        var nanos = new ArrayList<Long>();
        var began = System.nanoTime();
        for (var path : tasks.subList(warmup, tasks.size())) {
            var before = System.nanoTime();
            clerk.post(path, form);
            nanos.add(System.nanoTime() - before);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var times = Durations.ofNanos(nanos);
        result.heading("Transitions, one after the other, ms");
        result.say("A clerk accepts: content, engine, tasks, two clocks, history, register and audit entry in one transaction.\n");
        result.table(List.of("transitions", "p50", "p95", "p99", "max", "a second", "processor: server"));
        result.row(times.count(), times.median() * 1e3, times.at(0.95) * 1e3, times.at(0.99) * 1e3, times.most() * 1e3,
                times.count() / seconds, (ProcessorTime.of(server.pid()) - java) * 1e3 / times.count());
    }

    /// Another notice for the year: a day of October that was to be worked is off, so nearly every open clock moves.
    private static void calendar(Program program, Result result, Path data, Path packs) throws Exception {
        var file = packs.resolve("chengdu/calendars/2025.yaml");
        Files.writeString(file, Files.readString(file).replace("date: 2025-10-11, off: false", "date: 2025-10-11, off: true"));
        try (var server = program.serve(data, packs, "");
                var connection = server.database().connect()) {
            var last = "select max(id) from luoshi.process_recount where finished_at is not null and affected > 0";
            while (one(connection, last) == 0) Thread.sleep(200);
            result.heading("All open clocks counted again");
            result.say("A notice that takes back the worked Saturday of 11 October 2025, in force at the start; "
                    + "ledgers, dates, cases, rows of the register and the list of the affected written.\n");
            result.table(List.of("open clocks", "affected", "seconds"));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select examined, affected, extract(epoch from finished_at - started_at)
                            from luoshi.process_recount order by id desc limit 1""")) {
                row.next();
                result.row(row.getInt(1), row.getInt(2), row.getDouble(3));
            }
        }
    }

    private static List<String> numbers(RunningServer server, String step, String unit, int most) throws SQLException {
        var paths = new ArrayList<String>();
        try (var connection = server.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.number from luoshi.process_task t join luoshi.process_case c on c.id = t.case_id
                        where t.done_at is null and t.step = '%s' and t.unit = '%s' and c.id >= 3000000
                        order by t.id desc limit %d""".formatted(step, unit, most))) {
            while (rows.next()) paths.add("/cases/" + rows.getString(1));
        }
        return paths;
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
