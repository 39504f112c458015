package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_CLAUSE;
import static org.luoshi.tables.Tables.PLAN_COMMITMENT;
import static org.luoshi.tables.Tables.PLAN_EVIDENCE_WANTED;
import static org.luoshi.tables.Tables.PLAN_FOCUS;
import static org.luoshi.tables.Tables.PLAN_HEAD;
import static org.luoshi.tables.Tables.PLAN_MEASURE;
import static org.luoshi.tables.Tables.PLAN_MILESTONE;
import static org.luoshi.tables.Tables.PLAN_PATH_POINT;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.tables.tables.records.PlanCommitmentRecord;
import org.luoshi.tables.tables.records.PlanHeadRecord;
import org.springframework.stereotype.Component;

/// Puts the plan together as it was known at a moment.
@Component
public class PlanReader {

    private final DSLContext database;

    PlanReader(DSLContext database) {
        this.database = database;
    }

    /// @param asOf null for the present
    public Optional<Plan> read(QualifiedId plan, @Nullable Instant asOf) {
        return database.selectFrom(PLAN_HEAD)
                .where(PLAN_HEAD.PLAN.eq(plan.toString()))
                .and(Known.at(PLAN_HEAD.KNOWN_FROM, PLAN_HEAD.KNOWN_TO, asOf))
                .fetchOptional()
                .map(head -> plan(plan, head, asOf));
    }

    private Plan plan(QualifiedId id, PlanHeadRecord head, @Nullable Instant asOf) {
        return new Plan(
                id,
                new Text(head.getTitleZh(), head.getTitleEn()),
                new Plan.Source(
                        new Text(head.getSourceZh(), head.getSourceEn()),
                        head.getPublisher(),
                        head.getSourceDate(),
                        head.getSourceUrl()),
                new Plan.Span(head.getPeriodFrom(), head.getPeriodTo(), head.getPeriodStated()),
                QualifiedId.parse(head.getStatusRule()),
                new Plan.EvidenceRegister(
                        QualifiedId.parse(head.getEvidenceEntity()),
                        head.getEvidenceCommitment(),
                        head.getEvidenceMilestone(),
                        head.getEvidenceHappenedOn(),
                        head.getEvidenceVerdict(),
                        head.getEvidenceAccepted(),
                        head.getEvidenceVerifiedOn()),
                clauses(id.toString(), asOf),
                focuses(id.toString(), asOf));
    }

    private List<Plan.Clause> clauses(String plan, @Nullable Instant asOf) {
        return database.selectFrom(PLAN_CLAUSE)
                .where(PLAN_CLAUSE.PLAN.eq(plan))
                .and(Known.at(PLAN_CLAUSE.KNOWN_FROM, PLAN_CLAUSE.KNOWN_TO, asOf))
                .orderBy(PLAN_CLAUSE.POSITION)
                .fetch(c -> new Plan.Clause(
                        c.getId(),
                        c.getParagraph(),
                        c.getSentence(),
                        c.getSpeaker(),
                        new Text(c.getGistZh(), c.getGistEn()),
                        Plan.ClauseKind.valueOf(c.getKind()),
                        c.getNeedsCommitment(),
                        text(c.getBecauseZh(), c.getBecauseEn())));
    }

    private List<Plan.Focus> focuses(String plan, @Nullable Instant asOf) {
        Map<String, List<Plan.Measure>> measures = measures(plan, asOf);
        return database.selectFrom(PLAN_FOCUS)
                .where(PLAN_FOCUS.PLAN.eq(plan))
                .and(Known.at(PLAN_FOCUS.KNOWN_FROM, PLAN_FOCUS.KNOWN_TO, asOf))
                .orderBy(PLAN_FOCUS.POSITION)
                .fetch(f -> new Plan.Focus(
                        f.getId(),
                        f.getPosition(),
                        new Text(f.getTitleZh(), f.getTitleEn()),
                        List.of(f.getClauses()),
                        measures.getOrDefault(f.getId(), List.of())));
    }

    private Map<String, List<Plan.Measure>> measures(String plan, @Nullable Instant asOf) {
        Map<String, List<Plan.Commitment>> commitments = commitments(plan, asOf);
        return database.selectFrom(PLAN_MEASURE)
                .where(PLAN_MEASURE.PLAN.eq(plan))
                .and(Known.at(PLAN_MEASURE.KNOWN_FROM, PLAN_MEASURE.KNOWN_TO, asOf))
                .orderBy(PLAN_MEASURE.FOCUS, PLAN_MEASURE.POSITION)
                .fetchGroups(
                        m -> m.getFocus(),
                        m -> new Plan.Measure(
                                m.getId(),
                                new Text(m.getTitleZh(), m.getTitleEn()),
                                Plan.Lever.valueOf(m.getLever()),
                                m.getLead(),
                                List.of(m.getClauses()),
                                commitments.getOrDefault(m.getId(), List.of())));
    }

