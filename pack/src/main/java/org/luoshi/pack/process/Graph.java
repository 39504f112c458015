package org.luoshi.pack.process;

import java.util.List;
import java.util.Optional;

/// What leads to what in a process.
public record Graph(List<Node> nodes, List<Flow> flows) {

    public Graph {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Optional<Flow> flow(String id) {
        return flows.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    public List<Flow> from(String node) {
        return flows.stream().filter(f -> f.from().equals(node)).toList();
    }

    public List<Flow> to(String node) {
        return flows.stream().filter(f -> f.to().equals(node)).toList();
    }
}
