package org.luoshi.indicator.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation.SourceRow;
import org.luoshi.indicator.RowPlace;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr.Aggregate;
import org.luoshi.pack.expression.Sql;
import org.luoshi.register.Count;
import org.luoshi.register.PromptReading;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The records that make a figure: those of the unit's subtree, in the period's window, that pass a filter.
@Component
public class SourceRows {

    /// Counting further costs more than anybody gains from it; so many are sorted, of more the index is read.
    static final int COUNTED = 2_000;

    /// Days around the begin of a page that are looked at first; those of a large register hold one.
    private static final int[] NEAR = {1, 8, 64, 512};

    /// Of those that a viewer may not read.
    private static final int COUNTED_HIDDEN = 1_000;

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Units units;
    private final Registers registers;
    private final Clock clock;

    public SourceRows(
            DSLContext database, PlatformTransactionManager transactions, Units units, Registers registers, Clock clock) {
        this.database = PromptReading.planned(database);
        this.transaction = new TransactionTemplate(transactions);
        this.units = units;
        this.registers = registers;
        this.clock = clock;
    }

    /// @param next and `previous`: the page's last and first record, where there are pages after and before
    record Page(
            List<SourceRow> rows,
            Count visible,
            Count hidden,
            @Nullable RowPlace next,
            @Nullable RowPlace previous) {}

    /// Registers one after another, each by date, newest first.
    Page page(Model model, Indicator indicator, List<Aggregate> aggregates, ExplainRequest request, Viewer viewer) {
        return PromptReading.of(transaction, database, () -> read(model, indicator, aggregates, request, viewer));
    }

