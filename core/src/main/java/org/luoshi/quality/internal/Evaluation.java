package org.luoshi.quality.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Kind;
import org.luoshi.pack.expression.Sql;
import org.luoshi.quality.QualityLook;
import org.luoshi.quality.QualityLook.Unjudged;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the checks that are due: those whose registers have changed, new and changed ones, and freshness once a day.
///
/// A look reads one state of the registers while others write; what it found is kept in a short transaction of its own.
/// Marks that arrived meanwhile stay, so that the next look sees what this one could not.
@Component
public class Evaluation {

    /// A check may take this part of the time: a large register is not read over and over.
    private static final int REST = 10;

    private final DSLContext database;
    private final Registers registers;
    private final Units units;
    private final ChangeLog log;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate brief;
    /// By the machine's own time: the clock of a house may be set back.
    private final Map<String, Long> restsUntil = new HashMap<>();

    public Evaluation(
            DSLContext database,
            Registers registers,
            Units units,
            ChangeLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.registers = registers;
        this.units = units;
        this.log = log;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.brief = new TransactionTemplate(transactions);
    }

    private record Seen(long look, List<Long> marks, Findings.Outcome outcome) {}

    /// @param atOnce also those that rest after a long look
    /// @return whether a check was made
    public synchronized boolean run(boolean atOnce) {
        withdraw();
        boolean worked = false;
        for (QualityLook look : looks()) {
            String id = look.check().id().toString();
            long start = System.nanoTime();
            boolean rests = !atOnce && restsUntil.getOrDefault(id, start) - start > 0;
            if (!look.late() || rests) continue;
            make(look.check());
            long end = System.nanoTime();
            restsUntil.put(id, end + (end - start) * REST);
            worked = true;
        }
        return worked;
    }

    public List<QualityLook> looks() {
        Map<String, Record> made = database.fetch("select * from luoshi.quality_look").intoMap(row -> row.get("check_id", String.class));
        Set<String> marked = database.fetch("select distinct check_id from luoshi.quality_mark").stream()
                .map(row -> row.get(0, String.class))
                .collect(Collectors.toSet());
        return registers.packs().quality().map(check -> look(check, made.get(check.id().toString()), marked)).toList();
    }

    private QualityLook look(QualityCheck check, @Nullable Record made, Set<String> marked) {
        if (made == null) return new QualityLook(check, null, true, null);
        Instant at = Objects.requireNonNull(made.get("made_at", Instant.class));
        boolean otherDay = check.rule().kind() == Kind.FRESHNESS && day(at).isBefore(day(clock.instant()));
        boolean late = otherDay || marked.contains(check.id().toString()) || !CheckDigest.of(check).equals(made.get("digest", String.class));
        @Nullable String unjudged = made.get("unjudged", String.class);
        return new QualityLook(
                check, at, late, unjudged == null ? null : Unjudged.valueOf(unjudged.toUpperCase(Locale.ROOT)));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private void make(QualityCheck check) {
        Seen seen = Objects.requireNonNull(snapshot.execute(unused -> see(check)));
        brief.executeWithoutResult(unused -> {
            if (seen.outcome().found() != null) new Keeping(database, log, check, seen.look()).keep();
            database.execute("delete from luoshi.quality_found where look = ?", seen.look());
            database.execute("delete from luoshi.quality_mark where id = any(?)", (Object) seen.marks().toArray(Long[]::new));
            Unjudged why = seen.outcome().unjudged();
            database.query(
                            "insert into luoshi.quality_look (check_id, digest, made_at, unjudged) values (?, ?, ?::timestamptz, ?::text)"
                                    + " on conflict (check_id) do update set digest = excluded.digest, made_at = excluded.made_at,"
                                    + " unjudged = excluded.unjudged",
                            check.id().toString(),
                            CheckDigest.of(check),
                            clock.instant().atOffset(ZoneOffset.UTC),
                            why == null ? null : ItemStore.word(why))
                    .execute();
        });
    }

    private Seen see(QualityCheck check) {
        database.execute("set local jit = off");
        List<Long> marks = database.fetch("select id from luoshi.quality_mark where check_id = ?", check.id().toString())
                .map(row -> row.get(0, Long.class));
        database.execute("delete from luoshi.quality_found where made_at < now() - interval '1 day'");
        long look = database.fetchOne("select nextval('luoshi.quality_look_number')").get(0, Long.class);
        LocalDate today = day(clock.instant());
        Findings.Outcome outcome =
                new Findings(database, registers, units.tree(), clock.getZone(), today, check).look();
        if (outcome.found() != null) {
            Sql sql = Sql.of(
                            "insert into luoshi.quality_found (look, subject, unit, record, period, measured, low, high)"
                                    + " select ?::bigint, f.* from (",
                            look)
                    .then(outcome.found())
                    .then(") as f");
            database.query(sql.text(), sql.bindings().toArray()).execute();
        }
        return new Seen(look, marks, outcome);
    }

    /// Items of checks that no pack declares any more.
    private void withdraw() {
        List<String> declared = new ArrayList<>();
        registers.packs().quality().forEach(check -> declared.add(check.id().toString()));
        Object known = declared.toArray(String[]::new);
        boolean some = Boolean.TRUE.equals(database.fetchValue(
                "select exists (select from luoshi.quality_item where state in ('open', 'explained', 'dismissed') and check_id <> all(?))",
                known));
        if (!some) return;
        brief.executeWithoutResult(unused -> {
            Change change = log.open(new ChangeRequest("system", "quality.withdraw", "quality"));
            database.query(
                            "with changed as (update luoshi.quality_item set state = 'withdrawn', changed_at = ?::timestamptz,"
                                    + " version = version + 1 where state in ('open', 'explained', 'dismissed') and check_id <> all(?)"
                                    + " returning id, changed_at, state) insert into luoshi.quality_step (item, at, actor, state)"
                                    + " select id, changed_at, 'system', state from changed",
                            change.knownAt().atOffset(ZoneOffset.UTC),
                            known)
                    .execute();
            database.execute("delete from luoshi.quality_look where check_id <> all(?)", known);
        });
    }
}
