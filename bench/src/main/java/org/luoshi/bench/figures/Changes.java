package org.luoshi.bench.figures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.register.Register;
import org.luoshi.register.WriteResult;

/// Changes at a fixed rate, each timed from when it was due until nothing that it marked is left: then every figure it
/// touches is computed and shown.
///
/// What a change marked is bounded from above by the newest mark after its commit, so a time is never too short.
final class Changes {

    private static final int WRITERS = 4;

    /// Milliseconds between looks at what is left to compute; a time can be too long by so much.
    private static final int LOOK = 5;

    private static final List<String> KINDS = FigurePack.KINDS;

    private final Register register;
    private final Connection looking;
    private final Records records;
    private final long seed;

    /// @param committed and `visible`: nanoseconds since the change was due
    record Times(List<Long> committed, List<Long> visible, int late, int refused) {}

    private record Waiting(long due, long mark) {}

    /// Which records are changed.
    ///
    /// @param all how many there are, numbered from 1
    /// @param recent numbers of some of the last three months
    /// @param old of a hundred changes, how many are of any record, whatever its month
    record Records(long all, long[] recent, int old) {
        long any(SplittableRandom random) {
            return random.nextInt(100) < old ? 1 + random.nextLong(all) : recent[random.nextInt(recent.length)];
        }
    }

    Changes(Register register, Connection looking, Records records, long seed) {
        this.register = register;
        this.looking = looking;
        this.records = records;
        this.seed = seed;
    }

    Times run(int perSecond, int seconds, Connection[] writers) throws Exception {
        int count = perSecond * seconds;
        long began = System.nanoTime() + 500_000_000L;
        AtomicInteger next = new AtomicInteger();
        Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        List<Long> committed = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        List<Long> visible = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Connection own = writers[writer];
                SplittableRandom random = new SplittableRandom(seed + writer);
                running.add(threads.submit(() -> {
                    List<Long> mine = new ArrayList<>();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long due = began + i * 1_000_000_000L / perSecond;
                        sleepUntil(due);
                        if (!change(random)) refused.incrementAndGet();
                        mine.add(System.nanoTime() - due);
                        waiting.add(new Waiting(due, newestMark(own)));
                    }
                    return mine;
                }));
            }
            ArrayDeque<Waiting> open = new ArrayDeque<>();
            while (running.stream().anyMatch(one -> !one.isDone()) || !waiting.isEmpty() || !open.isEmpty()) {
                for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) open.add(one);
                long oldest = oldestMark();
                long now = System.nanoTime();
                for (Iterator<Waiting> all = open.iterator(); all.hasNext(); ) {
                    Waiting one = all.next();
                    if (one.mark() >= oldest) continue;
                    visible.add(now - one.due());
                    all.remove();
                }
                TimeUnit.MILLISECONDS.sleep(LOOK);
            }
            for (Future<List<Long>> one : running) committed.addAll(one.get());
        }
        int late = (int) committed.stream().filter(nanos -> nanos > 1_000_000_000L).count();
        return new Times(committed, visible, late, refused.get());
    }

    /// Another amount and kind; one in ten also another day.
    private boolean change(SplittableRandom random) {
        long id = records.any(random);
        var found = register.find(id, null, Viewer.system()).orElseThrow();
        Map<String, @Nullable Object> values = new HashMap<>();
        BigDecimal more = BigDecimal.valueOf(1 + random.nextLong(10_000), 2);
        values.put("amount", found.value("amount") instanceof BigDecimal amount ? amount.add(more) : more);
        values.put("kind", KINDS.get(random.nextInt(KINDS.size())));
        if (random.nextInt(10) == 0 && found.value("closed_on") instanceof java.time.LocalDate closed)
            values.put("closed_on", closed.plusDays(1));
        return switch (register.update(id, found.version(), values, Viewer.system())) {
            case WriteResult.Written unused -> true;
            case WriteResult.Conflict unused -> false; // another writer was faster
            case WriteResult other -> throw new IllegalStateException(other.toString());
        };
    }

    private static long newestMark(Connection connection) throws SQLException {
        return number(connection, "select coalesce(max(id), 0) from luoshi.indicator_mark");
    }

    private long oldestMark() throws SQLException {
        return number(looking, "select coalesce(min(id), 9223372036854775807) from luoshi.indicator_mark");
    }

    /// Prepared, so that looking costs the measured little.
    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.sleep(left);
    }
}
