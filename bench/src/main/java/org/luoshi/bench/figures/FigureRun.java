package org.luoshi.bench.figures;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.indicator.Viewpoint;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Options;
import org.luoshi.register.Registers;
import org.postgresql.PGConnection;

/// The measurements over one database of records, each usable alone.
public final class FigureRun implements AutoCloseable {

    private static final QualifiedId FACT = QualifiedId.parse("load.fact");
    private static final String CLOSURE =
            "(select unit, ancestor from luoshi.unit_ancestor where basis = 'administrative')";

    private final EmbeddedPostgres postgres;
    private final DatabaseLogin login;
    private final PackSet packs;
    private final Clock clock;
    private final String last;

    /// @param folder keeps the database
    /// @param clock says which month is the running one, and whose moments records are known at
    public FigureRun(Path folder, Clock clock) throws Exception {
        this.clock = clock;
        postgres = EmbeddedPostgres.start(Options.in(folder.resolve("postgres")));
        login = postgres.login();
        packs = FigurePack.compile(folder.resolve("packs"));
        last = today().withDayOfMonth(1).toString();
    }

    /// @return seconds
    public double fill(long records, long seed) throws Exception {
        try (var modules = new FigureModules(login, false, clock);
                var connection = login.connect()) {
            modules.use(packs);
            long began = System.nanoTime();
            FactTable.fill(connection, records, seed, today());
            return seconds(began);
        }
    }

    public long records() throws SQLException {
        try (var connection = login.connect()) {
            return number(connection, "select count(*) from load.fact");
        }
    }

    /// @param read seconds to read every figure through the product's own interface and put it into a table; 0 where the
    ///     statement itself wrote them
    public record Rebuilt(double seconds, long cells, double read) {}

    /// All sums from the records, into empty tables; then every figure read from them.
    public Rebuilt rebuild() throws Exception {
        try (var modules = new FigureModules(login, false, clock);
                var connection = login.connect()) {
            modules.use(packs);
            execute(connection, "delete from luoshi.indicator_sum", "delete from luoshi.indicator_partial");
            execute(connection, "vacuum (analyze) luoshi.indicator_sum", "vacuum (analyze) luoshi.indicator_partial", "checkpoint");
            Indicators indicators = modules.get(Indicators.class);
            long began = System.nanoTime();
            indicators.recompute();
            double built = seconds(began);
            began = System.nanoTime();
            execute(connection, "drop table if exists product_cell", HandWritten.CELLS.replace("baseline_cell", "product_cell"));
            for (Indicator indicator : indicators.all()) copyFigures(indicators, indicator, connection);
            return new Rebuilt(built, number(connection, "select count(*) from product_cell"), seconds(began));
        }
    }

    private void copyFigures(Indicators indicators, Indicator indicator, Connection connection) throws Exception {
        Period lastMonth = Period.of(indicator.period(), today());
        List<SeriesKey> keys = FigurePack.units().stream()
                .map(unit -> new SeriesKey(indicator.id(), unit, lastMonth.plus(-59), lastMonth))
                .toList();
        StringBuilder csv = new StringBuilder();
        indicators.series(keys, Viewpoint.asOf(null)).values().forEach(cells -> cells.stream()
                .filter(cell -> cell.value() != null)
                .forEach(cell -> csv.append("%s,%s,%s,%s%n".formatted(
                        cell.indicator(), cell.unit(), cell.period().start(), cell.value().toPlainString()))));
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy product_cell from stdin (format csv)", new StringReader(csv.toString()));
    }

    public Rebuilt byHand() throws Exception {
        try (var connection = login.connect()) {
            execute(connection, "drop table if exists baseline_cell", HandWritten.CELLS, "checkpoint");
            long began = System.nanoTime();
            // a good engineer knows that compiling this takes longer than it saves, and gives it room to sort
            execute(connection, "set jit = off", "set work_mem = '256MB'", HandWritten.statement("load.fact", CLOSURE, last));
            return new Rebuilt(seconds(began), number(connection, "select count(*) from baseline_cell"), 0);
        }
    }

    /// How many cells have a value on one side only, or values that differ by more than the last of 16 digits says.
    public long differences() throws Exception {
        try (var connection = login.connect()) {
            return number(connection, """
                    select count(*) from (select * from baseline_cell where value is not null) as b
                    full join product_cell as c
                      on c.indicator = b.indicator and c.unit = b.unit and c.period = b.period
                    where b.value is null or c.value is null or abs(b.value - c.value) > 0.000000000001 * greatest(1, abs(b.value))""");
        }
    }

