package org.luoshi.register.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.luoshi.kernel.start.BackgroundThread;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Gives large registers their search index, in the background and without keeping anybody waiting: at the start, when a
/// search misses one, and every so often for what others imported.
@Component
public class SearchIndexKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexKeeper.class);
    private static final Duration POLL = Duration.ofMinutes(1);
    /// One program at a time builds, whoever else uses the database.
    private static final long LOCK = 0x6c756f5f73656172L;

    private final Registers registers;
    private final DSLContext database;
    private final boolean enabled;
    private final Semaphore wanted = new Semaphore(0);
    private final BackgroundThread thread = new BackgroundThread("search-indexes");

    public SearchIndexKeeper(
            Registers registers, DSLContext database, @Value("${luoshi.search.keeper:true}") boolean enabled) {
        this.registers = registers;
        this.database = database;
        this.enabled = enabled;
    }

    @EventListener
    void hear(SearchIndexMissing event) {
        wanted.release();
    }

    /// Builds what is missing of the packs in use, and removes what they no longer want.
    ///
    /// @return names of the indexes built
    public List<String> keep() {
        List<SearchIndex> all = registers.packs().entities()
                .flatMap(entity -> SearchIndex.of(entity).stream())
                .toList();
        return database.connectionResult(connection -> {
            if (!truth(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return List.of();
            }
            try {
                List<String> built = new ArrayList<>();
                for (SearchIndex index : all) {
                    if (keep(connection, index)) {
                        built.add(index.name());
                    }
                }
                return built;
            } finally {
                truth(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        });
    }

    private boolean keep(Connection connection, SearchIndex index) throws SQLException {
        boolean there = false;
        for (Live live : live(connection, index.table())) {
            if (live.valid() && live.name().equals(index.name())) {
                there = true;
            } else { // of an earlier shape, or interrupted while it was built
                execute(connection, "drop index concurrently if exists %s.%s"
                        .formatted(EntityTable.quote(index.table().schema()), EntityTable.quote(live.name())));
            }
        }
        if (there || !large(connection, index.table())) {
            return false;
        }
        long began = System.nanoTime();
        // one processor: pages go on meanwhile
        execute(connection, "set max_parallel_maintenance_workers = 0");
        try {
            execute(connection, index.createSql());
        } finally {
            execute(connection, "reset max_parallel_maintenance_workers");
        }
        execute(connection, "analyze " + index.table().currentSql());
        LOG.info("Search index of {} built in {} ms", index.table().entity().id(), (System.nanoTime() - began) / 1_000_000);
        return true;
    }

    private record Live(String name, boolean valid) {}

    private static List<Live> live(Connection connection, EntityTable table) throws SQLException {
        List<Live> live = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                """
                select x.relname, i.indisvalid from pg_index i join pg_class x on x.oid = i.indexrelid
                where i.indrelid = to_regclass(?)""")) {
            statement.setString(1, table.currentSql());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    if (SearchIndex.managed(found.getString(1))) {
                        live.add(new Live(found.getString(1), found.getBoolean(2)));
                    }
                }
            }
        }
        return live;
    }

    /// By the planner's count, which is that of the last import or analysis.
    private static boolean large(Connection connection, EntityTable table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select coalesce((select reltuples > %d from pg_class where oid = to_regclass(?)), false)"
                        .formatted(SearchIndex.WORTH_IT))) {
            statement.setString(1, table.currentSql());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }

    private static boolean truth(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void start() {
        thread.repeat(
                this::step,
                POLL,
                failed -> LOG.error("A search index could not be built; searches read every record meanwhile", failed));
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    /// An index that a closing database leaves unfinished is removed next time.
    private void step() throws InterruptedException {
        keep();
        if (wanted.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) wanted.drainPermits();
    }
}
