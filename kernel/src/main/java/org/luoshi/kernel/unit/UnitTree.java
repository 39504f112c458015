package org.luoshi.kernel.unit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luoshi.kernel.lookup.Known;

/// The units and who belongs to whom, on both bases and on any day.
///
/// A unit counts only while it exists: a link that outlives its unit is cut short. Roots are units without a parent on
/// a basis; there may be several.
public final class UnitTree {

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<UnitCode, List<Unit>> codes = new HashMap<>();
    private final Map<Basis, Map<String, List<UnitParent>>> up = new EnumMap<>(Basis.class);
    private final Map<Basis, Map<String, List<UnitParent>>> down = new EnumMap<>(Basis.class);
    private final Map<String, List<Succession>> successions = new LinkedHashMap<>();
    private final Map<String, List<Succession>> origins = new LinkedHashMap<>();
    private final List<UnitParent> parents;

    public UnitTree(Collection<Unit> units, Collection<UnitParent> parents) {
        this(units, parents, List.of());
    }

    /// @throws IllegalArgumentException when they make no tree; ask [#problems] first about foreign ones
    public UnitTree(Collection<Unit> units, Collection<UnitParent> parents, Collection<Succession> successions) {
        List<UnitTreeProblem> problems = problems(units, parents, successions);
        if (!problems.isEmpty())
            throw new IllegalArgumentException(
                    "%s (%d in all)".formatted(problems.getFirst().text().en(), problems.size()));
        for (Unit unit : units) {
            this.units.put(unit.id(), unit);
            for (UnitCode code : unit.codes())
                codes.computeIfAbsent(code, unused -> new ArrayList<>()).add(unit);
        }
        for (Basis basis : Basis.values()) {
            up.put(basis, grouped(parents, basis, UnitParent::unit));
            down.put(basis, grouped(parents, basis, UnitParent::parent));
        }
        this.parents = List.copyOf(parents);
        successions.forEach(succession -> {
            this.successions.computeIfAbsent(succession.predecessor(), unused -> new ArrayList<>()).add(succession);
            origins.computeIfAbsent(succession.successor(), unused -> new ArrayList<>()).add(succession);
        });
    }

    /// Everything that keeps these from being a tree; empty when the constructor will take them.
    public static List<UnitTreeProblem> problems(
            Collection<Unit> units, Collection<UnitParent> parents, Collection<Succession> successions) {
        return UnitTreeCheck.problems(units, parents, successions);
    }

    /// In the order of declaration, the ended ones too.
    public Collection<Unit> units() {
        return List.copyOf(units.values());
    }

    public Optional<Unit> find(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /// Who carries that code on that day.
    public Optional<Unit> find(UnitCode code, LocalDate date) {
        return Optional.ofNullable(codes.get(code)).stream()
                .flatMap(List::stream)
                .filter(unit -> unit.validity().contains(date))
                .findFirst();
    }

    /// Units without a parent that day.
    public List<Unit> roots(Basis basis, LocalDate date) {
        return units.values().stream()
                .filter(unit -> unit.validity().contains(date))
                .filter(unit -> parent(unit.id(), basis, date).isEmpty())
                .toList();
    }

    public Optional<Unit> parent(String id, Basis basis, LocalDate date) {
        return links(up, basis, id, date).map(link -> units.get(link.parent())).findFirst();
    }

    /// In the order of declaration of the links.
    public List<Unit> children(String id, Basis basis, LocalDate date) {
        return links(down, basis, id, date).map(link -> units.get(link.unit())).toList();
    }

    /// From the parent up to the root; without the unit itself.
    public List<Unit> ancestors(String id, Basis basis, LocalDate date) {
        List<Unit> ancestors = new ArrayList<>();
        Optional<Unit> parent = parent(id, basis, date);
        while (parent.isPresent()) {
            ancestors.add(parent.get());
            parent = parent(parent.get().id(), basis, date);
        }
        return ancestors;
    }

    /// The unit and everything under it, parents before children; empty when it does not exist that day.
    public List<Unit> subtree(String id, Basis basis, LocalDate date) {
        List<Unit> subtree = new ArrayList<>();
        Deque<Unit> open = new ArrayDeque<>();
        find(id).filter(unit -> unit.validity().contains(date)).ifPresent(open::push);
        while (!open.isEmpty()) {
            Unit unit = open.pop();
            subtree.add(unit);
            children(unit.id(), basis, date).reversed().forEach(open::push);
        }
        return subtree;
    }

    /// Who took over from a unit that has ended, followed to the units that exist that day. A unit that still exists
    /// stands for itself; one that ended without successors gives nothing.
    public SequencedSet<Unit> successors(String id, LocalDate date) {
        return living(id, date, unit -> successions.getOrDefault(unit, List.of()).stream()
                .filter(succession -> !succession.on().isAfter(date))
                .map(Succession::successor));
    }

    /// Whom a unit that had not begun by that day came from, followed to the units that existed then. A unit that exists
    /// stands for itself; one that began from nothing gives nothing.
    public SequencedSet<Unit> predecessors(String id, LocalDate date) {
        return living(id, date, unit -> origins.getOrDefault(unit, List.of()).stream()
                .filter(succession -> succession.on().isAfter(date))
                .map(Succession::predecessor));
    }

    private SequencedSet<Unit> living(String id, LocalDate date, Function<String, Stream<String>> further) {
        SequencedSet<Unit> living = new LinkedHashSet<>();
        SequencedSet<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.poll();
            Unit unit = units.get(next);
            if (unit == null || !seen.add(next)) continue;
            if (unit.validity().contains(date)) living.add(unit);
            else further.apply(next).forEach(open::add);
        }
        return living;
    }

    /// As if units and trees had always been those of the day 可比口径.
    public ComparableUnits on(LocalDate day) {
        return new ComparableUnits(this, day, parents);
    }

    /// Every pair of a unit and one above it, with the days on which that holds, and each unit with itself.
    public List<Ancestry> closure(Basis basis) {
        List<Ancestry> closure = new ArrayList<>();
        for (Unit unit : units.values()) {
            Deque<Ancestry> open = new ArrayDeque<>();
            open.add(new Ancestry(unit.id(), unit.id(), basis, 0, unit.validity()));
            while (!open.isEmpty()) {
                Ancestry reached = open.poll();
                closure.add(reached);
                for (UnitParent link : Known.in(up, basis).getOrDefault(reached.ancestor(), List.of()))
                    reached.validity()
                            .intersect(link.validity())
                            .ifPresent(both -> open.add(
                                    new Ancestry(link.parent(), unit.id(), basis, reached.depth() + 1, both)));
            }
        }
        return closure;
    }

    private Stream<UnitParent> links(
            Map<Basis, Map<String, List<UnitParent>>> direction, Basis basis, String id, LocalDate date) {
        return Known.in(direction, basis).getOrDefault(id, List.of()).stream()
                .filter(link -> link.validity().contains(date))
                .filter(link -> Known.in(units, link.unit()).validity().contains(date));
    }

    private static Map<String, List<UnitParent>> grouped(
            Collection<UnitParent> parents, Basis basis, Function<UnitParent, String> end) {
        Map<String, List<UnitParent>> grouped = new LinkedHashMap<>();
        for (UnitParent link : parents)
            if (link.basis() == basis)
                grouped.computeIfAbsent(end.apply(link), unused -> new ArrayList<>()).add(link);
        return grouped;
    }
}
