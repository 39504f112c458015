package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_COMMITMENT;
import static org.luoshi.tables.Tables.PLAN_FOCUS;
import static org.luoshi.tables.Tables.PLAN_MEASURE;
import static org.luoshi.tables.Tables.PLAN_MILESTONE;
import static org.luoshi.tables.Tables.PLAN_STATUS;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFromStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.plan.Board;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.plan.Excerpt;
import org.luoshi.plan.StatusView;
import org.springframework.stereotype.Component;

/// The board of the present: two queries whatever the plan's size.
@Component
class BoardQuery {

    private static final Field<Integer> MILESTONES = DSL.field(
            DSL.selectCount().from(PLAN_MILESTONE).where(PLAN_MILESTONE.COMMITMENT_ROW.eq(PLAN_COMMITMENT.ROW_ID)));
    private static final Field<LocalDate> DUE = DSL.coalesce(PLAN_STATUS.NEXT_DUE, PLAN_COMMITMENT.PERIOD_TO);

    private static final Condition JUDGED =
            PLAN_STATUS.PLAN.eq(PLAN_COMMITMENT.PLAN).and(PLAN_STATUS.COMMITMENT.eq(PLAN_COMMITMENT.ID));

    private final DSLContext database;
    private final Visible visible;

    BoardQuery(DSLContext database, Visible visible) {
        this.database = database;
        this.visible = visible;
    }

