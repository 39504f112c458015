package org.luoshi.kernel.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.EditDistance;

/// Finds everything that keeps units and parents from being a tree.
final class UnitTreeCheck {

    private static final int SUGGESTIONS = 4;

    private final List<UnitTreeProblem> problems = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<Basis, Map<String, List<UnitParent>>> parents = new EnumMap<>(Basis.class);

    static List<UnitTreeProblem> problems(
            Collection<Unit> units, Collection<UnitParent> parents, Collection<Succession> successions) {
        UnitTreeCheck check = new UnitTreeCheck();
        check.declare(units);
        check.codes(units);
        parents.forEach(check::place);
        check.parents.values().forEach(links -> links.values().forEach(check::overlaps));
        parents.stream().map(UnitParent::basis).distinct().sorted().forEach(basis -> check.problems.addAll(
                CircularParents.among(basis, check.parents.getOrDefault(basis, Map.of()))));
        successions.forEach(check::succeed);
        return check.problems;
    }

    private void declare(Collection<Unit> declared) {
        for (Unit unit : declared)
            if (units.putIfAbsent(unit.id(), unit) != null) problems.add(new UnitTreeProblem.DuplicateUnit(unit.id()));
    }

    private void codes(Collection<Unit> declared) {
        Map<UnitCode, List<Unit>> holders = new HashMap<>();
        for (Unit unit : declared)
            for (UnitCode code : unit.codes()) {
                List<Unit> before = holders.computeIfAbsent(code, unused -> new ArrayList<>());
                before.stream()
                        .filter(other -> !other.id().equals(unit.id()))
                        .filter(other -> other.validity().overlaps(unit.validity()))
                        .forEach(other -> problems.add(
                                new UnitTreeProblem.DuplicateCode(code, other.id(), unit.id())));
                before.add(unit);
            }
    }

    private void place(UnitParent link) {
        Unit unit = units.get(link.unit());
        Unit parent = units.get(link.parent());
        if (unit == null) problems.add(new UnitTreeProblem.UnknownUnit(link));
        if (parent == null)
            problems.add(new UnitTreeProblem.UnknownParent(
                    link, EditDistance.nearest(link.parent(), units.keySet(), SUGGESTIONS)));
        if (unit == null || parent == null) return;
        boolean outlived = link.validity()
                .intersect(unit.validity())
                .filter(alive -> !parent.validity().contains(alive))
                .isPresent();
        if (outlived) problems.add(new UnitTreeProblem.ParentAbsent(link, parent.validity()));
        parents.computeIfAbsent(link.basis(), unused -> new LinkedHashMap<>())
                .computeIfAbsent(link.unit(), unused -> new ArrayList<>())
                .add(link);
    }

    private void overlaps(List<UnitParent> links) {
        for (int i = 0; i < links.size(); i++)
            for (int j = i + 1; j < links.size(); j++) {
                UnitParent first = links.get(i);
                UnitParent second = links.get(j);
                first.validity()
                        .intersect(second.validity())
                        .ifPresent(overlap ->
                                problems.add(new UnitTreeProblem.OverlappingParents(first, second, overlap)));
            }
    }

    private void succeed(Succession succession) {
        Unit predecessor = units.get(succession.predecessor());
        Unit successor = units.get(succession.successor());
        boolean ends = predecessor != null && succession.on().equals(predecessor.validity().to());
        boolean takesOver = successor != null && successor.validity().contains(succession.on());
        if (!ends || !takesOver) problems.add(new UnitTreeProblem.BrokenSuccession(succession));
    }
}
