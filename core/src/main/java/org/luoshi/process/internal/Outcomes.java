package org.luoshi.process.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.luoshi.process.CaseResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs what happens to a case in a transaction; what cannot be done leaves no trace and is told.
///
/// Inside another transaction it is a nested one, so that a refusal does not take the other with it.
public final class Outcomes {

    private final TransactionTemplate transaction;

    public Outcomes(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public CaseResult of(Supplier<CaseResult> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                CaseResult result = work.get();
                if (!(result instanceof CaseResult.Done)) {
                    status.setRollbackOnly();
                }
                return result;
            }));
        } catch (NotPossible refused) {
            return new CaseResult.Refused(refused.errors());
        }
    }
}
