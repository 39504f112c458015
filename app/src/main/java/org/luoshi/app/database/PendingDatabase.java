package org.luoshi.app.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// The database being opened while the rest of the program starts.
public final class PendingDatabase implements AutoCloseable {

    private final CompletableFuture<LuoshiDatabase> opening;

    private PendingDatabase(Supplier<LuoshiDatabase> opening) {
        this.opening = CompletableFuture.supplyAsync(
                opening, task -> Thread.ofPlatform().name("database").daemon().start(task));
    }

    /// For the server: see [LuoshiDatabase#own].
    public static PendingDatabase owning(DatabaseSettings settings) {
        return new PendingDatabase(() -> LuoshiDatabase.own(settings));
    }

    /// For a command beside the server: see [LuoshiDatabase#join].
    public static PendingDatabase joining(DatabaseSettings settings) {
        return new PendingDatabase(() -> LuoshiDatabase.join(settings));
    }

    /// Waits until it is open and migrated.
    ///
    /// @throws org.luoshi.postgres.PostgresProblem when something outside the program is in the way
    public LuoshiDatabase get() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException told) throw told;
            throw e;
        }
    }

    /// Now, or as soon as it is open. What kept it from opening has been told by [#get].
    @Override
    public void close() {
        var _ = opening.thenAccept(LuoshiDatabase::close);
    }
}
