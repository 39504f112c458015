package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_CLAUSE;
import static org.luoshi.tables.Tables.PLAN_COMMITMENT;
import static org.luoshi.tables.Tables.PLAN_FOCUS;
import static org.luoshi.tables.Tables.PLAN_HEAD;
import static org.luoshi.tables.Tables.PLAN_MEASURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.Plan;
import org.springframework.stereotype.Component;

/// Turns the present plan into another one: closes the rows that differ, adds their successors, leaves the rest.
@Component
class PlanWriter {

    private final DSLContext database;

    PlanWriter(DSLContext database) {
        this.database = database;
    }

    /// @param before the present plan; null for the first version
    void write(@Nullable Plan before, Plan after, Change change) {
        String plan = after.id().toString();
        PlanRows rows = new PlanRows(plan, change);
        List<TableRecord<?>> added = new ArrayList<>();
        if (before == null || !sameHead(before, after)) {
            close(PLAN_HEAD, PLAN_HEAD.PLAN.eq(plan).and(PLAN_HEAD.KNOWN_TO.isNull()), PLAN_HEAD.KNOWN_TO, change);
            added.add(rows.head(after));
        }
        Placed old = Placed.of(before);
        Placed now = Placed.of(after);
        replace(plan, old.clauses(), now.clauses(), PLAN_CLAUSE, PLAN_CLAUSE.ID, change)
                .forEach(c -> added.add(rows.clause(Known.in(now.clauses(), c))));
        replace(plan, old.focuses(), now.focuses(), PLAN_FOCUS, PLAN_FOCUS.ID, change)
                .forEach(f -> added.add(rows.focus(Known.in(now.focuses(), f))));
        replace(plan, old.measures(), now.measures(), PLAN_MEASURE, PLAN_MEASURE.ID, change)
                .forEach(m -> added.add(rows.measure(Known.in(now.measures(), m))));
        List<String> commitments = List.copyOf(
                replace(plan, old.commitments(), now.commitments(), PLAN_COMMITMENT, PLAN_COMMITMENT.ID, change));
        List<Long> ids = database.fetchValues(
                org.jooq.impl.DSL.select(org.jooq.impl.DSL.field("nextval('luoshi.plan_row')", Long.class))
                        .from("generate_series(1, {0})", org.jooq.impl.DSL.val(commitments.size())));
        List<TableRecord<?>> parts = new ArrayList<>();
        for (int i = 0; i < commitments.size(); i++) {
            PlacedCommitment placed = Known.in(now.commitments(), commitments.get(i));
            added.add(rows.commitment(placed, ids.get(i)));
            parts.addAll(rows.parts(placed.commitment(), ids.get(i)));
        }
        database.batchInsert(added).execute();
        // a batch is sent statement by statement, not in the order given: parts need their rows first
        database.batchInsert(parts).execute();
    }

    /// Ends the rows of items that are gone or different.
    ///
    /// @return ids of items that need a new row, in order
    private <T> Collection<String> replace(
            String plan, Map<String, T> old, Map<String, T> now, Table<?> table, Field<String> id, Change change) {
        Set<String> ended = new HashSet<>();
        old.forEach((key, item) -> {
            if (!Objects.equals(item, now.get(key))) {
                ended.add(key);
            }
        });
        if (!ended.isEmpty()) {
            Field<String> planField = Objects.requireNonNull(table.field("plan", String.class));
            Field<java.time.Instant> knownTo = Objects.requireNonNull(table.field("known_to", java.time.Instant.class));
            Field<Long> closedBy = Objects.requireNonNull(table.field("closed_by", Long.class));
            database.update(table)
                    .set(knownTo, change.knownAt())
                    .set(closedBy, change.number())
                    .where(planField.eq(plan), knownTo.isNull(), id.in(ended))
                    .execute();
        }
        return now.entrySet().stream()
                .filter(e -> !e.getValue().equals(old.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void close(
            Table<?> table, org.jooq.Condition present, Field<java.time.Instant> knownTo, Change change) {
        database.update(table).set(knownTo, change.knownAt()).where(present).execute();
    }

    private static boolean sameHead(Plan a, Plan b) {
        return a.title().equals(b.title())
                && a.source().equals(b.source())
                && a.period().equals(b.period())
                && a.statusRule().equals(b.statusRule())
                && a.evidence().equals(b.evidence());
    }

    /// Every item with its place, by id. Two places with equal contents are the same row.
    record Placed(
            Map<String, PlacedClause> clauses,
            Map<String, PlacedFocus> focuses,
            Map<String, PlacedMeasure> measures,
            Map<String, PlacedCommitment> commitments) {

        static Placed of(@Nullable Plan plan) {
            Placed placed = new Placed(
                    new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            if (plan == null) {
                return placed;
            }
            int position = 0;
            for (Plan.Clause clause : plan.clauses()) {
                placed.clauses.put(clause.id(), new PlacedClause(position++, clause));
            }
            for (Plan.Focus focus : plan.focuses()) {
                placed.focuses.put(
                        focus.id(), new PlacedFocus(focus.order(), focus.id(), focus.title(), focus.clauses()));
                for (int m = 0; m < focus.measures().size(); m++) {
                    placed.add(focus, m);
                }
            }
            return placed;
        }

        private void add(Plan.Focus focus, int m) {
            Plan.Measure measure = focus.measures().get(m);
            measures.put(
                    measure.id(),
                    new PlacedMeasure(
                            focus.id(),
                            m,
                            new Plan.Measure(
                                    measure.id(),
                                    measure.title(),
                                    measure.lever(),
                                    measure.lead(),
                                    measure.clauses(),
                                    List.of())));
            for (int c = 0; c < measure.commitments().size(); c++) {
                Plan.Commitment commitment = measure.commitments().get(c);
                commitments.put(commitment.id(), new PlacedCommitment(focus.id(), measure.id(), c, commitment));
            }
        }
    }

    record PlacedClause(int position, Plan.Clause clause) {}

    record PlacedFocus(int position, String id, org.luoshi.kernel.text.Text title, List<String> clauses) {}

    /// @param measure without its commitments: those have rows of their own
    record PlacedMeasure(String focus, int position, Plan.Measure measure) {}

    record PlacedCommitment(String focus, String measure, int position, Plan.Commitment commitment) {}
}
