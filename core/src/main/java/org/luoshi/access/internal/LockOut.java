package org.luoshi.access.internal;

import static org.luoshi.tables.Tables.LOGIN_FAILURE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.kernel.digest.Sha256;

/// Locks a name after too many failures in a row, whether an account has that name or not.
///
/// An attempt counts as a failure before its password is looked at, and is forgiven when it was right: so many guesses
/// at the same moment get no more tries than the same guesses one after another.
///
/// What is kept is bounded by how many passwords a server can look at in the time of a lock.
public final class LockOut {

    private final DSLContext database;
    private final int allowed;
    private final Duration time;

    /// @param allowed failures in a row after which a name is locked
    /// @param time of a lock, and after which failures are forgotten
    public LockOut(DSLContext database, int allowed, Duration time) {
        this.database = database;
        this.allowed = allowed;
        this.time = time;
    }

    /// What an attempt is allowed.
    public sealed interface Attempt {

        /// @param lockedIfWrong end of the lock, if this was the last try
        record Allowed(Optional<Instant> lockedIfWrong) implements Attempt {}

        record Locked(Instant until) implements Attempt {}
    }

    public Attempt attempt(String name, Instant now) {
        byte[] digest = Sha256.of(name);
        Instant forgotten = now.minus(time);
        database.deleteFrom(LOGIN_FAILURE).where(LOGIN_FAILURE.LAST_AT.le(forgotten)).execute();
        var counted = database.insertInto(LOGIN_FAILURE)
                .set(LOGIN_FAILURE.NAME_DIGEST, digest)
                .set(LOGIN_FAILURE.FAILURES, 1)
                .set(LOGIN_FAILURE.LAST_AT, now)
                .onConflict(LOGIN_FAILURE.NAME_DIGEST)
                .doUpdate()
                .set(
                        LOGIN_FAILURE.FAILURES,
                        DSL.when(LOGIN_FAILURE.LAST_AT.le(forgotten), 1).otherwise(LOGIN_FAILURE.FAILURES.plus(1)))
                .set(LOGIN_FAILURE.LAST_AT, now)
                .where(LOGIN_FAILURE.FAILURES.lt(allowed).or(LOGIN_FAILURE.LAST_AT.le(forgotten)))
                .returningResult(LOGIN_FAILURE.FAILURES)
                .fetchOptional(row -> row.value1());
        return counted.<Attempt>map(failures -> new Attempt.Allowed(
                        failures < allowed ? Optional.empty() : Optional.of(now.plus(time))))
                .orElseGet(() -> new Attempt.Locked(lastFailure(digest).orElse(now).plus(time)));
    }

    public void forgive(String name) {
        database.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.NAME_DIGEST.eq(Sha256.of(name)))
                .execute();
    }

    private Optional<Instant> lastFailure(byte[] digest) {
        return database.select(LOGIN_FAILURE.LAST_AT)
                .from(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.NAME_DIGEST.eq(digest))
                .fetchOptional(LOGIN_FAILURE.LAST_AT);
    }
}
