package org.luoshi.access.internal;

import static org.luoshi.tables.Tables.UNIT;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR_HISTORY;
import static org.luoshi.tables.Tables.UNIT_CODE;
import static org.luoshi.tables.Tables.UNIT_CODE_HISTORY;
import static org.luoshi.tables.Tables.UNIT_HISTORY;
import static org.luoshi.tables.Tables.UNIT_PARENT;
import static org.luoshi.tables.Tables.UNIT_PARENT_HISTORY;
import static org.luoshi.tables.Tables.UNIT_SUCCESSION;
import static org.luoshi.tables.Tables.UNIT_SUCCESSION_HISTORY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Ancestry;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.tables.tables.records.UnitAncestorHistoryRecord;
import org.luoshi.tables.tables.records.UnitAncestorRecord;
import org.luoshi.tables.tables.records.UnitCodeHistoryRecord;
import org.luoshi.tables.tables.records.UnitCodeRecord;
import org.luoshi.tables.tables.records.UnitHistoryRecord;
import org.luoshi.tables.tables.records.UnitParentHistoryRecord;
import org.luoshi.tables.tables.records.UnitParentRecord;
import org.luoshi.tables.tables.records.UnitRecord;
import org.luoshi.tables.tables.records.UnitSuccessionHistoryRecord;
import org.luoshi.tables.tables.records.UnitSuccessionRecord;

/// Units and their trees in tables, as known now and as known at any past moment.
public final class UnitTables {

    private static final KnownRows<UnitRecord, UnitHistoryRecord> UNITS =
            new KnownRows<>(UNIT, UNIT_HISTORY, Set.of(UNIT.POSITION));
    private static final KnownRows<UnitCodeRecord, UnitCodeHistoryRecord> CODES =
            new KnownRows<>(UNIT_CODE, UNIT_CODE_HISTORY);
    private static final KnownRows<UnitParentRecord, UnitParentHistoryRecord> PARENTS =
            new KnownRows<>(UNIT_PARENT, UNIT_PARENT_HISTORY);
    private static final KnownRows<UnitAncestorRecord, UnitAncestorHistoryRecord> ANCESTORS =
            new KnownRows<>(UNIT_ANCESTOR, UNIT_ANCESTOR_HISTORY);
    private static final KnownRows<UnitSuccessionRecord, UnitSuccessionHistoryRecord> SUCCESSIONS =
            new KnownRows<>(UNIT_SUCCESSION, UNIT_SUCCESSION_HISTORY);

    /// Stands in a wanted row until [KnownRows] finds it new.
    private static final Instant KNOWN_LATER = Instant.EPOCH;

    private final DSLContext database;

    public UnitTables(DSLContext database) {
        this.database = database;
    }

    /// A unit that is no longer declared stays in its table, since records may name it; it loses its codes and its
    /// place in the trees.
    ///
    /// @param knownAt from which moment this is known
    public void write(
            Collection<Unit> units, Collection<UnitParent> parents, Collection<Succession> successions, Instant knownAt) {
        UNITS.replace(database, withUndeclared(units), knownAt);
        CODES.replace(database, units.stream().flatMap(UnitTables::codes).toList(), knownAt);
        PARENTS.replace(database, parents.stream().map(UnitTables::row).toList(), knownAt);
        ANCESTORS.replace(
                database,
                closure(new UnitTree(units, parents)).map(UnitTables::row).toList(),
                knownAt);
        SUCCESSIONS.replace(database, successions.stream().map(UnitTables::row).toList(), knownAt);
        int position = 0;
        List<UnitRecord> moved = new ArrayList<>();
        Map<String, UnitRecord> rows = database.selectFrom(UNIT).fetchMap(UNIT.ID);
        for (Unit unit : units) {
            UnitRecord row = Known.in(rows, unit.id());
            if (row.getPosition() == ++position) continue;
            row.setPosition(position);
            moved.add(row);
        }
        database.batchUpdate(moved).execute();
    }

    /// @param moment null for now
    public UnitTree read(@Nullable Instant moment) {
        Map<String, Integer> positions = database.select(UNIT.ID, UNIT.POSITION).from(UNIT).fetchMap(UNIT.ID, UNIT.POSITION);
        Map<String, List<UnitCode>> codes = CODES.at(database, moment).stream()
                .sorted(Comparator.comparing(UnitCodeRecord::getScheme).thenComparing(UnitCodeRecord::getVersion))
                .collect(Collectors.groupingBy(
                        UnitCodeRecord::getUnit,
                        Collectors.mapping(
                                r -> new UnitCode(r.getScheme(), r.getVersion(), r.getCode()), Collectors.toList())));
        List<Unit> units = UNITS.at(database, moment).stream()
                .filter(UnitRecord::getDeclared)
                .sorted(Comparator.comparing((UnitRecord r) -> positions.get(r.getId()))
                        .thenComparing(UnitRecord::getId))
                .map(r -> unit(r, codes.getOrDefault(r.getId(), List.of())))
                .toList();
        List<UnitParent> parents = PARENTS.at(database, moment).stream()
                .sorted(Comparator.comparing((UnitParentRecord r) -> positions.get(r.getUnit()))
                        .thenComparing(UnitParentRecord::getUnit)
                        .thenComparing(UnitParentRecord::getValidFrom))
                .map(UnitTables::parent)
                .toList();
        List<Succession> successions = SUCCESSIONS.at(database, moment).stream()
                .sorted(Comparator.comparing((UnitSuccessionRecord r) -> positions.get(r.getPredecessor()))
                        .thenComparing(r -> positions.get(r.getSuccessor())))
                .map(r -> new Succession(r.getPredecessor(), r.getSuccessor(), r.getSince()))
                .toList();
        return new UnitTree(units, parents, successions);
    }

