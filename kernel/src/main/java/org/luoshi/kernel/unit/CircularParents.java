package org.luoshi.kernel.unit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the circles in one basis.
///
/// Peeling off units without parents, again and again, leaves nothing when there is no circle even regardless of
/// dates: the usual case, in linear time. What is left is looked at on each day on which one of its links begins.
final class CircularParents {

    private CircularParents() {}

    /// @param parents unit to its links upwards
    static List<UnitTreeProblem> among(Basis basis, Map<String, List<UnitParent>> parents) {
        Map<String, List<UnitParent>> left = peel(parents);
        Set<LocalDate> starts = new TreeSet<>();
        left.values().forEach(links -> links.forEach(link -> starts.add(link.validity().from())));
        Map<List<String>, UnitTreeProblem> circles = new LinkedHashMap<>();
        for (LocalDate date : starts)
            for (List<UnitParent> circle : circlesOn(date, left)) {
                List<String> units = canonical(circle);
                circles.computeIfAbsent(units, unused -> new UnitTreeProblem.Cycle(units, basis, together(circle)));
            }
        return List.copyOf(circles.values());
    }

    private static Map<String, List<UnitParent>> peel(Map<String, List<UnitParent>> parents) {
        Map<String, List<String>> below = new HashMap<>();
        Map<String, Integer> openLinks = new HashMap<>();
        parents.forEach((unit, links) -> {
            openLinks.put(unit, links.size());
            links.forEach(link ->
                    below.computeIfAbsent(link.parent(), unused -> new ArrayList<>()).add(unit));
        });
        Deque<String> free = new ArrayDeque<>(below.keySet());
        free.removeIf(parents::containsKey);
        while (!free.isEmpty())
            for (String unit : below.getOrDefault(free.pop(), List.of()))
                if (openLinks.merge(unit, -1, Integer::sum) == 0) free.push(unit);
        Map<String, List<UnitParent>> left = new LinkedHashMap<>(parents);
        left.keySet().removeIf(unit -> openLinks.getOrDefault(unit, 0) == 0);
        return left;
    }

    /// Each unit has at most one parent that day, or the overlap was reported: then the first one is followed.
    private static List<List<UnitParent>> circlesOn(LocalDate date, Map<String, List<UnitParent>> parents) {
        List<List<UnitParent>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : parents.keySet()) {
            LinkedHashSet<String> path = new LinkedHashSet<>();
            List<UnitParent> links = new ArrayList<>();
            String unit = start;
            while (!done.contains(unit) && path.add(unit)) {
                Optional<UnitParent> up = parentOn(date, parents.getOrDefault(unit, List.of()));
                if (up.isEmpty()) break;
                links.add(up.get());
                unit = up.get().parent();
            }
            if (!done.contains(unit) && links.size() == path.size()) {
                int entry = List.copyOf(path).indexOf(unit);
                circles.add(List.copyOf(links.subList(entry, links.size())));
            }
            done.addAll(path);
        }
        return circles;
    }

    private static Optional<UnitParent> parentOn(LocalDate date, List<UnitParent> links) {
        return links.stream().filter(link -> link.validity().contains(date)).findFirst();
    }

    private static List<String> canonical(List<UnitParent> circle) {
        List<String> units = new ArrayList<>(circle.stream().map(UnitParent::unit).toList());
        Collections.rotate(units, -units.indexOf(Collections.min(units)));
        return List.copyOf(units);
    }

    private static Validity together(List<UnitParent> circle) {
        return circle.stream()
                .map(UnitParent::validity)
                .reduce((a, b) -> a.intersect(b).orElseThrow())
                .orElseThrow();
    }
}
