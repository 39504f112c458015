package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.PROCESS_VERSION;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.tables.tables.records.ProcessVersionRecord;
import org.springframework.stereotype.Component;

/// Versions of processes that cases run on.
@Component
public class VersionStore {

    /// @param knownAt moment at which the packs that declare it came into force
    /// @param definition the engine's id of it; null until a case first moves on it
    public record Version(
            long id, QualifiedId process, String digest, Instant knownAt, @Nullable String definition) {}

    private final DSLContext database;

    public VersionStore(DSLContext database) {
        this.database = database;
    }

    /// Keeps a version, where it is not kept yet.
    public void keep(ProcessDefinition definition, Change change) {
        database.insertInto(PROCESS_VERSION)
                .set(PROCESS_VERSION.PROCESS, definition.id().toString())
                .set(PROCESS_VERSION.DIGEST, definition.digest())
                .set(PROCESS_VERSION.KNOWN_AT, change.knownAt())
                .set(PROCESS_VERSION.CHANGE, change.number())
                .onConflictDoNothing()
                .execute();
    }

    public Optional<Version> find(ProcessDefinition definition) {
        return database.selectFrom(PROCESS_VERSION)
                .where(PROCESS_VERSION.PROCESS.eq(definition.id().toString()))
                .and(PROCESS_VERSION.DIGEST.eq(definition.digest()))
                .fetchOptional(VersionStore::version);
    }

    /// @throws IllegalArgumentException if there is no such version
    public Version require(long id) {
        return database.selectFrom(PROCESS_VERSION)
                .where(PROCESS_VERSION.ID.eq(id))
                .fetchOptional(VersionStore::version)
                .orElseThrow(() -> new IllegalArgumentException("no version " + id));
    }

    /// The engine's id of a version, made by `deploy` where it has none yet; nobody else makes one meanwhile.
    ///
    /// The lock lets others refer to the version: whoever has the change open may do so while we wait for it.
    public String deployed(long id, Supplier<String> deploy) {
        String known = require(id).definition();
        if (known != null) {
            return known;
        }
        String locked = database.select(PROCESS_VERSION.DEFINITION)
                .from(PROCESS_VERSION)
                .where(PROCESS_VERSION.ID.eq(id))
                .forNoKeyUpdate()
                .fetchOne(PROCESS_VERSION.DEFINITION);
        if (locked != null) {
            return locked;
        }
        String made = deploy.get();
        database.update(PROCESS_VERSION)
                .set(PROCESS_VERSION.DEFINITION, made)
                .where(PROCESS_VERSION.ID.eq(id))
                .execute();
        return made;
    }

    private static Version version(ProcessVersionRecord row) {
        return new Version(
                row.getId(),
                QualifiedId.parse(row.getProcess()),
                row.getDigest(),
                row.getKnownAt(),
                row.getDefinition());
    }
}
