package org.luoshi.process;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.process.internal.Recounting;
import org.luoshi.process.internal.store.RecountStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts the dates of running cases again when another edition of the calendar is in force.
///
/// Cases are done in small parts, each a transaction of its own: what happens to a case meanwhile waits for its part
/// only, and a count that was interrupted goes on with what is left.
@Service
public class Recounts {

    private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);

    /// Cases of one transaction.
    private static final int PART = 250;

    private final Recounting recounting;
    private final RecountStore store;
    private final Processes processes;
    private final TransactionTemplate transaction;

    public Recounts(
            Recounting recounting,
            RecountStore store,
            Processes processes,
            PlatformTransactionManager transactions) {
        this.recounting = recounting;
        this.store = store;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Counts again if the calendar in force is not the one that was counted by last.
    ///
    /// @param progress is told how many cases have been written
    /// @return clocks affected
    public int run(IntConsumer progress) {
        String calendar = processes.calendarDigest();
        if (store.done(calendar)) return 0;
        WorkingCalendar by = processes.calendar();
        long run = Objects.requireNonNull(transaction.execute(_ -> store.begin(calendar)));
        Recounting.Found found = Objects.requireNonNull(transaction.execute(_ -> recounting.find(by)));
        List<Long> cases = found.cases();
        for (int from = 0; from < cases.size(); from += PART) {
            List<Long> part = cases.subList(from, Math.min(cases.size(), from + PART));
            transaction.executeWithoutResult(_ -> recounting.write(part, by, run));
            progress.accept(from + part.size());
        }
        int affected = Objects.requireNonNull(transaction.execute(_ -> store.finish(run, found.examined())));
        if (affected > 0) LOG.info("calendar published: {} of {} open clocks affected", affected, found.examined());
        return affected;
    }

    /// What each edition did, the newest first; lines of cases that the viewer may see, as by their unit.
    public List<Recount> all(Viewer viewer, int lines) {
        return store.all(viewer, lines);
    }
}
