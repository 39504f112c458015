package org.luoshi.audit;

import static org.luoshi.tables.Tables.AUDIT_ENTRY;
import static org.luoshi.tables.Tables.CHANGE_FLOOR;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.internal.Details;
import org.luoshi.audit.internal.EntryHash;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Orders all changes and keeps them for ever.
///
/// A change holds an advisory lock until its transaction ends, so changes commit in the order of their
/// numbers and moments. That is what makes "as of" exact: nothing can become known later at an earlier
/// moment. Keep transactions with an open change short; stage bulk work before opening it.
///
/// The commit itself does not wait for the disk, so that the next change need not; whoever made the change waits, and
/// changes that wait together are flushed together (ADR 0034).
@Service
public class ChangeLog {

    /// Key of the advisory lock, arbitrary but fixed: "luoshi" read as a number in base 36.
    private static final long LOCK = Long.parseLong("luoshi", 36);

    /// Sent together, since everybody else's change waits from the lock on: lets the lock go when the commit is written and
    /// not only when it is on disk, takes it, and then looks, so that the latest change is seen.
    private static final String BEGIN = """
            set local synchronous_commit = off;
            select pg_advisory_xact_lock(%d);
            select e.number, e.known_at, e.hash, nullif(f.moment, '-infinity') as floor
            from luoshi.change_floor as f
            left join (select * from luoshi.audit_entry order by number desc limit 1) as e on true"""
            .formatted(LOCK);

    private final DSLContext database;
    private final Clock clock;

    public ChangeLog(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Opens the change of the running transaction. Waits while another one is being made.
    ///
    /// The moment is the clock's, or just after the latest change or settled moment where the clock is behind.
    @Transactional(propagation = Propagation.MANDATORY)
    public Change open(ChangeRequest request) {
        Record last = database.fetchMany(BEGIN).getLast().getFirst();
        @Nullable Long latest = last.get("number", Long.class);
        long number = latest == null ? 1 : latest + 1;
        byte[] previous = latest == null ? EntryHash.genesis() : last.get("hash", byte[].class);
        Instant knownAt = after(last.get("floor", Instant.class), last.get("known_at", Instant.class));
        byte[] hash = EntryHash.of(
                previous, number, knownAt, request.actor(), request.action(), request.subject(), request.details());
        database.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.NUMBER, number)
                .set(AUDIT_ENTRY.KNOWN_AT, knownAt)
                .set(AUDIT_ENTRY.ACTOR, request.actor())
                .set(AUDIT_ENTRY.ACTION, request.action())
                .set(AUDIT_ENTRY.SUBJECT, request.subject())
                .set(AUDIT_ENTRY.DETAILS, JSONB.valueOf(Details.write(request.details())))
                .set(AUDIT_ENTRY.PREVIOUS_HASH, previous)
                .set(AUDIT_ENTRY.HASH, hash)
                .execute();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                awaitDisk();
            }
        });
        return new Change(number, knownAt, request.actor());
    }

    /// Waits until everything committed so far, this change with it, is on disk.
    private void awaitDisk() {
        database.fetch("select pg_logical_emit_message(false, 'luoshi', '', true)");
    }

    /// Makes everything up to the moment final: waits for a change that is being made, and lets no later
    /// one be known at or before it. Call before freezing anything "as of" that moment.
    ///
    /// @throws IllegalArgumentException if the moment is in the future
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void settle(Instant moment) {
        Instant now = clock.instant();
        if (moment.isAfter(now)) {
            throw new IllegalArgumentException("cannot settle %s, it is only %s".formatted(moment, now));
        }
        lock();
        Instant rounded = moment.truncatedTo(ChronoUnit.MICROS);
        database.update(CHANGE_FLOOR)
                .set(CHANGE_FLOOR.MOMENT, rounded)
                .where(CHANGE_FLOOR.MOMENT.lt(rounded))
                .execute();
    }

    public Optional<Change> last() {
        return database.select(AUDIT_ENTRY.NUMBER, AUDIT_ENTRY.KNOWN_AT, AUDIT_ENTRY.ACTOR)
                .from(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.NUMBER.desc())
                .limit(1)
                .fetchOptional(r -> new Change(r.value1(), r.value2(), r.value3()));
    }

    /// Newest entries first.
    ///
    /// @param subjectPrefix only entries whose subject starts with it; null for all
    /// @param before only entries with a smaller number; null from the newest
    public List<AuditEntry> entries(@Nullable String subjectPrefix, @Nullable Long before, int limit) {
        var query = database.selectFrom(AUDIT_ENTRY).where();
        if (subjectPrefix != null) {
            query = query.and(AUDIT_ENTRY.SUBJECT.startsWith(subjectPrefix));
        }
        if (before != null) {
            query = query.and(AUDIT_ENTRY.NUMBER.lt(before));
        }
        return query.orderBy(AUDIT_ENTRY.NUMBER.desc()).limit(limit).fetch(ChangeLog::entry);
    }

    /// Entries whose details have a key, oldest first.
    public List<AuditEntry> withDetail(String key) {
        return database.selectFrom(AUDIT_ENTRY)
                .where("jsonb_exists({0}, {1})", AUDIT_ENTRY.DETAILS, org.jooq.impl.DSL.val(key))
                .orderBy(AUDIT_ENTRY.NUMBER)
                .fetch(ChangeLog::entry);
    }

    /// Walks the whole chain.
    @Transactional(readOnly = true)
    public Verification verify() {
        byte[] previous = EntryHash.genesis();
        long count = 0;
        try (var entries =
                database.selectFrom(AUDIT_ENTRY).orderBy(AUDIT_ENTRY.NUMBER).fetchSize(1000).fetchLazy()) {
            for (var row : entries) {
                count++;
                AuditEntry entry = entry(row);
                SortedMap<String, String> details = new TreeMap<>(entry.details());
                byte[] hash = EntryHash.of(
                        previous, count, entry.knownAt(), entry.actor(), entry.action(), entry.subject(), details);
                if (entry.number() != count || !java.util.Arrays.equals(hash, row.get(AUDIT_ENTRY.HASH))) {
                    return new Verification(count, entry.number());
                }
                previous = hash;
            }
        }
        return new Verification(count, null);
    }

    private void lock() {
        database.execute("select pg_advisory_xact_lock({0})", org.jooq.impl.DSL.inline(LOCK));
    }

    private Instant after(@Nullable Instant... bounds) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Instant bound : bounds) {
            if (bound != null && !moment.isAfter(bound)) {
                moment = bound.plus(1, ChronoUnit.MICROS);
            }
        }
        return moment;
    }

    private static AuditEntry entry(Record row) {
        Map<String, String> details = Details.read(row.get(AUDIT_ENTRY.DETAILS).data());
        return new AuditEntry(
                row.get(AUDIT_ENTRY.NUMBER),
                row.get(AUDIT_ENTRY.KNOWN_AT),
                row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT),
                details);
    }
}
