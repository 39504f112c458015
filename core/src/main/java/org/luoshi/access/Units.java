package org.luoshi.access;

import static org.luoshi.tables.Tables.UNIT;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR;
import static org.luoshi.tables.Tables.UNIT_CODE;
import static org.luoshi.tables.Tables.UNIT_PARENT;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Ancestry;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.tables.tables.records.UnitAncestorRecord;
import org.luoshi.tables.tables.records.UnitCodeRecord;
import org.luoshi.tables.tables.records.UnitParentRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The units of the activated city pack, held in memory and kept in tables for queries.
@Service
public class Units {

    private final DSLContext database;
    private volatile UnitTree tree = new UnitTree(List.of(), List.of());
    private volatile Map<String, Set<String>> above = Map.of();

    public Units(DSLContext database) {
        this.database = database;
    }

    public UnitTree tree() {
        return tree;
    }

    public Optional<Unit> find(String id) {
        return tree.find(id);
    }

    /// Whether the unit is one of the roots or lies under one, on either basis, at any time.
    public boolean isWithin(String unit, Set<String> roots) {
        return above.getOrDefault(unit, Set.of()).stream().anyMatch(roots::contains);
    }

    /// Whether every declared unit is one of the roots or lies under one, so that narrowing to them narrows nothing.
    public boolean coverAll(Set<String> roots) {
        Map<String, Set<String>> all = above;
        return !all.isEmpty() && all.values().stream().noneMatch(units -> Collections.disjoint(units, roots));
    }

    /// A unit's name for people, or its id where it is no longer declared.
    public Text name(String id) {
        return tree.find(id).map(Unit::shortName).orElse(Text.same(id));
    }

    /// Makes the tables say what the city pack declares. A unit that is no longer declared stays in its
    /// table, since records may name it; it loses its codes and its place in the trees.
    @Transactional(propagation = Propagation.MANDATORY)
    public void activate(Collection<Unit> units, Collection<UnitParent> parents) {
        UnitTree declared = new UnitTree(units, parents);
        for (Unit unit : units) {
            database.insertInto(UNIT)
                    .set(UNIT.ID, unit.id())
                    .set(values(unit))
                    .onConflict(UNIT.ID)
                    .doUpdate()
                    .set(values(unit))
                    .execute();
        }
        database.deleteFrom(UNIT_CODE).execute();
        database.deleteFrom(UNIT_PARENT).execute();
        database.deleteFrom(UNIT_ANCESTOR).execute();
        database.batchInsert(units.stream().flatMap(Units::codes).toList()).execute();
        database.batchInsert(parents.stream().map(Units::row).toList()).execute();
        database.batchInsert(closure(declared).map(Units::row).toList()).execute();
        hold(declared);
    }

    /// Reads what an earlier activation left, for commands that start without packs.
    @Transactional(readOnly = true)
    public void load() {
        Map<String, List<UnitCode>> codes = database.selectFrom(UNIT_CODE)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        r -> r.getUnit(),
                        Collectors.mapping(
                                r -> new UnitCode(r.getScheme(), r.getVersion(), r.getCode()), Collectors.toList())));
        List<Unit> units = database.selectFrom(UNIT)
                .fetch(r -> new Unit(
                        r.getId(),
                        UnitKind.find(r.getKind()).orElseThrow(),
                        new Text(r.getZh(), r.getEn()),
                        new Text(r.getShortZh(), r.getShortEn()),
                        new Validity(r.getValidFrom(), r.getValidTo()),
                        codes.getOrDefault(r.getId(), List.of()),
                        r.getSource()));
        List<UnitParent> parents = database.selectFrom(UNIT_PARENT)
                .fetch(r -> new UnitParent(
                        r.getUnit(),
                        r.getParent(),
                        Basis.find(r.getBasis()).orElseThrow(),
                        new Validity(r.getValidFrom(), r.getValidTo())));
        hold(new UnitTree(units, parents));
    }

    private static Map<Field<?>, @Nullable Object> values(Unit unit) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(UNIT.KIND, unit.kind().id());
        values.put(UNIT.ZH, unit.name().zh());
        values.put(UNIT.EN, unit.name().en());
        values.put(UNIT.SHORT_ZH, unit.shortName().zh());
        values.put(UNIT.SHORT_EN, unit.shortName().en());
        values.put(UNIT.VALID_FROM, unit.validity().from());
        values.put(UNIT.VALID_TO, unit.validity().to());
        values.put(UNIT.SOURCE, unit.source());
        return values;
    }

    private static Stream<Ancestry> closure(UnitTree tree) {
        return Arrays.stream(Basis.values()).flatMap(basis -> tree.closure(basis).stream());
    }

    private static Stream<UnitCodeRecord> codes(Unit unit) {
        return unit.codes().stream()
                .map(code -> new UnitCodeRecord(code.scheme(), code.version(), code.code(), unit.id()));
    }

    private static UnitParentRecord row(UnitParent link) {
        return new UnitParentRecord(
                link.unit(),
                link.parent(),
                link.basis().id(),
                link.validity().from(),
                link.validity().to());
    }

    private static UnitAncestorRecord row(Ancestry pair) {
        return new UnitAncestorRecord(
                pair.unit(),
                pair.ancestor(),
                pair.basis().id(),
                pair.depth(),
                pair.validity().from(),
                pair.validity().to());
    }

    private void hold(UnitTree tree) {
        Map<String, Set<String>> found = new HashMap<>();
        closure(tree).forEach(pair ->
                found.computeIfAbsent(pair.unit(), unused -> new HashSet<>()).add(pair.ancestor()));
        this.above = found;
        this.tree = tree;
    }
}
