package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.bench.data.BinaryCopy;
import org.luoshi.bench.data.EntryFile;
import org.luoshi.bench.data.LoadPacks;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Options;

/// Rows a second through the product's own import, beside binary COPY of the same file into a bare table.
final class ImportSpeed implements Question {

    private static final Pattern HEAP_BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return """
                导入一百万行 CSV（校验、留版本）的速度与内存，同一次运行中与二进制 COPY 相比；再导入同样多的新记录、改动、未改的行。--rows 1000000 --rounds 3
                Speed and memory of importing a CSV of a million rows, validated and versioned, beside binary COPY; then as many \
                new records, changed ones and unchanged ones.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var packs = program.work().resolve("packs");
        var data = program.work().resolve("data");
        var rows = asked.number("rows", 1_000_000);
        LoadPacks.write(program.root(), packs, asked.seed(), 0);
        program.serve(data, packs, "").close(); // makes the tables
        var one = EntryFile.write(program.work().resolve("one.csv"), asked.seed(), 1, "ONE", packs);
        try (var database = EmbeddedPostgres.start(Options.in(data.resolve("postgres")));
                var connection = database.login().connect()) {
            result.heading("Import of %,d rows into `bench.entry`".formatted(rows));
            result.say("""
                    8 fields, 1 constraint, indexes on key, unit, (unit, stage), opened_on and closed_on. *Whole command* includes \
                    starting the JVM; *net* subtracts the time that the same command takes for one row. The yardstick \
                    is binary COPY of the same file into a table with a primary key only, before and after.
                    """);
            result.table(List.of("round", "file MB", "whole command s", "rows/s", "net s", "net rows/s",
                    "binary COPY rows/s", "net ÷ COPY", "peak memory MB", "highest heap MB"));
            for (var round = 1; round <= asked.number("rounds", 3); round++) {
                var overhead = program.importFile(data, packs, "bench.entry", one.path(), "").seconds();
                empty(connection);
                var file = EntryFile.write(program.work().resolve("rows.csv"), asked.seed() + round, rows, "R" + round, packs);
                var before = BinaryCopy.run(connection, file.path());
                var log = program.work().resolve("gc-" + round + ".log");
                var ended = program.importFile(data, packs, "bench.entry", file.path(), "-Xlog:gc:file=" + log);
                var after = BinaryCopy.run(connection, file.path());
                requireRows(connection, rows);
                var net = ended.seconds() - overhead;
                var copied = rows / ((before + after) / 2);
                result.row(round, file.bytes() / 1048576.0, ended.seconds(), rows / ended.seconds(), net, rows / net,
                        copied, rows / net / copied, ended.peak(), heap(log));
            }
            var filled = "R" + asked.number("rounds", 3);
            result.heading("Into a register that holds these %,d records".formatted(rows));
            result.say("""
                    The register, its indexes, history and figures stand; each file finds what the one before left. *New records*: \
                    other keys. *Changed*: the keys of the records that are there, other values in 7 of 8 fields, so every row \
                    closes a version and writes one. *Unchanged*: the same file once more.
                    """);
            result.table(List.of("file", "whole command s", "rows/s", "net s", "net rows/s", "peak memory MB", "highest heap MB"));
            var overhead = program.importFile(data, packs, "bench.entry", one.path(), "").seconds();
            var others = EntryFile.write(program.work().resolve("new.csv"), asked.seed() + 100, rows, "NEW", packs);
            further("new records", others, overhead, program, data, packs, result);
            requireRows(connection, 2L * rows + 1);
            var changed = EntryFile.write(program.work().resolve("changed.csv"), asked.seed() + 200, rows, filled, packs);
            further("changed", changed, overhead, program, data, packs, result);
            requireRows(connection, 2L * rows + 1);
            requireVersions(connection, rows);
            further("unchanged", changed, overhead, program, data, packs, result);
        }
    }

    private static void further(
            String what, EntryFile file, double overhead, Program program, Path data, Path packs, Result result)
            throws Exception {
        var log = program.work().resolve("gc-further.log");
        var ended = program.importFile(data, packs, "bench.entry", file.path(), "-Xlog:gc:file=" + log);
        var net = ended.seconds() - overhead;
        result.row(what, ended.seconds(), file.rows() / ended.seconds(), net, file.rows() / net, ended.peak(), heap(log));
    }

    /// Closed versions, one for each record that a file has changed.
    private static void requireVersions(Connection connection, int rows) throws SQLException {
        try (var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from bench.entry_history")) {
            count.next();
            if (count.getInt(1) < rows * 0.99 || count.getInt(1) > rows)
                throw new IllegalStateException("%d versions were closed of %d".formatted(count.getInt(1), rows));
        }
    }

    private static void empty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate bench.entry, bench.entry_history");
            statement.execute("checkpoint");
        }
    }

    private static void requireRows(Connection connection, long rows) throws SQLException {
        try (var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from bench.entry")) {
            count.next();
            if (count.getInt(1) != rows)
                throw new IllegalStateException("%d rows arrived of %d".formatted(count.getInt(1), rows));
        }
    }

    /// Used heap just before collections, in MB: garbage included, so an upper bound of what was needed.
    private static double heap(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(HEAP_BEFORE_COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToDouble(it -> Double.parseDouble(it.group(1)))
                .max()
                .orElse(0);
    }
}