    public double duckDb(Path folder, int threads) throws Exception {
        Path facts = folder.resolve("facts.csv");
        Path closure = folder.resolve("closure.csv");
        try (var connection = login.connect()) {
            copy(connection, "select place, kind, amount, people, score, happened_on, closed_on from load.fact", facts);
            copy(connection, "select unit, ancestor from " + CLOSURE + " as c", closure);
        }
        Path file = folder.resolve("facts.duckdb");
        Files.deleteIfExists(file);
        try (var duck = new DuckDb(file, threads)) {
            duck.load(facts, closure);
            double first = duck.rebuild(last);
            double second = duck.rebuild(last);
            return Math.min(first, second);
        } finally {
            Files.deleteIfExists(facts);
            Files.deleteIfExists(closure);
        }
    }

    /// @param seconds of each, and how they compare
    public record Past(double present, double past, double presentCell, double pastCell, double storedCell) {}

    /// All figures of the present from the records, and of a past moment; then one figure of each.
    public Past asOf(long seed) throws Exception {
        try (var modules = new FigureModules(login, false, clock)) {
            modules.use(packs);
            Indicators indicators = modules.get(Indicators.class);
            Instant now = clock.instant();
            Instant before = now.minusSeconds(1);
            Thread.sleep(1100);
            double past = all(indicators, before);
            double present = all(indicators, clock.instant());
            Random random = new Random(seed);
            double presentCell = one(indicators, clock.instant(), random);
            double pastCell = one(indicators, before.minusMillis(1), random);
            double storedCell = one(indicators, null, random);
            return new Past(present, past, presentCell, pastCell, storedCell);
        }
    }

    /// From the records, whatever is stored.
    private double all(Indicators indicators, Instant moment) {
        long began = System.nanoTime();
        indicators.series(
                indicators.all(moment).stream()
                        .map(indicator -> key(indicator.id(), "city", Period.of(indicator.period(), today())))
                        .toList(),
                moment);
        return seconds(began);
    }

    private static double one(Indicators indicators, @Nullable Instant moment, Random random) {
        long began = System.nanoTime();
        String street = FigurePack.streets().get(random.nextInt(200));
        indicators.series(
                List.of(key(QualifiedId.parse("load.amount_a"), street, Period.parse("2025-03"))), moment);
        return seconds(began);
    }

    private static SeriesKey key(QualifiedId indicator, String unit, Period period) {
        return new SeriesKey(indicator, unit, period, period);
    }

    /// First pages of explanations of random figures, of leaves, districts and the city alike.
    public List<Long> explain(int times, long seed) throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (var modules = new FigureModules(login, false, clock)) {
            modules.use(packs);
            Indicators indicators = modules.get(Indicators.class);
            List<Indicator> all = List.copyOf(indicators.all());
            Random random = new Random(seed);
            for (int i = -20; i < times; i++) {
                Indicator indicator = all.get(random.nextInt(all.size()));
                String unit = switch (random.nextInt(4)) {
                    case 0 -> "city";
                    case 1 -> "d%02d".formatted(random.nextInt(20));
                    default -> FigurePack.streets().get(random.nextInt(279));
                };
                Period period = Period.of(indicator.period(), today().minusMonths(random.nextInt(59)));
                long began = System.nanoTime();
                indicators.explain(ExplainRequest.of(indicator.id(), unit, period, null, 50), Viewer.system());
                if (i >= 0) nanos.add(System.nanoTime() - began);
            }
        }
        return nanos;
    }

    /// @param wrong cells that differ from the records after all is computed
    public record Kept(List<Long> committed, List<Long> visible, int late, int refused, double drained, long wrong) {}

    /// Changes at a fixed rate while the worker keeps the figures up.
    public Kept changes(int perSecond, int warm, int seconds, int old, long seed, boolean verify) throws Exception {
        long all = records();
        try (var modules = new FigureModules(login, true, clock);
                var looking = login.connect();
                var one = login.connect();
                var two = login.connect();
                var three = login.connect();
                var four = login.connect()) {
            modules.use(packs);
            Indicators indicators = modules.get(Indicators.class);
            indicators.refresh();
            var records = new Changes.Records(all, recent(looking), old);
            var register = modules.get(Registers.class).of(FACT);
            Connection[] writers = {one, two, three, four};
            new Changes(register, looking, records, seed + 1_000).run(perSecond, warm, writers);
            var times = new Changes(register, looking, records, seed).run(perSecond, seconds, writers);
            long began = System.nanoTime();
            indicators.refresh();
            double drained = seconds(began);
            long wrong = verify ? indicators.verify().size() : -1;
            return new Kept(times.committed(), times.visible(), times.late(), times.refused(), drained, wrong);
        }
    }

    private long[] recent(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select _id from load.fact where happened_on >="
                        + " date '" + last + "' - interval '2 months' limit 200000")) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) ids.add(rows.getLong(1));
            return ids.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void copy(Connection connection, String query, Path file) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout (format csv)", out);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : statements) statement.execute(one);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
