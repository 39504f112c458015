package org.luoshi.plan.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.Board;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.StatusView;
import org.luoshi.plan.status.Assessment;
import org.luoshi.plan.status.Facts;
import org.luoshi.plan.status.MilestoneFinding;

/// The board of a past moment: the same rows and filters as [BoardQuery], from judgements in memory.
final class Listing {

    private Listing() {}

    static Board board(List<CommitmentRow> all, BoardFilter filter) {
        Map<StatusRule.Status, Integer> byStatus = new EnumMap<>(StatusRule.Status.class);
        List<CommitmentRow> passing = new ArrayList<>();
        for (CommitmentRow row : all) {
            if (passes(row, filter)) {
                byStatus.merge(row.status().status(), 1, Integer::sum);
                if (filter.statuses().isEmpty()
                        || filter.statuses().contains(row.status().status())) {
                    passing.add(row);
                }
            }
        }
        Stream<CommitmentRow> ordered = passing.stream();
        ordered = switch (filter.order()) {
            case PLAN -> ordered;
            case STATUS ->
                ordered.sorted(Comparator.<CommitmentRow>comparingInt(
                                r -> StatusOrder.WORST_FIRST.indexOf(r.status().status()))
                        .thenComparing(r -> r.status().since()));
            case DUE -> ordered.sorted(Comparator.comparing(Listing::due).thenComparing(CommitmentRow::id));
        };
        return new Board(ordered.skip(filter.from()).limit(filter.limit()).toList(), passing.size(), byStatus);
    }

    /// In the plan's order.
    static List<CommitmentRow> rows(
            Plan plan, List<StatusTable.Judged> judged, Map<String, LocalDate> since, Viewer viewer, Guard guard) {
        Map<String, StatusTable.Judged> byId = new HashMap<>();
        judged.forEach(j -> byId.put(j.facts().commitment().id(), j));
        List<CommitmentRow> rows = new ArrayList<>();
        for (Plan.Focus focus : plan.focuses()) {
            for (Plan.Measure measure : focus.measures()) {
                for (Plan.Commitment commitment : measure.commitments()) {
                    StatusTable.Judged one = byId.get(commitment.id());
                    if (one != null && visible(commitment, viewer, guard)) {
                        rows.add(row(focus, measure, one, since.get(commitment.id())));
                    }
                }
            }
        }
        return rows;
    }

    static boolean visible(Plan.Commitment commitment, Viewer viewer, Guard guard) {
        return guard.may(viewer, Permission.READ, commitment.lead())
                || commitment.assist().stream().anyMatch(u -> guard.may(viewer, Permission.READ, u));
    }

    private static CommitmentRow row(
            Plan.Focus focus, Plan.Measure measure, StatusTable.Judged judged, @Nullable LocalDate since) {
        Plan.Commitment commitment = judged.facts().commitment();
        Plan.Figure figure = commitment.figure();
        return new CommitmentRow(
                commitment.id(),
                commitment.title(),
                focus.id(),
                measure.id(),
                commitment.lead(),
                commitment.assist().stream().sorted().toList(),
                commitment.period(),
                figure == null ? null : figure.indicator(),
                figure == null ? null : figure.target(),
                commitment.milestones().size(),
                status(judged, since));
    }

    static StatusView status(StatusTable.Judged judged, @Nullable LocalDate since) {
        Facts facts = judged.facts();
        Assessment assessment = judged.assessment();
        Facts.Actual actual = assessment.actual();
        return new StatusView(
                assessment.status(),
                assessment.colour(),
                assessment.levelTitle(),
                assessment.reason(),
                since == null ? facts.day() : since,
                facts.day(),
                assessment.circumstances().ratio(),
                assessment.circumstances().gap(),
                assessment.circumstances().chance(),
                actual == null ? null : actual.on(),
                actual == null ? null : actual.value(),
                assessment.expected(),
                (int) facts.milestones().stream().filter(m -> m.dueBefore(facts.day())).count(),
                (int) facts.milestones().stream().filter(MilestoneFinding::reached).count(),
                facts.milestones().stream()
                        .filter(m -> !m.reached())
                        .map(m -> m.milestone().due())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                (int) assessment.circumstances().lateDays());
    }

    private static LocalDate due(CommitmentRow row) {
        LocalDate next = row.status().nextDue();
        return next == null ? row.period().to() : next;
    }

    private static boolean passes(CommitmentRow row, BoardFilter filter) {
        return (filter.focuses().isEmpty() || filter.focuses().contains(row.focus()))
                && (filter.measure() == null || filter.measure().equals(row.measure()))
                && hasUnit(row, filter)
                && (filter.dueFrom() == null || !due(row).isBefore(filter.dueFrom()))
                && (filter.dueTo() == null || !due(row).isAfter(filter.dueTo()))
                && hasText(row.title(), filter.text());
    }

    private static boolean hasUnit(CommitmentRow row, BoardFilter filter) {
        String unit = filter.unit();
        if (unit == null) {
            return true;
        }
        return switch (filter.part()) {
            case ANY -> row.lead().equals(unit) || row.assist().contains(unit);
            case LEAD -> row.lead().equals(unit);
            case ASSIST -> row.assist().contains(unit);
        };
    }

    private static boolean hasText(Text title, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return true;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return title.zh().toLowerCase(Locale.ROOT).contains(wanted)
                || title.en().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
