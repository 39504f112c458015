package org.luoshi.warning.internal;

import static org.luoshi.tables.Tables.WARNING;
import static org.luoshi.tables.Tables.WARNING_LEVEL;
import static org.luoshi.tables.Tables.WARNING_SILENCE;
import static org.luoshi.tables.Tables.WARNING_STEP;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.warning.Finding;
import org.luoshi.warning.Warning;
import org.luoshi.warning.Warning.State;
import org.luoshi.warning.Warning.Step;
import org.luoshi.warning.Warning.StepKind;
import org.luoshi.warning.WarningFilter;
import org.springframework.stereotype.Component;

/// Warnings, their levels and their steps as rows.
@Component
public class WarningStore {

    private final DSLContext database;
    private final Units units;

    public WarningStore(DSLContext database, Units units) {
        this.database = database;
        this.units = units;
    }

    /// Latest first.
    public List<Warning> list(WarningFilter filter, long from, int most, Viewer viewer) {
        return database.selectFrom(WARNING)
                .where(condition(filter, viewer))
                .orderBy(WARNING.RAISED_AT.desc(), WARNING.ID)
                .offset(from)
                .limit(most)
                .fetch(WarningStore::warning);
    }

    public long count(WarningFilter filter, Viewer viewer) {
        return database.fetchCount(WARNING, condition(filter, viewer));
    }

    private Condition condition(WarningFilter filter, Viewer viewer) {
        Condition condition = RowFilter.rows(units, viewer, Permission.READ, WARNING.UNIT);
        String closed = Word.of(State.CLOSED);
        condition = condition.and(filter.open() ? WARNING.STATE.ne(DSL.inline(closed)) : WARNING.STATE.eq(DSL.inline(closed)));
        if (filter.unit() != null) condition = condition.and(RowFilter.within(units, Set.of(filter.unit()), WARNING.UNIT));
        if (filter.colour() != null) condition = condition.and(WARNING.COLOUR.eq(Word.of(filter.colour())));
        return condition;
    }

    public Optional<Warning> find(UUID id) {
        return database.selectFrom(WARNING).where(WARNING.ID.eq(id)).fetchOptional(WarningStore::warning);
    }

    /// Held until the transaction ends, so that findings and people take turns.
    public Optional<Warning> hold(UUID id) {
        return database.selectFrom(WARNING).where(WARNING.ID.eq(id)).forUpdate().fetchOptional(WarningStore::warning);
    }

    public Optional<Warning> holdOpen(QualifiedId rule, String thing, boolean exercise) {
        return database.selectFrom(WARNING)
                .where(WARNING.RULE.eq(rule.toString()), WARNING.THING.eq(thing), WARNING.EXERCISE.eq(exercise))
                .and(WARNING.STATE.ne(DSL.inline(Word.of(State.CLOSED))))
                .forUpdate()
                .fetchOptional(WarningStore::warning);
    }

    public List<Warning> symptoms(UUID cause) {
        return database.selectFrom(WARNING)
                .where(WARNING.CAUSE.eq(cause))
                .orderBy(WARNING.RAISED_AT, WARNING.ID)
                .fetch(WarningStore::warning);
    }

    public boolean isAnyLate(Instant now) {
        return database.fetchExists(WARNING, late(now));
    }

    /// Those that are late, held until the transaction ends.
    public List<Warning> holdLate(Instant now, int most) {
        return database.selectFrom(WARNING)
                .where(late(now))
                .orderBy(WARNING.CONFIRM_BY)
                .limit(most)
                .forUpdate()
                .fetch(WarningStore::warning);
    }

    /// Not confirmed in time; symptoms wait for their cause, and nobody is called for what is silenced.
    private static Condition late(Instant now) {
        return WARNING.STATE.eq(DSL.inline(Word.of(State.RAISED)))
                .and(WARNING.ESCALATED_AT.isNull())
                .and(WARNING.CONFIRM_BY.lt(now))
                .and(WARNING.CAUSE.isNull())
                .and(WARNING.QUIET_UNTIL.isNull().or(WARNING.QUIET_UNTIL.le(now)));
    }

    public Warning begin(Finding finding, @Nullable Instant quietUntil, Change change) {
        Instant now = change.knownAt();
        Warning begun = new Warning(
                finding.id(),
                finding.rule(),
                finding.thing(),
                finding.unit(),
                finding.exercise(),
                finding.colour(),
                true,
                false,
                State.RAISED,
                finding.at(),
                now,
                now.plus(finding.confirm()),
                null,
                null,
                null,
                null,
                quietUntil,
                now,
                1);
        database.insertInto(WARNING)
                .set(WARNING.ID, begun.id())
                .set(WARNING.RULE, begun.rule().toString())
                .set(WARNING.THING, begun.thing())
                .set(WARNING.UNIT, begun.unit())
                .set(WARNING.EXERCISE, begun.exercise())
                .set(WARNING.COLOUR, Word.of(begun.colour()))
                .set(WARNING.STANDING, begun.standing())
                .set(WARNING.SILENT, begun.silent())
                .set(WARNING.STATE, Word.of(begun.state()))
                .set(WARNING.RAISED_AT, begun.raisedAt())
                .set(WARNING.KNOWN_AT, begun.knownAt())
                .set(WARNING.CONFIRM_BY, begun.confirmBy())
                .set(WARNING.QUIET_UNTIL, begun.quietUntil())
                .set(WARNING.CHANGED_AT, begun.changedAt())
                .set(WARNING.NUMBER, begun.number())
                .execute();
        return begun;
    }

