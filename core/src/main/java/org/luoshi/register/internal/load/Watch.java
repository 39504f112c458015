package org.luoshi.register.internal.load;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.ImportProgress;
import org.luoshi.register.ImportProgress.Phase;

/// Where an import is, and whether it is to stop; asked and told from other threads.
final class Watch {

    private final long bytes;
    private volatile Phase phase = Phase.WAITING;
    private volatile long rows;
    private volatile long wanted;
    private volatile boolean stopped;
    private volatile @Nullable Text problem;
    private volatile @Nullable RowSource source;
    private @Nullable Statement running;

    /// @param bytes of the file
    Watch(long bytes) {
        this.bytes = bytes;
    }

    ImportProgress progress() {
        RowSource reading = source;
        return switch (phase) {
            case READING -> new ImportProgress(phase, rows, reading == null ? 0 : Math.min(reading.bytesRead(), bytes), bytes);
            case WRITING -> new ImportProgress(phase, rows, Math.min(rows, wanted), wanted);
            default -> new ImportProgress(phase, rows, 0, 0);
        };
    }

    /// @param total rows to come, where that is known
    void enter(Phase next, long total) {
        check();
        if (next == Phase.WRITING) {
            rows = 0;
        }
        wanted = total;
        phase = next;
    }

    void reading(RowSource from) {
        source = from;
        enter(Phase.READING, 0);
    }

    /// @throws Stopped if somebody asked for it
    void read(long count) {
        rows = count;
        check();
    }

    void finish() {
        phase = Phase.FINISHED;
    }

    void check() {
        if (stopped) {
            throw new Stopped();
        }
    }

    /// Stops it for a reason of ours.
    void fail(Text why) {
        problem = why;
        stop();
    }

    /// Why it was stopped; null where somebody asked for it.
    @Nullable Text problem() {
        return problem;
    }

    boolean stopped() {
        return stopped;
    }

    synchronized void run(@Nullable Statement statement) {
        running = statement;
        if (statement != null) {
            check();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // the statement then runs to its end, and the import stops after it
                stopped = true;
            }
        }
    }
}
