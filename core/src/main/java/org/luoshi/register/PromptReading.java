package org.luoshi.register;

import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reading that somebody waits for, of some milliseconds a statement.
///
/// To start parallel workers, or to compile an expression, takes longer than such a statement should; both stay for
/// computing and importing.
public final class PromptReading {

    private PromptReading() {}

    /// In one transaction, also with what is read inside.
    public static <T> T of(TransactionTemplate transaction, DSLContext database, Supplier<T> reading) {
        if (TransactionSynchronizationManager.hasResource(PromptReading.class)) return reading.get();
        return Objects.requireNonNull(transaction.execute(_ -> {
            TransactionSynchronizationManager.bindResource(PromptReading.class, true);
            try {
                database.fetch("select set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)");
                return reading.get();
            } finally {
                TransactionSynchronizationManager.unbindResource(PromptReading.class);
            }
        }));
    }

    /// Has every statement planned for its own values: units and words have very unequal numbers of records.
    public static DSLContext planned(DSLContext database) {
        return DSL.using(
                database.configuration().deriveSettings(s -> s.withStatementType(StatementType.STATIC_STATEMENT)));
    }
}
