package org.luoshi.quality.internal;

import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.QualityCheck;

/// Makes the standing items of a check be what a look found: new causes open items, gone ones close theirs, and an
/// answer that was given to another value no longer counts.
final class Keeping {

    private static final String STANDING = "i.check_id = ? and i.state in ('open', 'explained', 'dismissed')";
    private static final String FOUND =
            "exists (select from luoshi.quality_found f where f.look = ? and f.subject = i.subject)";
    private static final String OTHERWISE = "(f.unit, f.measured, f.low, f.high) is distinct from (i.unit, i.measured, i.low, i.high)";

    private final DSLContext database;
    private final ChangeLog log;
    private final QualityCheck check;
    private final long look;

    Keeping(DSLContext database, ChangeLog log, QualityCheck check, long look) {
        this.database = database;
        this.log = log;
        this.check = check;
        this.look = look;
    }

    /// Writes nothing, not even to the audit log, where nothing is different.
    void keep() {
        String id = check.id().toString();
        long gone = count("luoshi.quality_item i where " + STANDING + " and not " + FOUND, id, look);
        String found = "luoshi.quality_found f left join luoshi.quality_item i on i.subject = f.subject and " + STANDING
                + " where f.look = ? and ";
        long fresh = count(found + "i.id is null", id, look);
        long others = count(found + "i.id is not null and " + OTHERWISE, id, look);
        if (gone + fresh + others == 0) return;
        write(id, Map.of("opened", Long.toString(fresh), "mended", Long.toString(gone)));
    }

    private void write(String id, Map<String, String> details) {
        Change change = log.open(new ChangeRequest("system", "quality.look", id, details));
        Object at = change.knownAt().atOffset(ZoneOffset.UTC);
        steps(
                "update luoshi.quality_item i set state = 'mended', changed_at = ?::timestamptz, version = version + 1 where "
                        + STANDING + " and not " + FOUND + " returning i.id, i.changed_at, 'system', i.state, null::text",
                at,
                id,
                look);
        steps(
                "update luoshi.quality_item i set state = 'open', reason = null, decided_by = null, changed_at = ?::timestamptz,"
                        + " version = version + 1 from luoshi.quality_found f where f.look = ? and f.subject = i.subject and "
                        + STANDING + " and i.state <> 'open' and f.measured is distinct from i.measured"
                        + " returning i.id, i.changed_at, 'system', i.state, null::text",
                at,
                look,
                id);
        database.query(
                        "update luoshi.quality_item i set unit = f.unit, measured = f.measured, low = f.low, high = f.high"
                                + " from luoshi.quality_found f where f.look = ? and f.subject = i.subject and " + STANDING
                                + " and " + OTHERWISE,
                        look,
                        id)
                .execute();
        steps(
                "insert into luoshi.quality_item (check_id, kind, entity, subject, unit, record, period, measured, low, high,"
                        + " since, state, changed_at) select ?, ?, ?, f.subject, f.unit, f.record, f.period, f.measured, f.low,"
                        + " f.high, ?::timestamptz, 'open', ?::timestamptz from luoshi.quality_found f where f.look = ?"
                        + " and not exists (select from luoshi.quality_item i where i.subject = f.subject and " + STANDING
                        + ") returning id, changed_at, 'system', state, null::text",
                id,
                ItemStore.word(check.rule().kind()),
                check.entity().toString(),
                at,
                at,
                look,
                id);
    }

    /// What the statement returns becomes steps of the items' lives.
    private void steps(String statement, Object... bindings) {
        database.query(
                        "with changed(item, at, actor, state, reason) as (" + statement
                                + ") insert into luoshi.quality_step (item, at, actor, state, reason) select * from changed",
                        bindings)
                .execute();
    }

    private long count(String from, Object... bindings) {
        return database.resultQuery("select count(*) as n from " + from, bindings).fetchOne(0, long.class);
    }
}
