package org.luoshi.compiler.internal.way;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.CaseRole;
import org.luoshi.pack.process.Graph;
import org.luoshi.pack.process.Node;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;

/// All that can happen to cases of a process. Conditions on `action` are decided; one on the record may hold or not.
///
/// What people do beside the drawing (sending back, withdrawing, suspending by hand) is not looked at.
public final class Ways {

    /// Standings after which the search gives up: a process so wide is judged by its drawing alone.
    private static final int MOST = 50_000;

    private final ProcessDefinition process;
    private final Graph graph;

    /// Fields that say whose a step is.
    private final Set<String> places;

    private final List<Passage> passages = new ArrayList<>();
    private final Map<Standing, Passage> reached = new LinkedHashMap<>();
    private final Deque<Standing> open = new ArrayDeque<>();

    private Ways(ProcessDefinition process) {
        this.process = process;
        this.graph = process.graph();
        this.places = process.roles().stream()
                .map(CaseRole::unitField)
                .flatMap(field -> Optional.ofNullable(field).stream())
                .collect(Collectors.toSet());
    }

    /// Empty where there are too many, or where the drawing has a circle without a step.
    public static Optional<Ways> of(ProcessDefinition process) {
        if (!circle(process.graph()).isEmpty()) return Optional.empty();
        Ways ways = new Ways(process);
        return ways.explore() ? Optional.of(ways) : Optional.empty();
    }

    /// Nodes of a circle in which there is no step: the engine would run in it and never stop. Empty where there is none.
    public static Set<String> circle(Graph graph) {
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Task) continue;
            Set<String> seen = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(List.of(node.id()));
            while (!next.isEmpty()) {
                String at = next.pop();
                for (var flow : graph.from(at)) {
                    boolean step = graph.node(flow.to()).filter(Node.Task.class::isInstance).isPresent();
                    if (!step && seen.add(flow.to())) next.push(flow.to());
                }
            }
            if (seen.contains(node.id())) return Set.of(node.id());
        }
        return Set.of();
    }

    /// In the order in which they were found: shortest ways first.
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /// How a case came to each standing that it can come to, by the shortest way.
    public List<Passage> arrivals() {
        return List.copyOf(reached.values());
    }

    /// What happened on the shortest way to a passage, it included: `applied`, `step.action`.
    public List<String> told(Passage last) {
        List<String> told = new ArrayList<>();
        Passage at = last;
        while (at.from().isPresent()) {
            told.addFirst(at.by().written());
            at = Known.in(reached, at.from().get());
        }
        told.addFirst(at.by().written());
        return told;
    }

    /// Actions of a step that can be done.
    public List<Action> possible(Step step, Standing standing) {
        return step.actions().stream()
                .filter(action -> !action.once() || !standing.used().contains(written(step, action)))
                .filter(action -> !action.automatic() || runsOut(step, action, standing))
                .toList();
    }

    private boolean runsOut(Step step, Action action, Standing standing) {
        return process.clocks().stream()
                .filter(clock -> clock.expiry()
                        .filter(e -> e.written().equals(written(step, action)))
                        .isPresent())
                .anyMatch(clock -> standing.clocks().get(clock.id()) == Hand.RUNNING);
    }

    private boolean explore() {
        String start = graph.nodes().stream().filter(Node.Start.class::isInstance).findFirst().orElseThrow().id();
        for (Crossing.Crossed crossed : Crossing.from(graph, start, List.of(), null)) {
            // an application that comes to an end at once brings its clocks no event of the end
            keep(Optional.empty(), new Trigger.Applied(), crossed, List.of(), Map.of(), Set.of(), places(process.form()));
        }
        while (!open.isEmpty()) {
            if (reached.size() > MOST) return false;
            Standing standing = open.poll();
            for (Token token : new LinkedHashSet<>(standing.tokens())) {
                if (token instanceof Token.At(String id)) {
                    Step step = process.step(id).orElseThrow();
                    possible(step, standing).forEach(action -> act(standing, token, step, action));
                }
            }
        }
        return true;
    }

    private void act(Standing standing, Token token, Step step, Action action) {
        List<Token> rest = new ArrayList<>(standing.tokens());
        rest.remove(token);
        Set<String> used = new HashSet<>(standing.used());
        if (action.once()) used.add(written(step, action));
        Set<String> asked = new HashSet<>(standing.asked());
        asked.addAll(places(step.form()));
        for (Crossing.Crossed crossed : Crossing.from(graph, step.id(), rest, action.id())) {
            keep(Optional.of(standing), new Trigger.Acted(step.id(), action.id()), crossed, crossed.ends(), standing.clocks(), used, asked);
        }
    }

    private void keep(
            Optional<Standing> from,
            Trigger by,
            Crossing.Crossed crossed,
            List<String> ends,
            Map<String, Hand> clocks,
            Set<String> used,
            Set<String> asked) {
        Map<String, Hand> hands = new HashMap<>(clocks);
        List<String> restarted = new ArrayList<>();
        List<String> heldUp = new ArrayList<>();
        happen(by, hands, restarted, heldUp);
        if (!ends.isEmpty()) happen(new Trigger.Ended(ends.getLast()), hands, restarted, heldUp);
        Standing to = new Standing(crossed.tokens(), hands, used, asked);
        Passage passage = new Passage(from, by, crossed.flows(), crossed.ends(), restarted, heldUp, to);
        passages.add(passage);
        if (reached.putIfAbsent(to, passage) == null) open.add(to);
    }

    /// As the clocks of a case take it.
    private void happen(Trigger trigger, Map<String, Hand> hands, List<String> restarted, List<String> heldUp) {
        for (CaseClock clock : process.clocks()) {
            Hand before = hands.get(clock.id());
            Hand hand = before;
            if (hand == Hand.SUSPENDED && clock.resumes().contains(trigger)) hand = Hand.RUNNING;
            boolean open = hand == Hand.RUNNING || hand == Hand.SUSPENDED;
            if (open && clock.stops().contains(trigger)) {
                if (hand == Hand.SUSPENDED) heldUp.add(clock.id());
                hand = Hand.ENDED;
            } else if (open && clock.suspends().containsKey(trigger)) {
                hand = Hand.SUSPENDED;
            }
            if (clock.starts().equals(trigger)) {
                if (before == Hand.ENDED) restarted.add(clock.id());
                if (before == null || before == Hand.ENDED && clock.again()) hand = Hand.RUNNING;
            }
            if (hand != null) hands.put(clock.id(), hand);
        }
    }

    private Set<String> places(List<String> form) {
        return form.stream().filter(places::contains).collect(Collectors.toSet());
    }

    private static String written(Step step, Action action) {
        return new Trigger.Acted(step.id(), action.id()).written();
    }
}
