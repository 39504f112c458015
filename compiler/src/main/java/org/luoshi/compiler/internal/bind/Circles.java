package org.luoshi.compiler.internal.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.kernel.lookup.Known;

/// Circles in a directed graph, and an order without them.
final class Circles {

    private Circles() {}

    /// Each circle once, as its nodes in order, beginning with the least one; no two share a node.
    ///
    /// Walks with an explicit stack: a chain may be thousands long.
    static <T extends Comparable<? super T>> List<List<T>> in(Map<T, ? extends Collection<T>> edges) {
        List<List<T>> circles = new ArrayList<>();
        Set<T> done = new HashSet<>();
        for (T start : edges.keySet().stream().sorted().toList()) {
            if (done.contains(start)) continue;
            LinkedHashMap<T, List<T>> open = new LinkedHashMap<>();
            open.put(start, pending(edges, start));
            while (!open.isEmpty()) {
                T node = open.sequencedKeySet().getLast();
                List<T> next = Known.in(open, node);
                if (next.isEmpty()) {
                    open.remove(node);
                    done.add(node);
                    continue;
                }
                T to = next.removeLast();
                if (open.containsKey(to)) {
                    List<T> path = new ArrayList<>(open.sequencedKeySet());
                    List<T> circle = path.subList(path.indexOf(to), path.size());
                    if (circle.stream().noneMatch(n -> onCircle(circles, n))) circles.add(fromLeast(circle));
                } else if (!done.contains(to)) {
                    open.put(to, pending(edges, to));
                }
            }
        }
        return circles;
    }

    private static <T extends Comparable<? super T>> List<T> pending(Map<T, ? extends Collection<T>> edges, T node) {
        Collection<T> next = edges.get(node);
        return next == null
                ? new ArrayList<>()
                : new ArrayList<>(next.stream().sorted().toList().reversed());
    }

    private static <T> boolean onCircle(List<List<T>> circles, T node) {
        return circles.stream().anyMatch(c -> c.contains(node));
    }

    private static <T extends Comparable<? super T>> List<T> fromLeast(List<T> circle) {
        int least = 0;
        for (int i = 1; i < circle.size(); i++) {
            if (circle.get(i).compareTo(circle.get(least)) < 0) least = i;
        }
        List<T> turned = new ArrayList<>(circle.subList(least, circle.size()));
        turned.addAll(circle.subList(0, least));
        return turned;
    }
}
