package org.luoshi.compiler.internal.way;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.process.Flow;
import org.luoshi.pack.process.Graph;
import org.luoshi.pack.process.Node;

/// From one step to the next: how the branches of a case may go through gateways, as the engine would take them.
final class Crossing {

    /// @param flows taken
    /// @param ends end events reached
    record Crossed(List<Token> tokens, List<String> flows, List<String> ends) {

        Crossed with(Token token) {
            return new Crossed(plus(tokens, token), flows, ends);
        }

        Crossed without(Token token) {
            List<Token> rest = new ArrayList<>(tokens);
            rest.remove(token);
            return new Crossed(rest, flows, ends);
        }

        Crossed over(String flow) {
            return new Crossed(tokens, plus(flows, flow), ends);
        }

        Crossed to(String end) {
            return new Crossed(tokens, flows, plus(ends, end));
        }

        private static <T> List<T> plus(List<T> list, T one) {
            List<T> longer = new ArrayList<>(list);
            longer.add(one);
            return List.copyOf(longer);
        }
    }

    /// Ways of which nothing is known that a fork is tried with; more are taken all together.
    private static final int FORKS = 4;

    private final Graph graph;
    private final @Nullable String action;
    private final List<Crossed> found = new ArrayList<>();

    /// @param action that finished the step; null on application
    private Crossing(Graph graph, @Nullable String action) {
        this.graph = graph;
        this.action = action;
    }

    /// All ways on from a node.
    ///
    /// @param rest where the other branches are
    static List<Crossed> from(Graph graph, String node, List<Token> rest, @Nullable String action) {
        Crossing crossing = new Crossing(graph, action);
        crossing.go(new Crossed(rest, List.of(), List.of()), graph.from(node));
        return crossing.found;
    }

    private void go(Crossed sofar, List<Flow> pending) {
        if (pending.isEmpty()) {
            Optional<Node> ready = ready(sofar);
            if (ready.isEmpty()) {
                found.add(sofar);
            } else {
                Crossed joined = sofar;
                for (Flow flow : graph.to(ready.get().id())) joined = joined.without(new Token.Waiting(flow.id()));
                fork((Node.Gateway) ready.get(), joined, List.of());
            }
            return;
        }
        Flow flow = pending.getFirst();
        List<Flow> rest = pending.subList(1, pending.size());
        Crossed on = sofar.over(flow.id());
        switch (graph.node(flow.to()).orElseThrow()) {
            case Node.Start start -> go(on, joined(rest, graph.from(start.id())));
            case Node.Decision decision -> go(on, joined(rest, graph.from(decision.id())));
            case Node.Task task -> go(on.with(new Token.At(task.id())), rest);
            case Node.End end -> go(on.to(end.id()), rest);
            case Node.Gateway gateway -> meet(gateway, flow, on, rest);
        }
    }

    private void meet(Node.Gateway gateway, Flow flow, Crossed on, List<Flow> rest) {
        boolean joins = graph.to(gateway.id()).size() > 1 && gateway.kind() != Node.Kind.EXCLUSIVE;
        if (joins) go(on.with(new Token.Waiting(flow.id())), rest);
        else fork(gateway, on, rest);
    }

    private void fork(Node.Gateway gateway, Crossed on, List<Flow> rest) {
        switch (gateway.kind()) {
            case PARALLEL -> go(on, joined(rest, graph.from(gateway.id())));
            case EXCLUSIVE -> one(gateway).forEach(flow -> go(on, joined(rest, List.of(flow))));
            case INCLUSIVE -> several(gateway).forEach(flows -> go(on, joined(rest, flows)));
        }
    }

    /// Flows that may be the first whose condition holds.
    private List<Flow> one(Node.Gateway gateway) {
        List<Flow> possible = new ArrayList<>();
        for (Flow flow : graph.from(gateway.id())) {
            if (flow.id().equals(gateway.otherwise())) continue;
            Chance chance = chance(flow);
            if (chance != Chance.NEVER) possible.add(flow);
            if (chance == Chance.ALWAYS) return possible;
        }
        otherwise(gateway).ifPresent(possible::add);
        return possible;
    }

    /// Sets of flows whose conditions may hold together.
    private List<List<Flow>> several(Node.Gateway gateway) {
        List<Flow> sure = new ArrayList<>();
        List<Flow> open = new ArrayList<>();
        for (Flow flow : graph.from(gateway.id())) {
            if (flow.id().equals(gateway.otherwise())) continue;
            switch (chance(flow)) {
                case ALWAYS -> sure.add(flow);
                case PERHAPS -> open.add(flow);
                case NEVER -> {}
            }
        }
        int tried = Math.min(open.size(), FORKS);
        List<List<Flow>> sets = new ArrayList<>();
        for (int mask = 0; mask < 1 << tried; mask++) {
            List<Flow> set = new ArrayList<>(sure);
            for (int i = 0; i < open.size(); i++) {
                if (i >= tried || (mask & 1 << i) != 0) set.add(open.get(i));
            }
            if (set.isEmpty()) otherwise(gateway).ifPresent(set::add);
            if (!set.isEmpty()) sets.add(set);
        }
        return sets;
    }

    private Optional<Flow> otherwise(Node.Gateway gateway) {
        return Optional.ofNullable(gateway.otherwise()).flatMap(graph::flow);
    }

    private Chance chance(Flow flow) {
        return flow.condition() == null ? Chance.ALWAYS : Chance.of(flow.condition(), action);
    }

    /// A join for which no branch has to be waited any more.
    private Optional<Node> ready(Crossed sofar) {
        for (Token token : sofar.tokens()) {
            if (!(token instanceof Token.Waiting(String flow))) continue;
            Node.Gateway join = (Node.Gateway) graph.node(graph.flow(flow).orElseThrow().to()).orElseThrow();
            boolean ready = join.kind() == Node.Kind.PARALLEL
                    ? graph.to(join.id()).stream().allMatch(f -> sofar.tokens().contains(new Token.Waiting(f.id())))
                    : sofar.tokens().stream().noneMatch(other -> mayCome(other, join.id()));
            if (ready) return Optional.of(join);
        }
        return Optional.empty();
    }

    private boolean mayCome(Token token, String join) {
        String at = switch (token) {
            case Token.At(String step) -> step;
            case Token.Waiting(String flow) -> graph.flow(flow).orElseThrow().to();
        };
        if (at.equals(join)) return false;
        Deque<String> open = new ArrayDeque<>(List.of(at));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (Flow flow : graph.from(open.pop())) {
                if (flow.to().equals(join)) return true;
                if (seen.add(flow.to())) open.push(flow.to());
            }
        }
        return false;
    }

    private static List<Flow> joined(List<Flow> some, List<Flow> more) {
        List<Flow> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
