package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Restated.Part;
import org.luoshi.indicator.Restated.RecordMove;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Sql;
import org.springframework.stereotype.Component;

/// Which records made a figure move between two moments: the same formula and the same units, facts of two moments.
@Component
public class RecordMoves {

    /// More are counted as more.
    static final int LISTED = 100;

    /// Record, version, label, unit, day, moment, change, author.
    private static final int OWN = 8;

    private final DSLContext database;
    private final SourceRows rows;

    public RecordMoves(DSLContext database, SourceRows rows) {
        this.database = database;
        this.rows = rows;
    }

    record Moves(List<RecordMove> records, boolean more, long hidden) {
        static final Moves NONE = new Moves(List.of(), false, 0);
    }

    /// @param then the figure as of the earlier moment
    /// @param below the units whose records count in it
    Moves of(Model model, Indicator indicator, ExplainRequest then, Instant later, Set<String> below, Viewer viewer) {
        List<Aggregate> aggregates = List.copyOf(model.uses(indicator.id()).keySet());
        ExplainRequest now = ExplainRequest.of(then.indicator(), then.unit(), then.period(), later, 1);
        Set<String> readable = rows.readable(below, viewer);
        Set<String> others = new HashSet<>(below);
        others.removeAll(readable);
        List<RecordMove> moves = new ArrayList<>();
        boolean more = false;
        long hidden = 0;
        for (Model.Use use : new LinkedHashSet<>(model.uses(indicator.id()).values())) {
            SourceSelection before = rows.selection(model, indicator.id(), aggregates, use, then);
            SourceSelection after = rows.selection(model, indicator.id(), aggregates, use, now);
            Sql changed = before.changedTo(after, readable, LISTED + 1);
            List<Record> found = readable.isEmpty() ? List.of() : Query.fetch(database, changed);
            more |= found.size() > LISTED;
            moves.addAll(moves(found.stream().limit(LISTED).toList(), after, aggregates.size()));
            if (!others.isEmpty())
                hidden += Query.fetch(database, before.changedTo(after, others, SourceRows.COUNTED)).size();
        }
        return new Moves(moves.stream().limit(LISTED).toList(), more || moves.size() > LISTED, hidden);
    }

    private List<RecordMove> moves(List<Record> found, SourceSelection after, int measures) {
        Set<Long> gone = found.stream()
                .filter(row -> row.get(OWN + measures) == null)
                .map(row -> row.get(0, Long.class))
                .collect(Collectors.toSet());
        Set<Long> still = gone.isEmpty()
                ? Set.of()
                : Query.fetch(database, after.details(gone)).stream()
                        .map(row -> row.get("_id", Long.class))
                        .collect(Collectors.toSet());
        return found.stream().map(row -> move(row, after.entity(), measures, still)).toList();
    }

    private static RecordMove move(Record row, QualifiedId entity, int measures, Set<Long> still) {
        Part then = part(row, 0, measures);
        Part now = part(row, OWN + measures, measures);
        long id = row.get(then == null ? OWN + measures : 0, Long.class);
        String label = String.valueOf(row.get(2 + (now == null ? 0 : OWN + measures)));
        return new RecordMove(entity, id, label, then, now, null, now != null || still.contains(id));
    }

    private static @Nullable Part part(Record row, int at, int measures) {
        if (row.get(at) == null) return null;
        List<@Nullable BigDecimal> contributions = new ArrayList<>();
        for (int i = 0; i < measures; i++) contributions.add(row.get(at + OWN + i, BigDecimal.class));
        return new Part(
                row.get(at + 1, Integer.class),
                row.get(at + 3, String.class),
                contributions,
                row.get(at + 5, Instant.class),
                String.valueOf(row.get(at + 7)));
    }
}
