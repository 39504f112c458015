package org.luoshi.access;

import static org.luoshi.tables.Tables.UNIT;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR;
import static org.luoshi.tables.Tables.UNIT_CODE;
import static org.luoshi.tables.Tables.UNIT_PARENT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitAncestor;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.kernel.unit.Validity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The units of the activated city pack, held in memory and kept in tables for queries.
@Service
public class Units {

    private final DSLContext database;
    private volatile UnitTree tree;

    public Units(DSLContext database) {
        this.database = database;
        this.tree = new UnitTree(List.of(), List.of());
    }

    public UnitTree tree() {
        return tree;
    }

    public Optional<Unit> find(String id) {
        return tree.find(id);
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
        var codes = database.insertInto(
                UNIT_CODE, UNIT_CODE.SCHEME, UNIT_CODE.VERSION, UNIT_CODE.CODE, UNIT_CODE.UNIT);
        for (Unit unit : units) {
            for (UnitCode code : unit.codes()) {
                codes = codes.values(code.scheme(), code.version(), code.code(), unit.id());
            }
        }
        if (units.stream().anyMatch(u -> !u.codes().isEmpty())) {
            codes.execute();
        }
        insertParents(parents);
        insertAncestors(declared);
        tree = declared;
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
        tree = new UnitTree(units, parents);
    }

    private static Map<org.jooq.Field<?>, Object> values(Unit unit) {
        Map<org.jooq.Field<?>, Object> values = new java.util.LinkedHashMap<>();
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

    private void insertParents(Collection<UnitParent> parents) {
        var rows = database.insertInto(
                UNIT_PARENT,
                UNIT_PARENT.UNIT,
                UNIT_PARENT.PARENT,
                UNIT_PARENT.BASIS,
                UNIT_PARENT.VALID_FROM,
                UNIT_PARENT.VALID_TO);
        for (UnitParent parent : parents) {
            rows = rows.values(
                    parent.unit(),
                    parent.parent(),
                    parent.basis().id(),
                    parent.validity().from(),
                    parent.validity().to());
        }
        if (!parents.isEmpty()) {
            rows.execute();
        }
    }

    private void insertAncestors(UnitTree declared) {
        var rows = database.insertInto(
                UNIT_ANCESTOR,
                UNIT_ANCESTOR.UNIT,
                UNIT_ANCESTOR.ANCESTOR,
                UNIT_ANCESTOR.BASIS,
                UNIT_ANCESTOR.DISTANCE,
                UNIT_ANCESTOR.VALID_FROM,
                UNIT_ANCESTOR.VALID_TO);
        int count = 0;
        for (Basis basis : Basis.values()) {
            for (UnitAncestor pair : declared.closure(basis)) {
                rows = rows.values(
                        pair.unit(),
                        pair.ancestor(),
                        basis.id(),
                        pair.distance(),
                        pair.validity().from(),
                        pair.validity().to());
                count++;
            }
        }
        if (count > 0) {
            rows.execute();
        }
    }
}