    Board board(QualifiedId plan, BoardFilter filter, Viewer viewer) {
        Condition condition = condition(plan, filter, viewer);
        Map<StatusRule.Status, Integer> byStatus = new EnumMap<>(StatusRule.Status.class);
        database.select(PLAN_STATUS.STATUS, DSL.count())
                .from(PLAN_COMMITMENT)
                .join(PLAN_STATUS)
                .on(JUDGED)
                .where(condition)
                .groupBy(PLAN_STATUS.STATUS)
                .forEach(r -> byStatus.put(StatusRule.Status.valueOf(r.value1()), r.value2()));
        int total = byStatus.entrySet().stream()
                .filter(e -> filter.statuses().isEmpty() || filter.statuses().contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Board(total == 0 ? List.of() : rows(plan, filter, condition), total, byStatus);
    }

    /// The first rows of a board, without counting it.
    List<CommitmentRow> first(QualifiedId plan, BoardFilter filter, Viewer viewer) {
        return rows(plan, filter, condition(plan, filter, viewer));
    }

    /// Commitments whose next milestone is due between two days, soonest first.
    Excerpt<CommitmentRow> due(QualifiedId plan, LocalDate from, LocalDate to, int most, Viewer viewer) {
        Condition due = PLAN_STATUS.PLAN.eq(plan.toString())
                .and(PLAN_STATUS.NEXT_DUE.between(from, to))
                .and(PLAN_STATUS.STATUS.ne(StatusRule.Status.DONE.name()))
                .and(condition(plan, BoardFilter.ALL, viewer));
        List<CommitmentRow> first = database.select(PLAN_COMMITMENT.fields())
                .select(PLAN_STATUS.fields())
                .select(MILESTONES.as("milestone_count"))
                .from(PLAN_COMMITMENT)
                .join(PLAN_STATUS)
                .on(JUDGED)
                .where(due)
                .orderBy(PLAN_STATUS.NEXT_DUE, PLAN_STATUS.COMMITMENT)
                .limit(most)
                .fetch(BoardQuery::row);
        int total = first.size() < most
                ? first.size()
                : database.selectCount()
                        .from(PLAN_COMMITMENT)
                        .join(PLAN_STATUS)
                        .on(JUDGED)
                        .where(due)
                        .fetchSingle()
                        .value1();
        return new Excerpt<>(first, total);
    }

    /// Who leads how many commitments of which focus with which status.
    List<PlanBoards.Tally> tallies(QualifiedId plan, Viewer viewer) {
        return database.select(PLAN_COMMITMENT.FOCUS, PLAN_COMMITMENT.LEAD, PLAN_STATUS.STATUS, DSL.count())
                .from(PLAN_COMMITMENT)
                .join(PLAN_STATUS)
                .on(JUDGED)
                .where(condition(plan, BoardFilter.ALL, viewer))
                .groupBy(PLAN_COMMITMENT.FOCUS, PLAN_COMMITMENT.LEAD, PLAN_STATUS.STATUS)
                .fetch(r -> new PlanBoards.Tally(
                        r.value1(), r.value2(), StatusRule.Status.valueOf(r.value3()), r.value4()));
    }

    private List<CommitmentRow> rows(QualifiedId plan, BoardFilter filter, Condition condition) {
        Condition ofStatus = filter.statuses().isEmpty()
                ? DSL.noCondition()
                : PLAN_STATUS.STATUS.in(
                        filter.statuses().stream().map(Enum::name).toList());
        // the page is picked by narrow rows; only its own are read whole
        Condition onPage = filter.limit() == Integer.MAX_VALUE
                ? DSL.and(condition, ofStatus)
                : PLAN_COMMITMENT.ROW_ID.in(joined(plan, database.select(PLAN_COMMITMENT.ROW_ID))
                        .where(condition, ofStatus)
                        .orderBy(order(filter.order()))
                        .limit(filter.from(), filter.limit()));
        return joined(
                        plan,
                        database.select(PLAN_COMMITMENT.fields())
                                .select(PLAN_STATUS.fields())
                                .select(MILESTONES.as("milestone_count")))
                .where(onPage)
                .orderBy(order(filter.order()))
                .fetch(BoardQuery::row);
    }

    private static <R extends Record> SelectOnConditionStep<R> joined(QualifiedId plan, SelectFromStep<R> select) {
        return select.from(PLAN_COMMITMENT)
                .join(PLAN_STATUS)
                .on(JUDGED)
                .join(PLAN_MEASURE)
                .on(PLAN_MEASURE.PLAN.eq(plan.toString()), PLAN_MEASURE.ID.eq(PLAN_COMMITMENT.MEASURE))
                .and(PLAN_MEASURE.KNOWN_TO.isNull())
                .join(PLAN_FOCUS)
                .on(PLAN_FOCUS.PLAN.eq(plan.toString()), PLAN_FOCUS.ID.eq(PLAN_COMMITMENT.FOCUS))
                .and(PLAN_FOCUS.KNOWN_TO.isNull());
    }

    private static List<SortField<?>> order(BoardFilter.Order order) {
        List<SortField<?>> asPlanned = List.of(
                PLAN_FOCUS.POSITION.asc(),
                PLAN_MEASURE.POSITION.asc(),
                PLAN_MEASURE.ID.asc(),
                PLAN_COMMITMENT.POSITION.asc());
        return switch (order) {
            case PLAN -> asPlanned;
            case STATUS -> {
                List<SortField<?>> worst = new java.util.ArrayList<>();
                worst.add(weight().asc());
                worst.add(PLAN_STATUS.SINCE.asc());
                worst.addAll(asPlanned);
                yield worst;
            }
            case DUE -> List.of(DUE.asc(), PLAN_COMMITMENT.ID.asc());
        };
    }

    private static Field<Integer> weight() {
        var weight = DSL.case_(PLAN_STATUS.STATUS).when("BEHIND", 0);
        for (int i = 1; i < StatusOrder.WORST_FIRST.size(); i++) {
            weight = weight.when(StatusOrder.WORST_FIRST.get(i).name(), i);
        }
        return weight.else_(99);
    }

    private Condition condition(QualifiedId plan, BoardFilter filter, Viewer viewer) {
        Condition condition = PLAN_COMMITMENT.PLAN.eq(plan.toString())
                .and(PLAN_COMMITMENT.KNOWN_TO.isNull())
                .and(visible.to(viewer));
        if (!filter.focuses().isEmpty()) {
            condition = condition.and(PLAN_COMMITMENT.FOCUS.in(filter.focuses()));
        }
        if (filter.measure() != null) {
            condition = condition.and(PLAN_COMMITMENT.MEASURE.eq(filter.measure()));
        }
        if (filter.unit() != null) {
            Condition leads = PLAN_COMMITMENT.LEAD.eq(filter.unit());
            Condition assists = DSL.condition(
                    "{0} @> {1}", PLAN_COMMITMENT.ASSIST, DSL.val(new String[] {filter.unit()}, SQLDataType.CLOB.array()));
            condition = condition.and(
                    switch (filter.part()) {
                        case ANY -> leads.or(assists);
                        case LEAD -> leads;
                        case ASSIST -> assists;
                    });
        }
        if (filter.dueFrom() != null) {
            condition = condition.and(DUE.ge(filter.dueFrom()));
        }
        if (filter.dueTo() != null) {
            condition = condition.and(DUE.le(filter.dueTo()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = filter.text().strip();
            condition = condition.and(PLAN_COMMITMENT.TITLE_ZH
                    .containsIgnoreCase(text)
                    .or(PLAN_COMMITMENT.TITLE_EN.containsIgnoreCase(text)));
        }
        return condition;
    }

    private static CommitmentRow row(Record r) {
        String indicator = r.get(PLAN_COMMITMENT.INDICATOR);
        return new CommitmentRow(
                r.get(PLAN_COMMITMENT.ID),
                new Text(r.get(PLAN_COMMITMENT.TITLE_ZH), r.get(PLAN_COMMITMENT.TITLE_EN)),
                r.get(PLAN_COMMITMENT.FOCUS),
                r.get(PLAN_COMMITMENT.MEASURE),
                r.get(PLAN_COMMITMENT.LEAD),
                List.of(r.get(PLAN_COMMITMENT.ASSIST)),
                new Plan.Span(
                        r.get(PLAN_COMMITMENT.PERIOD_FROM),
                        r.get(PLAN_COMMITMENT.PERIOD_TO),
                        r.get(PLAN_COMMITMENT.PERIOD_STATED)),
                indicator == null ? null : QualifiedId.parse(indicator),
                r.get(PLAN_COMMITMENT.TARGET),
                r.get("milestone_count", Integer.class),
                status(r));
    }

    static StatusView status(Record r) {
        return new StatusView(
                StatusRule.Status.valueOf(r.get(PLAN_STATUS.STATUS)),
                StatusRule.Colour.valueOf(r.get(PLAN_STATUS.COLOUR)),
                new Text(r.get(PLAN_STATUS.TITLE_ZH), r.get(PLAN_STATUS.TITLE_EN)),
                new Text(r.get(PLAN_STATUS.REASON_ZH), r.get(PLAN_STATUS.REASON_EN)),
                r.get(PLAN_STATUS.SINCE),
                r.get(PLAN_STATUS.DAY),
                r.get(PLAN_STATUS.RATIO),
                r.get(PLAN_STATUS.GAP),
                r.get(PLAN_STATUS.CHANCE),
                r.get(PLAN_STATUS.ACTUAL_ON),
                r.get(PLAN_STATUS.ACTUAL),
                r.get(PLAN_STATUS.EXPECTED),
                r.get(PLAN_STATUS.MILESTONES_DUE),
                r.get(PLAN_STATUS.MILESTONES_REACHED),
                r.get(PLAN_STATUS.NEXT_DUE),
                r.get(PLAN_STATUS.LATE_DAYS));
    }
}