    /// Moments at which the units or their trees changed.
    public NavigableSet<Instant> moments() {
        NavigableSet<Instant> moments = new TreeSet<>(UNITS.moments(database));
        moments.addAll(CODES.moments(database));
        moments.addAll(PARENTS.moments(database));
        moments.addAll(SUCCESSIONS.moments(database));
        return moments;
    }

    /// What to write after FROM for the closure of the trees, without alias.
    ///
    /// @param moment null for now; precision beyond microseconds is ignored by the database
    public static String ancestors(@Nullable Instant moment) {
        if (moment == null) return "luoshi.unit_ancestor";
        String at = "timestamptz '" + moment + "'";
        return """
                (select unit, ancestor, basis, distance, valid_from, valid_to from luoshi.unit_ancestor
                  where known_from <= %1$s
                 union all
                 select unit, ancestor, basis, distance, valid_from, valid_to from luoshi.unit_ancestor_history
                  where known_from <= %1$s and known_to > %1$s)"""
                .formatted(at);
    }

    /// The same for the units of one day, at any time. Those that exist then are read from the tables; what stands for the
    /// others is written out.
    ///
    /// @param moment null for now
    public static String ancestors(@Nullable Instant moment, ComparableUnits units) {
        List<String> others = closure(units.tree())
                .filter(pair -> !units.exists(pair.unit()) && units.exists(pair.ancestor()))
                .map(pair -> "(%s, %s, '%s', %d)"
                        .formatted(literal(pair.unit()), literal(pair.ancestor()), pair.basis().id(), pair.depth()))
                .toList();
        String always = "date '0001-01-01' as valid_from, null::date as valid_to";
        String living =
                """
                select unit, ancestor, basis, distance, %2$s from %1$s as known
                 where valid_from <= date '%3$s' and (valid_to is null or valid_to > date '%3$s')"""
                .formatted(ancestors(moment), always, units.day());
        String standing = others.isEmpty()
                ? ""
                : " union all select unit, ancestor, basis, distance, %s from (values %s) as other(unit, ancestor, basis, distance)"
                        .formatted(always, String.join(", ", others));
        return "(" + living + standing + ")";
    }

    private static String literal(String id) {
        return "'" + id.replace("'", "''") + "'";
    }

    public static Stream<Ancestry> closure(UnitTree tree) {
        return Arrays.stream(Basis.values()).flatMap(basis -> tree.closure(basis).stream());
    }

    private List<UnitRecord> withUndeclared(Collection<Unit> units) {
        Map<String, UnitRecord> wanted = new HashMap<>();
        database.selectFrom(UNIT).forEach(row -> {
            row.setDeclared(false);
            wanted.put(row.getId(), row);
        });
        for (Unit unit : units) wanted.put(unit.id(), row(unit));
        return List.copyOf(wanted.values());
    }

    private static UnitRecord row(Unit unit) {
        return new UnitRecord(
                unit.id(),
                unit.kind().id(),
                unit.name().zh(),
                unit.name().en(),
                unit.shortName().zh(),
                unit.shortName().en(),
                unit.validity().from(),
                unit.validity().to(),
                unit.source(),
                KNOWN_LATER,
                true,
                0);
    }

    private static Unit unit(UnitRecord row, List<UnitCode> codes) {
        return new Unit(
                row.getId(),
                UnitKind.find(row.getKind()).orElseThrow(),
                new Text(row.getZh(), row.getEn()),
                new Text(row.getShortZh(), row.getShortEn()),
                new Validity(row.getValidFrom(), row.getValidTo()),
                codes,
                row.getSource());
    }

    private static UnitParent parent(UnitParentRecord row) {
        return new UnitParent(
                row.getUnit(),
                row.getParent(),
                Basis.find(row.getBasis()).orElseThrow(),
                new Validity(row.getValidFrom(), row.getValidTo()));
    }

    private static Stream<UnitCodeRecord> codes(Unit unit) {
        return unit.codes().stream()
                .map(code -> new UnitCodeRecord(code.scheme(), code.version(), code.code(), unit.id(), KNOWN_LATER));
    }

    private static UnitParentRecord row(UnitParent link) {
        return new UnitParentRecord(
                link.unit(),
                link.parent(),
                link.basis().id(),
                link.validity().from(),
                link.validity().to(),
                KNOWN_LATER);
    }

    private static UnitSuccessionRecord row(Succession succession) {
        return new UnitSuccessionRecord(succession.predecessor(), succession.successor(), succession.on(), KNOWN_LATER);
    }

    private static UnitAncestorRecord row(Ancestry pair) {
        return new UnitAncestorRecord(
                pair.unit(),
                pair.ancestor(),
                pair.basis().id(),
                pair.depth(),
                pair.validity().from(),
                pair.validity().to(),
                KNOWN_LATER);
    }
}
