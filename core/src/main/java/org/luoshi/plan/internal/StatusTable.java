package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_COMMITMENT;
import static org.luoshi.tables.Tables.PLAN_STATUS;
import static org.luoshi.tables.Tables.PLAN_STATUS_CHANGE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.Excerpt;
import org.luoshi.plan.StatusChange;
import org.luoshi.plan.status.Assessment;
import org.luoshi.plan.status.Facts;
import org.luoshi.plan.status.MilestoneFinding;
import org.luoshi.tables.tables.records.PlanStatusChangeRecord;
import org.luoshi.tables.tables.records.PlanStatusRecord;
import org.springframework.stereotype.Component;

/// Keeps the present's statuses and the days they changed.
@Component
class StatusTable {

    private final DSLContext database;

    StatusTable(DSLContext database) {
        this.database = database;
    }

    /// A commitment judged for a day.
    record Judged(Facts facts, Assessment assessment) {}

    /// A status and the first day of the unbroken stretch in it.
    record Stretch(StatusRule.Status status, LocalDate since) {}

    Map<String, Stretch> stretches(QualifiedId plan) {
        return database.select(PLAN_STATUS.COMMITMENT, PLAN_STATUS.STATUS, PLAN_STATUS.SINCE)
                .from(PLAN_STATUS)
                .where(PLAN_STATUS.PLAN.eq(plan.toString()))
                .fetchMap(
                        PLAN_STATUS.COMMITMENT,
                        r -> new Stretch(
                                StatusRule.Status.valueOf(r.get(PLAN_STATUS.STATUS)), r.get(PLAN_STATUS.SINCE)));
    }

    /// Writes down what is new against the stretches, and carries these on.
    void recordChanges(QualifiedId plan, Collection<Judged> judged, Map<String, Stretch> stretches, Instant now) {
        List<Query> queries = new ArrayList<>();
        for (Judged one : judged) {
            String commitment = one.facts().commitment().id();
            Stretch before = stretches.get(commitment);
            if (before == null || before.status() != one.assessment().status()) {
                queries.add(change(plan, one, before == null ? null : before.status().name(), now));
                stretches.put(commitment, stretch(plan, one, before));
            }
        }
        if (!queries.isEmpty()) {
            database.batch(queries).execute();
        }
    }

    /// A status that left and came back within its day goes on as the stretch that it was at the day's beginning.
    private Stretch stretch(QualifiedId plan, Judged one, @Nullable Stretch before) {
        Stretch begun = new Stretch(one.assessment().status(), one.facts().day());
        if (before == null || before.since().isBefore(begun.since())) return begun;
        return database.select(PLAN_STATUS_CHANGE.TO_STATUS, PLAN_STATUS_CHANGE.DAY)
                .from(PLAN_STATUS_CHANGE)
                .where(PLAN_STATUS_CHANGE.PLAN.eq(plan.toString()))
                .and(PLAN_STATUS_CHANGE.COMMITMENT.eq(one.facts().commitment().id()))
                .and(PLAN_STATUS_CHANGE.DAY.lt(begun.since()))
                .and(PLAN_STATUS_CHANGE.FROM_STATUS.isDistinctFrom(PLAN_STATUS_CHANGE.TO_STATUS))
                .orderBy(PLAN_STATUS_CHANGE.DAY.desc())
                .limit(1)
                .fetchOptional(r -> new Stretch(
                        StatusRule.Status.valueOf(r.get(PLAN_STATUS_CHANGE.TO_STATUS)), r.get(PLAN_STATUS_CHANGE.DAY)))
                .filter(earlier -> earlier.status() == begun.status())
                .orElse(begun);
    }

    /// Stores judgements of the present; a status that differs from its stretch is a change on its day.
    void store(QualifiedId plan, Collection<Judged> judged, Map<String, Stretch> stretches, Instant now) {
        recordChanges(plan, judged, stretches, now);
        Map<String, PlanStatusRecord> stored = database.selectFrom(PLAN_STATUS)
                .where(PLAN_STATUS.PLAN.eq(plan.toString()))
                .fetchMap(PLAN_STATUS.COMMITMENT);
        List<Query> queries = new ArrayList<>();
        for (Judged one : judged) {
            Stretch stretch = stretches.get(one.facts().commitment().id());
            PlanStatusRecord row = row(plan, one, now);
            row.setSince(stretch == null ? one.facts().day() : stretch.since());
            if (says(stored.get(row.getCommitment()), row)) {
                continue;
            }
            queries.add(database.insertInto(PLAN_STATUS)
                    .set(row)
                    .onConflict(PLAN_STATUS.PLAN, PLAN_STATUS.COMMITMENT)
                    .doUpdate()
                    .set(row));
        }
        if (!queries.isEmpty()) {
            database.batch(queries).execute();
        }
    }

