package org.luoshi.register.internal.history;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What is remembered of tables must not outlive a transaction that was rolled back, nor lag behind one that was not.
final class Afterwards {

    private Afterwards() {}

    /// Forgets now and again when the running transaction has ended, however it ends.
    static void forget(Runnable forget) {
        forget.run();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget.run();
            }
        });
    }
}
