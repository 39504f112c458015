package org.luoshi.indicator;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.luoshi.indicator.internal.CellCheck;
import org.luoshi.indicator.internal.CellRepair;
import org.luoshi.indicator.internal.CheckRecord;
import org.luoshi.indicator.internal.Recomputation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks stored figures against the registers, in a house that runs or stands, and has wrong ones computed anew.
///
/// One transaction sees one state of facts, marks, sums and cells, so that writers beside it do not disturb it; it
/// writes nothing, so that it can be stopped at any moment. A cell that is late and says so is not wrong.
@Service
public class CellChecks {

    private final CellCheck check;
    private final CellRepair repair;
    private final CheckRecord record;
    private final Recomputation recomputation;
    private final Clock clock;
    private final TransactionTemplate one;
    private final TransactionTemplate snapshot;

    public CellChecks(
            CellCheck check,
            CellRepair repair,
            CheckRecord record,
            Recomputation recomputation,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.check = check;
        this.repair = repair;
        this.record = record;
        this.recomputation = recomputation;
        this.clock = clock;
        this.one = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /// @param found hears of each finding, while the check goes on
    public CheckReport check(CheckScope scope, Consumer<Finding> found) {
        return run(scope, found, false);
    }

    /// @param found hears of each finding, while the check goes on
    public CheckReport repair(CheckScope scope, Consumer<Finding> found) {
        return run(scope, found, true);
    }

    /// The latest check that came to its end.
    public Optional<CheckReport> last() {
        return record.last();
    }

    private CheckReport run(CheckScope scope, Consumer<Finding> found, boolean repairs) {
        Instant at = clock.instant();
        CellRepair.Needed needed = new CellRepair.Needed();
        Count wrong = new Count();
        CellCheck.Tally tally = compare(scope, finding -> {
            wrong.accept(finding);
            needed.add(finding);
            found.accept(finding);
        });
        Long remaining = repairs ? wrong.all() == 0 ? Long.valueOf(0) : mend(scope, needed) : null;
        CheckReport report =
                new CheckReport(at, scope, tally.compared(), tally.late(), wrong.cells, wrong.sums, remaining);
        one.executeWithoutResult(unused -> record.keep(report));
        return report;
    }

    private long mend(CheckScope scope, CellRepair.Needed needed) {
        one.executeWithoutResult(unused -> repair.mark(needed));
        recomputation.drain();
        Count left = new Count();
        compare(scope, left);
        return left.all();
    }

    private CellCheck.Tally compare(CheckScope scope, Consumer<Finding> found) {
        return Objects.requireNonNull(snapshot.execute(unused -> check.run(scope, found)));
    }

    private static final class Count implements Consumer<Finding> {

        private long cells;
        private long sums;

        @Override
        public void accept(Finding finding) {
            switch (finding) {
                case Difference unused -> cells++;
                case WrongSum unused -> sums++;
            }
        }

        private long all() {
            return cells + sums;
        }
    }
}