    /// Whether the stored row says the same, whenever it was computed.
    private static boolean says(@Nullable PlanStatusRecord stored, PlanStatusRecord row) {
        if (stored == null) {
            return false;
        }
        for (var field : PLAN_STATUS.fields()) {
            if (!field.equals(PLAN_STATUS.COMPUTED_AT) && !same(stored.get(field), row.get(field))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : java.util.Objects.equals(a, b);
    }

    private Query change(QualifiedId plan, Judged one, @Nullable String from, Instant now) {
        Text reason = one.assessment().reason();
        String to = one.assessment().status().name();
        return database.insertInto(PLAN_STATUS_CHANGE)
                .set(PLAN_STATUS_CHANGE.PLAN, plan.toString())
                .set(PLAN_STATUS_CHANGE.COMMITMENT, one.facts().commitment().id())
                .set(PLAN_STATUS_CHANGE.DAY, one.facts().day())
                .set(PLAN_STATUS_CHANGE.FROM_STATUS, from)
                .set(PLAN_STATUS_CHANGE.TO_STATUS, to)
                .set(PLAN_STATUS_CHANGE.REASON_ZH, reason.zh())
                .set(PLAN_STATUS_CHANGE.REASON_EN, reason.en())
                .set(PLAN_STATUS_CHANGE.COMPUTED_AT, now)
                .onConflict(PLAN_STATUS_CHANGE.PLAN, PLAN_STATUS_CHANGE.COMMITMENT, PLAN_STATUS_CHANGE.DAY)
                .doUpdate() // twice in one day: the day's last word counts, from where the day began
                .set(PLAN_STATUS_CHANGE.TO_STATUS, to)
                .set(PLAN_STATUS_CHANGE.REASON_ZH, reason.zh())
                .set(PLAN_STATUS_CHANGE.REASON_EN, reason.en())
                .set(PLAN_STATUS_CHANGE.COMPUTED_AT, now);
    }

    /// Forgets everything kept for the plan, to judge all days anew.
    void clear(QualifiedId plan) {
        database.deleteFrom(PLAN_STATUS_CHANGE)
                .where(PLAN_STATUS_CHANGE.PLAN.eq(plan.toString()))
                .execute();
        database.deleteFrom(PLAN_STATUS).where(PLAN_STATUS.PLAN.eq(plan.toString())).execute();
    }

    void remove(QualifiedId plan, Collection<String> commitments) {
        database.deleteFrom(PLAN_STATUS)
                .where(PLAN_STATUS.PLAN.eq(plan.toString()), PLAN_STATUS.COMMITMENT.in(commitments))
                .execute();
    }

    /// The oldest day for which a stored status was judged.
    Optional<LocalDate> oldestDay(QualifiedId plan) {
        return Optional.ofNullable(database.select(DSL.min(PLAN_STATUS.DAY))
                .from(PLAN_STATUS)
                .where(PLAN_STATUS.PLAN.eq(plan.toString()))
                .fetchOne(0, LocalDate.class));
    }

    List<String> commitments(QualifiedId plan) {
        return database.select(PLAN_STATUS.COMMITMENT)
                .from(PLAN_STATUS)
                .where(PLAN_STATUS.PLAN.eq(plan.toString()))
                .fetch(PLAN_STATUS.COMMITMENT);
    }

    /// Latest first. A day's net "no change" is left out.
    List<StatusChange> changes(
            QualifiedId plan, @Nullable String commitment, @Nullable LocalDate from, LocalDate to) {
        return database.selectFrom(PLAN_STATUS_CHANGE)
                .where(PLAN_STATUS_CHANGE.PLAN.eq(plan.toString()), PLAN_STATUS_CHANGE.DAY.le(to))
                .and(commitment == null
                        ? DSL.noCondition()
                        : PLAN_STATUS_CHANGE.COMMITMENT.eq(commitment))
                .and(from == null ? DSL.noCondition() : PLAN_STATUS_CHANGE.DAY.ge(from))
                .and(PLAN_STATUS_CHANGE.FROM_STATUS.isDistinctFrom(PLAN_STATUS_CHANGE.TO_STATUS))
                .orderBy(PLAN_STATUS_CHANGE.DAY.desc(), PLAN_STATUS_CHANGE.COMMITMENT)
                .fetch(StatusTable::change);
    }

    /// Changes between two days of commitments that are in the plan, latest first; first judgements left out.
    ///
    /// @param visible of `plan_commitment`: whose changes may be shown
    /// @param asOf the plan's moment, null for the present
    Excerpt<StatusChange> latest(
            QualifiedId plan, LocalDate from, LocalDate to, int most, Condition visible, @Nullable Instant asOf) {
        Condition wanted = DSL.and(
                PLAN_STATUS_CHANGE.PLAN.eq(plan.toString()),
                PLAN_STATUS_CHANGE.DAY.between(from, to),
                PLAN_STATUS_CHANGE.FROM_STATUS.ne(PLAN_STATUS_CHANGE.TO_STATUS),
                DSL.exists(DSL.selectOne()
                        .from(PLAN_COMMITMENT)
                        .where(PLAN_COMMITMENT.PLAN.eq(plan.toString()))
                        .and(PLAN_COMMITMENT.ID.eq(PLAN_STATUS_CHANGE.COMMITMENT))
                        .and(Known.at(PLAN_COMMITMENT.KNOWN_FROM, PLAN_COMMITMENT.KNOWN_TO, asOf))
                        .and(visible)));
        List<StatusChange> first = database.selectFrom(PLAN_STATUS_CHANGE)
                .where(wanted)
                .orderBy(PLAN_STATUS_CHANGE.DAY.desc(), PLAN_STATUS_CHANGE.COMMITMENT)
                .limit(most)
                .fetch(StatusTable::change);
        int total = first.size() < most ? first.size() : database.fetchCount(PLAN_STATUS_CHANGE, wanted);
        return new Excerpt<>(first, total);
    }

    private static StatusChange change(PlanStatusChangeRecord row) {
        return new StatusChange(
                row.getCommitment(),
                row.getDay(),
                row.getFromStatus() == null ? null : StatusRule.Status.valueOf(row.getFromStatus()),
                StatusRule.Status.valueOf(row.getToStatus()),
                new Text(row.getReasonZh(), row.getReasonEn()));
    }

    private static PlanStatusRecord row(QualifiedId plan, Judged one, Instant now) {
        Facts facts = one.facts();
        Assessment assessment = one.assessment();
        PlanStatusRecord row = new PlanStatusRecord();
        row.setPlan(plan.toString());
        row.setCommitment(facts.commitment().id());
        row.setStatus(assessment.status().name());
        row.setColour(assessment.colour().name());
        row.setTitleZh(assessment.levelTitle().zh());
        row.setTitleEn(assessment.levelTitle().en());
        row.setReasonZh(assessment.reason().zh());
        row.setReasonEn(assessment.reason().en());
        row.setDay(facts.day());
        row.setRatio(rounded(assessment.circumstances().ratio()));
        row.setGap(rounded(assessment.circumstances().gap()));
        row.setChance(assessment.circumstances().chance());
        row.setActualOn(assessment.actual() == null ? null : assessment.actual().on());
        row.setActual(assessment.actual() == null ? null : assessment.actual().value());
        row.setExpected(rounded(assessment.expected()));
        row.setMilestonesDue((int) facts.milestones().stream().filter(m -> m.dueBefore(facts.day())).count());
        row.setMilestonesReached(
                (int) facts.milestones().stream().filter(MilestoneFinding::reached).count());
        row.setNextDue(facts.milestones().stream()
                .filter(m -> !m.reached())
                .map(m -> m.milestone().due())
                .min(LocalDate::compareTo)
                .orElse(null));
        row.setLateDays((int) assessment.circumstances().lateDays());
        row.setComputedAt(now);
        return row;
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