    /// Writes what may change of a warning, under the next number.
    public void write(Warning now, Change change) {
        database.update(WARNING)
                .set(WARNING.COLOUR, Word.of(now.colour()))
                .set(WARNING.STANDING, now.standing())
                .set(WARNING.SILENT, now.silent())
                .set(WARNING.STATE, Word.of(now.state()))
                .set(WARNING.CONFIRM_BY, now.confirmBy())
                .set(WARNING.ESCALATED_AT, now.escalatedAt())
                .set(WARNING.ASSIGNEE, now.assignee())
                .set(WARNING.HANDLED_BY, now.handledBy())
                .set(WARNING.CAUSE, now.cause())
                .set(WARNING.CHANGED_AT, change.knownAt())
                .set(WARNING.NUMBER, now.number() + 1)
                .where(WARNING.ID.eq(now.id()))
                .execute();
    }

    public void show(UUID warning, WarningColour colour, UUID episode) {
        database.insertInto(WARNING_LEVEL)
                .set(WARNING_LEVEL.WARNING, warning)
                .set(WARNING_LEVEL.COLOUR, Word.of(colour))
                .set(WARNING_LEVEL.EPISODE, episode)
                .onConflict(WARNING_LEVEL.WARNING, WARNING_LEVEL.COLOUR)
                .doUpdate()
                .set(WARNING_LEVEL.EPISODE, episode)
                .execute();
    }

    /// @return whether the episode was shown
    public boolean hide(UUID warning, UUID episode) {
        return database.deleteFrom(WARNING_LEVEL)
                        .where(WARNING_LEVEL.WARNING.eq(warning), WARNING_LEVEL.EPISODE.eq(episode))
                        .execute()
                > 0;
    }

    /// The gravest level that readings show now.
    public Optional<WarningColour> gravest(UUID warning) {
        return database
                .select(WARNING_LEVEL.COLOUR)
                .from(WARNING_LEVEL)
                .where(WARNING_LEVEL.WARNING.eq(warning))
                .fetch(row -> Word.read(WarningColour.class, row.value1()))
                .stream()
                .min(Comparator.naturalOrder());
    }

    public void step(Warning after, StepKind kind, @Nullable UUID finding, @Nullable String reason, Change change) {
        database.insertInto(WARNING_STEP)
                .set(WARNING_STEP.WARNING, after.id())
                .set(WARNING_STEP.AT, change.knownAt())
                .set(WARNING_STEP.ACTOR, change.actor())
                .set(WARNING_STEP.KIND, Word.of(kind))
                .set(WARNING_STEP.COLOUR, Word.of(after.colour()))
                .set(WARNING_STEP.FINDING, finding)
                .set(WARNING_STEP.REASON, reason)
                .execute();
    }

    /// Oldest first.
    public List<Step> steps(UUID warning) {
        return database.selectFrom(WARNING_STEP)
                .where(WARNING_STEP.WARNING.eq(warning))
                .orderBy(WARNING_STEP.ID)
                .fetch(row -> new Step(
                        row.getAt(),
                        row.getActor(),
                        Word.read(StepKind.class, row.getKind()),
                        Word.read(WarningColour.class, row.getColour()),
                        row.getFinding(),
                        row.getReason()));
    }

    public void silence(
            String unit, QualifiedId rule, @Nullable String thing, Instant until, String reason, Change change) {
        database.insertInto(WARNING_SILENCE)
                .set(WARNING_SILENCE.UNIT, unit)
                .set(WARNING_SILENCE.RULE, rule.toString())
                .set(WARNING_SILENCE.THING, thing)
                .set(WARNING_SILENCE.BEGINS, change.knownAt())
                .set(WARNING_SILENCE.ENDS, until)
                .set(WARNING_SILENCE.REASON, reason)
                .set(WARNING_SILENCE.ACTOR, change.actor())
                .execute();
    }

    /// Until when the finding is silenced; null where it is not.
    public @Nullable Instant quietUntil(Finding finding, Instant now) {
        return database.select(WARNING_SILENCE.UNIT, WARNING_SILENCE.ENDS)
                .from(WARNING_SILENCE)
                .where(WARNING_SILENCE.RULE.eq(finding.rule().toString()), WARNING_SILENCE.ENDS.gt(now))
                .and(WARNING_SILENCE.THING.isNull().or(WARNING_SILENCE.THING.eq(finding.thing())))
                .fetch()
                .stream()
                .filter(row -> units.isWithin(finding.unit(), Set.of(row.value1())))
                .map(row -> row.value2())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Warning warning(Record row) {
        return new Warning(
                row.get(WARNING.ID),
                QualifiedId.parse(row.get(WARNING.RULE)),
                row.get(WARNING.THING),
                row.get(WARNING.UNIT),
                row.get(WARNING.EXERCISE),
                Word.read(WarningColour.class, row.get(WARNING.COLOUR)),
                row.get(WARNING.STANDING),
                row.get(WARNING.SILENT),
                Word.read(State.class, row.get(WARNING.STATE)),
                row.get(WARNING.RAISED_AT),
                row.get(WARNING.KNOWN_AT),
                row.get(WARNING.CONFIRM_BY),
                row.get(WARNING.ESCALATED_AT),
                row.get(WARNING.ASSIGNEE),
                row.get(WARNING.HANDLED_BY),
                row.get(WARNING.CAUSE),
                row.get(WARNING.QUIET_UNTIL),
                row.get(WARNING.CHANGED_AT),
                row.get(WARNING.NUMBER));
    }
}
