package org.luoshi.briefing.internal;

import static org.luoshi.tables.Tables.DEMONSTRATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.briefing.BriefingFacts;
import org.luoshi.briefing.CommitmentLine;
import org.luoshi.briefing.Reading;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Plans;
import org.luoshi.plan.StatusView;
import org.luoshi.plan.status.MilestoneFinding;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// Reads the plan, its statuses and indicators' cells, always as of a moment, never from what is stored for now.
@Component
class LiveFacts implements BriefingFacts {

    private final Plans plans;
    private final Registers registers;
    private final CellSource cells;
    private final DSLContext database;

    LiveFacts(Plans plans, Registers registers, CellSource cells, DSLContext database) {
        this.plans = plans;
        this.registers = registers;
        this.cells = cells;
        this.database = database;
    }

    @Override
    public List<CommitmentLine> commitments(Instant moment) {
        Plan plan = plans.plan(moment).orElse(null);
        if (plan == null) return List.of();
        Map<String, CommitmentRow> rows = new HashMap<>();
        plans.board(BoardFilter.ALL, moment, Viewer.system()).rows().forEach(row -> rows.put(row.id(), row));
        Map<String, List<MilestoneFinding>> milestones = plans.milestones(moment);
        List<CommitmentLine> lines = new ArrayList<>();
        for (Plan.Focus focus : plan.focuses()) {
            for (Plan.Measure measure : focus.measures()) {
                for (Plan.Commitment commitment : measure.commitments()) {
                    CommitmentRow row = rows.get(commitment.id());
                    if (row == null) {
                        throw new IllegalStateException("commitment without a status: " + commitment.id());
                    }
                    lines.add(line(
                            focus, measure, commitment, row.status(), milestones.getOrDefault(commitment.id(), List.of())));
                }
            }
        }
        return lines;
    }

    private static CommitmentLine line(
            Plan.Focus focus,
            Plan.Measure measure,
            Plan.Commitment commitment,
            StatusView status,
            List<MilestoneFinding> milestones) {
        return new CommitmentLine(
                commitment.id(),
                commitment.title(),
                focus.id(),
                focus.title(),
                measure.title(),
                commitment.lead(),
                commitment.assist().stream().sorted().toList(),
                commitment.period().from(),
                commitment.period().to(),
                status.status(),
                status.title(),
                status.colour(),
                status.reason(),
                status.since(),
                promise(commitment.figure(), status),
                status.chance(),
                milestones.stream().map(LiveFacts::milestone).toList(),
                commitment.evidence());
    }

    private static CommitmentLine.@Nullable Promise promise(Plan.@Nullable Figure figure, StatusView status) {
        return figure == null
                ? null
                : new CommitmentLine.Promise(
                        figure.indicator(), figure.unit(), status.actual(), status.expected(), figure.target());
    }

    private static CommitmentLine.MilestoneLine milestone(MilestoneFinding finding) {
        Plan.Milestone milestone = finding.milestone();
        return new CommitmentLine.MilestoneLine(
                milestone.id(),
                milestone.title(),
                milestone.due(),
                finding.reachedOn(),
                proof(finding),
                milestone.evidence());
    }

    private static CommitmentLine.Proof proof(MilestoneFinding finding) {
        if (finding.reached()) return CommitmentLine.Proof.ACCEPTED;
        if (finding.awaiting() > 0) return CommitmentLine.Proof.AWAITS_VERDICT;
        return finding.returnedOn() == null ? CommitmentLine.Proof.NONE : CommitmentLine.Proof.RETURNED;
    }

    @Override
    public Map<String, Text> focuses(Instant moment) {
        Map<String, Text> titles = new LinkedHashMap<>();
        plans.plan(moment).ifPresent(plan -> plan.focuses().forEach(focus -> titles.put(focus.id(), focus.title())));
        return titles;
    }

    @Override
    public Reading cell(QualifiedId indicator, String unit, Period period, Instant moment) {
        return cells.cell(indicator, unit, period, moment);
    }

    @Override
    public PackSet packs(@Nullable Instant moment) {
        return registers.packs(moment);
    }

    @Override
    public @Nullable Text shortfall(Instant moment) {
        return registers.packsThen(moment).shortfall();
    }

    @Override
    public boolean synthetic() {
        return database.fetchExists(DEMONSTRATION);
    }
}
