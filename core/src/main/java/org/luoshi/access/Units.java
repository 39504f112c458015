package org.luoshi.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.internal.UnitTables;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.UnitTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The units of the activated city pack, held in memory and kept in tables for queries; and those of any past moment,
/// as they were known then. Who may see what is always a matter of the present.
///
/// A moment before the first known units is answered with the first ones.
@Service
public class Units {

    /// Past trees held in memory.
    private static final int KEPT = 4;

    private final UnitTables tables;
    private volatile Held present = new Held(new UnitTree(List.of(), List.of()));
    private volatile NavigableSet<Instant> moments = new TreeSet<>();
    private final Map<Instant, Held> past = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Instant, Held> eldest) {
            return size() > KEPT;
        }
    };

    /// @param above every unit → itself and all above it, on either basis, at any time
    private record Held(UnitTree tree, Map<String, Set<String>> above) {
        Held(UnitTree tree) {
            this(tree, new HashMap<>());
            UnitTables.closure(tree).forEach(pair ->
                    above.computeIfAbsent(pair.unit(), unused -> new HashSet<>()).add(pair.ancestor()));
        }
    }

    public Units(DSLContext database) {
        this.tables = new UnitTables(database);
    }

    public UnitTree tree() {
        return present.tree();
    }

    /// @param asOf null for the present
    public UnitTree tree(@Nullable Instant asOf) {
        return held(asOf).tree();
    }

    public Optional<Unit> find(String id) {
        return tree().find(id);
    }

    /// Whether the unit is one of the roots or lies under one, on either basis, at any time.
    public boolean isWithin(String unit, Set<String> roots) {
        return isWithin(unit, roots, null);
    }

    /// @param asOf when it was known so; null for the present
    public boolean isWithin(String unit, Set<String> roots, @Nullable Instant asOf) {
        return held(asOf).above().getOrDefault(unit, Set.of()).stream().anyMatch(roots::contains);
    }

    /// Whether every declared unit is one of the roots or lies under one, so that narrowing to them narrows nothing.
    public boolean coverAll(Set<String> roots) {
        Map<String, Set<String>> all = present.above();
        return !all.isEmpty() && all.values().stream().noneMatch(units -> Collections.disjoint(units, roots));
    }

    /// Every declared unit that is one of the roots or lies under one, on either basis, at any time.
    public Set<String> within(Set<String> roots) {
        return present.above().entrySet().stream()
                .filter(unit -> !Collections.disjoint(unit.getValue(), roots))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A unit's name for people, or its id where it is no longer declared.
    public Text name(String id) {
        return name(id, null);
    }

    /// Its name of the moment; of the present where it was not declared yet; its id where it never was.
    ///
    /// @param asOf null for the present
    public Text name(String id, @Nullable Instant asOf) {
        return tree(asOf).find(id).or(() -> find(id)).map(Unit::shortName).orElse(Text.same(id));
    }

    /// The closure of both trees, for writers of SQL: a FROM-fragment without alias with columns `unit`, `ancestor`,
    /// `basis`, `distance`, `valid_from` and `valid_to`. Every unit is its own ancestor at distance 0.
    ///
    /// @param asOf null for the present
    public String ancestors(@Nullable Instant asOf) {
        return UnitTables.ancestors(changeBehind(asOf));
    }

    /// The units of one day applied to all time 可比口径, as they were known at the moment.
    ///
    /// @param asOf null for the present
    public ComparableUnits on(LocalDate day, @Nullable Instant asOf) {
        return held(asOf).tree().on(day);
    }

    /// The closure of those, like [#ancestors(Instant)].
    ///
    /// @param units as made by [#on] for the same moment
    public String ancestors(@Nullable Instant asOf, ComparableUnits units) {
        return UnitTables.ancestors(changeBehind(asOf), units);
    }

    /// Makes the tables say what the city pack declares; what they said before stays readable as of before.
    ///
    /// @param knownAt moment of the change that brings it into force
    @Transactional(propagation = Propagation.MANDATORY)
    public void activate(
            Collection<Unit> units, Collection<UnitParent> parents, Collection<Succession> successions, Instant knownAt) {
        tables.write(units, parents, successions, knownAt);
        hold(new UnitTree(units, parents, successions));
    }

    /// Reads what an earlier activation left, for commands that start without packs.
    @Transactional(readOnly = true)
    public void load() {
        hold(tables.read(null));
    }

    private void hold(UnitTree tree) {
        moments = tables.moments();
        present = new Held(tree);
    }

    private Held held(@Nullable Instant asOf) {
        Instant change = changeBehind(asOf);
        if (change == null) return present;
        synchronized (past) {
            Held known = past.get(change);
            if (known != null) return known;
        }
        // read outside: those who wait may hold all the connections that reading would need
        Held read = new Held(tables.read(change));
        synchronized (past) {
            return past.computeIfAbsent(change, unused -> read);
        }
    }

    /// The change by which the units of the moment were known; null for the latest.
    private @Nullable Instant changeBehind(@Nullable Instant asOf) {
        NavigableSet<Instant> changes = moments;
        if (asOf == null || changes.isEmpty() || !asOf.isBefore(changes.last())) return null;
        Instant change = changes.floor(asOf);
        return change == null ? changes.first() : change;
    }
}