    private Page read(Model model, Indicator indicator, List<Aggregate> aggregates, ExplainRequest request, Viewer viewer) {
        Set<Model.Use> uses = new LinkedHashSet<>();
        aggregates.forEach(aggregate -> uses.add(model.uses(indicator.id()).get(aggregate)));
        List<SourceSelection> parts = uses.stream()
                .map(use -> selection(model, indicator.id(), aggregates, use, request))
                .toList();
        Set<String> below = below(request, indicator);
        Set<String> readable = readable(below, viewer);
        Set<String> others = new HashSet<>(below);
        others.removeAll(readable);

        // one that stops early needs no more of the index than it reads; the planner expects records in equal measure
        boolean indexed = parts.stream().allMatch(SourceSelection::hasIndex);
        if (indexed) alongIndexes(true);

        boolean backward = request.before() != null;
        RowPlace from = backward ? request.before() : request.after();
        Count visible = Count.NONE;
        Count hidden = Count.NONE;
        List<RowPlace> places = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int register = backward ? parts.size() - 1 - i : i;
            boolean past = from != null && (backward ? register > from.register() : register < from.register());
            RowPlace beyond = from != null && register == from.register() ? from : null;
            int room = past ? 0 : request.limit() + 1 - places.size();
            Found found = found(parts.get(register), register, readable, beyond, backward, room);
            places.addAll(found.places());
            visible = visible.plus(found.count());
            hidden = hidden.plus(number(parts.get(register), others));
        }
        boolean further = places.size() > request.limit();
        if (further) places.removeLast();
        if (indexed) alongIndexes(false);
        if (backward) Collections.reverse(places);
        boolean after = backward || further;
        boolean before = backward ? further : from != null;
        return new Page(
                rows(parts, places, aggregates.size()),
                visible,
                hidden,
                after && !places.isEmpty() ? places.getLast() : null,
                before && !places.isEmpty() ? places.getFirst() : null);
    }

    /// The units whose records count, those that others stand for among them.
    private Set<String> below(ExplainRequest request, Indicator indicator) {
        LocalDate basis = request.basis();
        ComparableUnits comparable = basis == null ? null : units.on(basis, request.asOf());
        if (comparable != null && !comparable.exists(request.unit())) return Set.of();
        UnitTree tree = comparable == null ? units.tree(request.asOf()) : comparable.tree();
        return tree.subtree(request.unit(), indicator.basis(), request.period().end()).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    /// @param only whether the planner is kept from reading otherwise, until the transaction ends
    private void alongIndexes(boolean only) {
        String others = only ? "off" : "on";
        database.execute("set local enable_seqscan = " + others);
        database.execute("set local enable_bitmapscan = " + others);
    }

    SourceSelection selection(
            Model model, QualifiedId indicator, List<Aggregate> aggregates, Model.Use use, ExplainRequest request) {
        String label = label(use.layout().entity());
        return new SourceSelection(model, indicator, aggregates, use, request, clock.getZone(), label);
    }

    /// The record's name; its number where the name is personal data, or was not marked so until later.
    private String label(Entity entity) {
        boolean personal = isPersonal(entity, entity.label())
                || registers.packs()
                        .entity(entity.id())
                        .filter(now -> isPersonal(now, now.renamed().getOrDefault(entity.label(), entity.label())))
                        .isPresent();
        return personal ? "r._id" : "r." + Sql.quoted(entity.label());
    }

    private static boolean isPersonal(Entity entity, String field) {
        return entity.field(field).filter(found -> found.personal() != null).isPresent();
    }

    /// Those of the units whose records the viewer may read.
    Set<String> readable(Set<String> below, Viewer viewer) {
        if (viewer.everywhere()) return below;
        Set<String> roots = viewer.scope(Permission.READ);
        return below.stream().filter(unit -> units.isWithin(unit, roots)).collect(Collectors.toSet());
    }

    /// @param count of all records
    private record Found(Count count, List<RowPlace> places) {}

    private Found found(
            SourceSelection selection, int register, Set<String> of, @Nullable RowPlace beyond, boolean backward, int room) {
        if (of.isEmpty()) return new Found(Count.NONE, List.of());
        List<Record> few = Query.fetch(database, selection.found(of, COUNTED, beyond, backward, room));
        long number = few.getFirst().get("found", Long.class);
        boolean many = number > COUNTED;
        List<Record> rows = many && room > 0 ? nearest(selection, of, beyond, backward, room) : few;
        return new Found(
                new Count(Math.min(number, COUNTED), !many),
                rows.stream()
                        .filter(row -> row.get("id") != null)
                        .map(row -> new RowPlace(register, row.get("at", Long.class), row.get("id", Long.class)))
                        .toList());
    }

    /// To sort all of many records for one page would take seconds.
    private List<Record> nearest(
            SourceSelection selection, Set<String> of, @Nullable RowPlace beyond, boolean backward, int room) {
        for (int days : NEAR) {
            List<Record> rows = Query.fetch(database, selection.along(of, beyond, backward, room, days));
            if (rows.size() == room) return rows;
        }
        return Query.fetch(database, selection.along(of, beyond, backward, room, null));
    }

    private Count number(SourceSelection selection, Set<String> of) {
        if (of.isEmpty()) return Count.NONE;
        long number = Query.fetch(database, selection.number(of, COUNTED_HIDDEN + 1)).getFirst().get(0, Long.class);
        return new Count(Math.min(number, COUNTED_HIDDEN), number <= COUNTED_HIDDEN);
    }

    private List<SourceRow> rows(List<SourceSelection> parts, Collection<RowPlace> places, int measures) {
        Map<RowPlace, SourceRow> read = new HashMap<>();
        Map<Integer, Map<Long, RowPlace>> byRegister = places.stream()
                .collect(Collectors.groupingBy(RowPlace::register, Collectors.toMap(RowPlace::id, place -> place)));
        byRegister.forEach((register, wanted) -> {
            SourceSelection selection = parts.get(register);
            Query.fetch(database, selection.details(wanted.keySet()))
                    .forEach(row -> read.put(wanted.get(row.get("_id", Long.class)), row(selection.entity(), row, measures)));
        });
        return places.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    private static SourceRow row(QualifiedId entity, Record row, int measures) {
        List<@Nullable BigDecimal> contributions = new ArrayList<>();
        for (int i = 0; i < measures; i++) contributions.add(row.get(8 + i, BigDecimal.class));
        return new SourceRow(
                entity,
                row.get("_id", Long.class),
                row.get("_version", Integer.class),
                String.valueOf(row.get("label")),
                row.get("unit", String.class),
                row.get("day", LocalDate.class),
                contributions,
                row.get("_known_from", Instant.class),
                row.get("_change", Long.class),
                String.valueOf(row.get("actor")));
    }
}
