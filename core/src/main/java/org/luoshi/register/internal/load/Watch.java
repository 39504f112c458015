package org.luoshi.register.internal.load;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.ImportProgress;
import org.luoshi.register.ImportProgress.Phase;

/// Where an import is, and whether it is to stop; asked and told from other threads.
final class Watch {

    private final long total;
    private volatile Phase phase = Phase.WAITING;
    private volatile long rows;
    private volatile boolean stopped;
    private volatile @Nullable RowSource source;
    private @Nullable Statement running;

    /// @param total bytes of the file
    Watch(long total) {
        this.total = total;
    }

    ImportProgress progress() {
        RowSource reading = source;
        return new ImportProgress(phase, rows, reading == null ? 0 : reading.bytesRead(), total);
    }

    void enter(Phase next) {
        check();
        phase = next;
    }

    void reading(RowSource from) {
        source = from;
        enter(Phase.READING);
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
