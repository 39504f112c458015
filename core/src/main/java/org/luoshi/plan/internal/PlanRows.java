package org.luoshi.plan.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.tables.tables.records.PlanClauseRecord;
import org.luoshi.tables.tables.records.PlanCommitmentRecord;
import org.luoshi.tables.tables.records.PlanEvidenceWantedRecord;
import org.luoshi.tables.tables.records.PlanFocusRecord;
import org.luoshi.tables.tables.records.PlanHeadRecord;
import org.luoshi.tables.tables.records.PlanMeasureRecord;
import org.luoshi.tables.tables.records.PlanMilestoneRecord;
import org.luoshi.tables.tables.records.PlanPathPointRecord;

/// New rows of one change.
record PlanRows(String plan, Change change) {

    PlanHeadRecord head(Plan from) {
        PlanHeadRecord row = new PlanHeadRecord();
        row.setPlan(plan);
        row.setKnownFrom(change.knownAt());
        row.setChange(change.number());
        row.setTitleZh(from.title().zh());
        row.setTitleEn(from.title().en());
        row.setSourceZh(from.source().title().zh());
        row.setSourceEn(from.source().title().en());
        row.setPublisher(from.source().publisher());
        row.setSourceDate(from.source().date());
        row.setSourceUrl(from.source().url());
        row.setPeriodFrom(from.period().from());
        row.setPeriodTo(from.period().to());
        row.setPeriodStated(from.period().stated());
        row.setStatusRule(from.statusRule().toString());
        row.setEvidenceEntity(from.evidence().entity().toString());
        row.setEvidenceCommitment(from.evidence().commitment());
        row.setEvidenceMilestone(from.evidence().milestone());
        row.setEvidenceHappenedOn(from.evidence().happenedOn());
        row.setEvidenceVerdict(from.evidence().verdict());
        row.setEvidenceAccepted(from.evidence().accepted());
        row.setEvidenceVerifiedOn(from.evidence().verifiedOn());
        return row;
    }

    PlanClauseRecord clause(PlanWriter.PlacedClause placed) {
        Plan.Clause clause = placed.clause();
        PlanClauseRecord row = new PlanClauseRecord();
        row.setPlan(plan);
        row.setId(clause.id());
        row.setKnownFrom(change.knownAt());
        row.setChange(change.number());
        row.setPosition(placed.position());
        row.setParagraph(clause.paragraph());
        row.setSentence(clause.sentence());
        row.setSpeaker(clause.speaker());
        row.setGistZh(clause.gist().zh());
        row.setGistEn(clause.gist().en());
        row.setKind(clause.kind().name());
        row.setNeedsCommitment(clause.needsCommitment());
        row.setBecauseZh(words(clause.because(), Text::zh));
        row.setBecauseEn(words(clause.because(), Text::en));
        return row;
    }

    PlanFocusRecord focus(PlanWriter.PlacedFocus placed) {
        PlanFocusRecord row = new PlanFocusRecord();
        row.setPlan(plan);
        row.setId(placed.id());
        row.setKnownFrom(change.knownAt());
        row.setChange(change.number());
        row.setPosition(placed.position());
        row.setTitleZh(placed.title().zh());
        row.setTitleEn(placed.title().en());
        row.setClauses(array(placed.clauses()));
        return row;
    }

    PlanMeasureRecord measure(PlanWriter.PlacedMeasure placed) {
        Plan.Measure measure = placed.measure();
        PlanMeasureRecord row = new PlanMeasureRecord();
        row.setPlan(plan);
        row.setId(measure.id());
        row.setKnownFrom(change.knownAt());
        row.setChange(change.number());
        row.setFocus(placed.focus());
        row.setPosition(placed.position());
        row.setTitleZh(measure.title().zh());
        row.setTitleEn(measure.title().en());
        row.setLever(measure.lever().name());
        row.setLead(measure.lead());
        row.setClauses(array(measure.clauses()));
        return row;
    }

    List<TableRecord<?>> parts(Plan.Commitment commitment, long id) {
        List<TableRecord<?>> rows = new ArrayList<>();
        for (int i = 0; i < commitment.milestones().size(); i++) {
            rows.add(milestone(commitment.milestones().get(i), i, id));
        }
        if (commitment.figure() != null) {
            commitment.figure().path().forEach(p -> rows.add(new PlanPathPointRecord(id, p.by(), p.value())));
        }
        for (int i = 0; i < commitment.evidence().size(); i++) {
            Text wanted = commitment.evidence().get(i);
            rows.add(new PlanEvidenceWantedRecord(id, i, wanted.zh(), wanted.en()));
        }
        return rows;
    }

    PlanCommitmentRecord commitment(PlanWriter.PlacedCommitment placed, long id) {
        Plan.Commitment commitment = placed.commitment();
        PlanCommitmentRecord row = new PlanCommitmentRecord();
        row.setRowId(id);
        row.setPlan(plan);
        row.setId(commitment.id());
        row.setKnownFrom(change.knownAt());
        row.setChange(change.number());
        row.setFocus(placed.focus());
        row.setMeasure(placed.measure());
        row.setPosition(placed.position());
        row.setTitleZh(commitment.title().zh());
        row.setTitleEn(commitment.title().en());
        row.setDetailZh(words(commitment.detail(), Text::zh));
        row.setDetailEn(words(commitment.detail(), Text::en));
        row.setLead(commitment.lead());
        row.setAssist(commitment.assist().stream().sorted().toArray(String[]::new));
        row.setPeriodFrom(commitment.period().from());
        row.setPeriodTo(commitment.period().to());
        row.setPeriodStated(commitment.period().stated());
        row.setWatch(commitment.watch().stream().map(QualifiedId::toString).toArray(String[]::new));
        row.setDependsOn(array(commitment.dependsOn()));
        row.setClauses(array(commitment.clauses()));
        Plan.Figure figure = commitment.figure();
        if (figure != null) {
            row.setIndicator(figure.indicator().toString());
            row.setFigureUnit(figure.unit());
            row.setBaselineOn(figure.baseline().by());
            row.setBaseline(figure.baseline().value());
            row.setBaselineStated(figure.baselineStated());
            row.setTarget(figure.target());
            row.setTargetStated(figure.targetStated());
        }
        return row;
    }

    private static PlanMilestoneRecord milestone(Plan.Milestone milestone, int position, long id) {
        PlanMilestoneRecord row = new PlanMilestoneRecord();
        row.setCommitmentRow(id);
        row.setPosition(position);
        row.setId(milestone.id());
        row.setTitleZh(milestone.title().zh());
        row.setTitleEn(milestone.title().en());
        row.setDue(milestone.due());
        row.setStated(milestone.stated());
        row.setEvidenceZh(words(milestone.evidence(), Text::zh));
        row.setEvidenceEn(words(milestone.evidence(), Text::en));
        return row;
    }

    private static @Nullable String words(@Nullable Text text, Function<Text, String> language) {
        return text == null ? null : language.apply(text);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
