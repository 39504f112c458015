package org.luoshi.observation;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.observation.internal.GroupWriter;
import org.luoshi.observation.internal.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// Takes readings, and answers when they are on disk.
///
/// Whatever arrives while one group is being stored makes the next: a lone reading waits for one commit, and many share
/// one. What cannot wait any more is refused ([LogFull]), never dropped.
@Service
public class ObservationLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ObservationLog.class);

    /// No phenomenon is older; a clock that was never set says 1970.
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// How far a sender's clock may be ahead of ours.
    public static final Duration AHEAD = Duration.ofDays(1);

    /// Readings of one group. Larger ones gain nothing and let others wait.
    static final int GROUP = 50_000;

    /// Readings that may wait, some 100 bytes each.
    static final int MOST_WAITING = 500_000;

    private final GroupWriter writer;
    private final List<StoredListener> listeners;
    private final BlockingQueue<Submission> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger readingsWaiting = new AtomicInteger();
    private volatile @Nullable Thread thread;

    public ObservationLog(DataSource source, Units units, Clock clock, List<StoredListener> listeners) {
        writer = new GroupWriter(source, units, clock, EARLIEST, AHEAD);
        this.listeners = List.copyOf(listeners);
    }

    /// @return the answers in the order of the readings; or [NotStored]
    /// @throws LogFull where nothing was taken
    public CompletableFuture<List<Answer>> append(List<Reading> readings, Viewer sender) {
        if (readings.isEmpty()) return CompletableFuture.completedFuture(List.of());
        int size = readings.size();
        int before = readingsWaiting.getAndAdd(size);
        if (!isRunning() || before > 0 && before + size > MOST_WAITING) {
            readingsWaiting.addAndGet(-size);
            throw new LogFull(before);
        }
        Submission submission = new Submission(List.copyOf(readings), sender, new CompletableFuture<>());
        waiting.add(submission);
        if (!isRunning() && waiting.remove(submission)) throw new LogFull(before); // stopped meanwhile
        return submission.answers();
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "observations");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /// What waits is stored before this returns.
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        try {
            running.join(Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning() || !waiting.isEmpty()) {
            try {
                List<Submission> group = next();
                if (!group.isEmpty()) store(group);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Submission> next() throws InterruptedException {
        Submission first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) return List.of();
        List<Submission> group = new ArrayList<>();
        int size = 0;
        for (Submission one = first; one != null; one = size < GROUP ? waiting.poll() : null) {
            group.add(one);
            size += one.readings().size();
        }
        return group;
    }

    private void store(List<Submission> group) {
        try {
            GroupWriter.Stored stored = writer.store(group);
            for (int i = 0; i < group.size(); i++) group.get(i).answers().complete(stored.answers().get(i));
            listeners.forEach(listener -> tell(listener, stored.group()));
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("A group of observations was not stored: {}", failure.getMessage());
            NotStored told = new NotStored(failure);
            group.forEach(submission -> submission.answers().completeExceptionally(told));
        } finally {
            group.forEach(submission -> readingsWaiting.addAndGet(-submission.readings().size()));
        }
    }

    private static void tell(StoredListener listener, StoredGroup group) {
        try {
            listener.stored(group);
        } catch (RuntimeException failure) {
            LOG.error("{} failed on observations {} to {}", listener, group.after(), group.last(), failure);
        }
    }
}
