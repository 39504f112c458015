package org.luoshi.app.activation;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.luoshi.app.command.Refusal;
import org.luoshi.pack.PackSet;

/// Packs being compiled while the rest of the program starts.
public final class PendingPacks {

    private final CompletableFuture<PackSet> compiled;

    private PendingPacks(CompletableFuture<PackSet> compiled) {
        this.compiled = compiled;
    }

    public static PendingPacks compiling(Path folder) {
        return new PendingPacks(CompletableFuture.supplyAsync(() -> PackFolder.compile(folder)));
    }

    /// Waits for the compiler.
    ///
    /// @throws Refusal with every mistake explained, if there is one
    public PackSet get() {
        try {
            return compiled.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
