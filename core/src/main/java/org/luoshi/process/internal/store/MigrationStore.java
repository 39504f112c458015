package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_MIGRATION;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Migration;
import org.luoshi.tables.tables.records.ProcessMigrationRecord;
import org.springframework.stereotype.Component;

/// Runs of migrations, and the cases that they are for.
@Component
public class MigrationStore {

    private final DSLContext database;
    private final Clock clock;

    public MigrationStore(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The last run of a process.
    public Optional<Migration> last(QualifiedId process) {
        return database.selectFrom(PROCESS_MIGRATION)
                .where(PROCESS_MIGRATION.PROCESS.eq(process.toString()))
                .orderBy(PROCESS_MIGRATION.ID.desc())
                .limit(1)
                .fetchOptional(MigrationStore::migration);
    }

    /// Begins a run, or goes on with the one that was cut off or stopped on its way to the same version.
    public Migration begin(QualifiedId process, long version, String account) {
        Optional<Migration> cut = last(process).filter(run -> run.version() == version && run.finishedAt() == null);
        cut.ifPresent(run -> database.update(PROCESS_MIGRATION)
                .set(PROCESS_MIGRATION.STOP, false)
                .set(PROCESS_MIGRATION.LEFT_BEHIND, 0)
                .where(PROCESS_MIGRATION.ID.eq(run.id()))
                .execute());
        if (cut.isEmpty()) {
            database.insertInto(PROCESS_MIGRATION)
                    .set(PROCESS_MIGRATION.PROCESS, process.toString())
                    .set(PROCESS_MIGRATION.VERSION, version)
                    .set(PROCESS_MIGRATION.STARTED_BY, account)
                    .set(PROCESS_MIGRATION.STARTED_AT, clock.instant())
                    .execute();
        }
        return last(process).orElseThrow();
    }

    /// Asks the run of a process to stop.
    public void stop(QualifiedId process) {
        database.update(PROCESS_MIGRATION)
                .set(PROCESS_MIGRATION.STOP, true)
                .where(PROCESS_MIGRATION.PROCESS.eq(process.toString()), PROCESS_MIGRATION.FINISHED_AT.isNull())
                .execute();
    }

    public boolean isStopping(long run) {
        return database.fetchExists(PROCESS_MIGRATION, PROCESS_MIGRATION.ID.eq(run).and(PROCESS_MIGRATION.STOP));
    }

    /// Counts a case that was looked at, in the transaction that moved it or left it.
    public void count(long run, boolean moved) {
        Field<Integer> counted = moved ? PROCESS_MIGRATION.MOVED : PROCESS_MIGRATION.LEFT_BEHIND;
        database.update(PROCESS_MIGRATION)
                .set(counted, counted.plus(1))
                .where(PROCESS_MIGRATION.ID.eq(run))
                .execute();
    }

    public void finish(long run) {
        database.update(PROCESS_MIGRATION)
                .set(PROCESS_MIGRATION.FINISHED_AT, clock.instant())
                .where(PROCESS_MIGRATION.ID.eq(run))
                .execute();
    }

    /// Running cases on other versions, by id.
    ///
    /// @param after only those with a higher id
    public List<CaseFile> behind(QualifiedId process, long version, long after, int limit) {
        return database.selectFrom(PROCESS_CASE)
                .where(
                        PROCESS_CASE.PROCESS.eq(process.toString()),
                        PROCESS_CASE.CLOSED_AT.isNull(),
                        PROCESS_CASE.VERSION.ne(version),
                        PROCESS_CASE.ID.gt(after))
                .orderBy(PROCESS_CASE.ID)
                .limit(limit)
                .fetch(CaseStore::file);
    }

    public int countBehind(QualifiedId process, long version) {
        return database.fetchCount(
                PROCESS_CASE,
                PROCESS_CASE.PROCESS.eq(process.toString()),
                PROCESS_CASE.CLOSED_AT.isNull(),
                PROCESS_CASE.VERSION.ne(version));
    }

    private static Migration migration(ProcessMigrationRecord row) {
        return new Migration(
                row.getId(),
                QualifiedId.parse(row.getProcess()),
                row.getVersion(),
                row.getStartedBy(),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getStop(),
                row.getMoved(),
                row.getLeftBehind());
    }
}