    private Map<String, List<Plan.Commitment>> commitments(String plan, @Nullable Instant asOf) {
        var rows = database.selectFrom(PLAN_COMMITMENT)
                .where(PLAN_COMMITMENT.PLAN.eq(plan))
                .and(Known.at(PLAN_COMMITMENT.KNOWN_FROM, PLAN_COMMITMENT.KNOWN_TO, asOf))
                .orderBy(PLAN_COMMITMENT.MEASURE, PLAN_COMMITMENT.POSITION)
                .fetch();
        Select<Record1<Long>> ids = database.select(PLAN_COMMITMENT.ROW_ID)
                .from(PLAN_COMMITMENT)
                .where(PLAN_COMMITMENT.PLAN.eq(plan))
                .and(Known.at(PLAN_COMMITMENT.KNOWN_FROM, PLAN_COMMITMENT.KNOWN_TO, asOf));
        Parts parts = parts(ids);
        Map<String, List<Plan.Commitment>> commitments = new LinkedHashMap<>();
        rows.forEach(row -> commitments
                .computeIfAbsent(row.getMeasure(), m -> new java.util.ArrayList<>())
                .add(commitment(row, parts)));
        return commitments;
    }

    private record Parts(
            Map<Long, List<Plan.Milestone>> milestones,
            Map<Long, List<Plan.Point>> path,
            Map<Long, List<Text>> evidence) {}

    private Parts parts(Select<Record1<Long>> rows) {
        return new Parts(
                database.selectFrom(PLAN_MILESTONE)
                        .where(PLAN_MILESTONE.COMMITMENT_ROW.in(rows))
                        .orderBy(PLAN_MILESTONE.COMMITMENT_ROW, PLAN_MILESTONE.POSITION)
                        .fetchGroups(
                                m -> m.getCommitmentRow(),
                                m -> new Plan.Milestone(
                                        m.getId(),
                                        new Text(m.getTitleZh(), m.getTitleEn()),
                                        m.getDue(),
                                        m.getStated(),
                                        text(m.getEvidenceZh(), m.getEvidenceEn()))),
                database.selectFrom(PLAN_PATH_POINT)
                        .where(PLAN_PATH_POINT.COMMITMENT_ROW.in(rows))
                        .orderBy(PLAN_PATH_POINT.COMMITMENT_ROW, PLAN_PATH_POINT.BY)
                        .fetchGroups(p -> p.getCommitmentRow(), p -> new Plan.Point(p.getBy(), p.getValue())),
                database.selectFrom(PLAN_EVIDENCE_WANTED)
                        .where(PLAN_EVIDENCE_WANTED.COMMITMENT_ROW.in(rows))
                        .orderBy(PLAN_EVIDENCE_WANTED.COMMITMENT_ROW, PLAN_EVIDENCE_WANTED.POSITION)
                        .fetchGroups(e -> e.getCommitmentRow(), e -> new Text(e.getZh(), e.getEn())));
    }

    private static Plan.Commitment commitment(PlanCommitmentRecord row, Parts parts) {
        return new Plan.Commitment(
                row.getId(),
                new Text(row.getTitleZh(), row.getTitleEn()),
                text(row.getDetailZh(), row.getDetailEn()),
                row.getLead(),
                Set.of(row.getAssist()),
                new Plan.Span(row.getPeriodFrom(), row.getPeriodTo(), row.getPeriodStated()),
                row.getIndicator() == null ? null : figure(row, parts),
                Arrays.stream(row.getWatch()).map(QualifiedId::parse).toList(),
                parts.milestones().getOrDefault(row.getRowId(), List.of()),
                parts.evidence().getOrDefault(row.getRowId(), List.of()),
                List.of(row.getDependsOn()),
                List.of(row.getClauses()));
    }

    private static Plan.Figure figure(PlanCommitmentRecord row, Parts parts) {
        return new Plan.Figure(
                QualifiedId.parse(row.getIndicator()),
                row.getFigureUnit(),
                new Plan.Point(row.getBaselineOn(), row.getBaseline()),
                row.getBaselineStated(),
                row.getTarget(),
                row.getTargetStated(),
                parts.path().getOrDefault(row.getRowId(), List.of()));
    }

    private static @Nullable Text text(@Nullable String zh, @Nullable String en) {
        return zh == null || en == null ? null : new Text(zh, en);
    }
}
