package org.luoshi.compiler.internal.bpmn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.expression.Place;
import org.luoshi.pack.process.Drawing;

/// What a BPMN file draws, as far as we run it.
///
/// @param whole false when something in it could not be read: then what it lacks need not be lacking
public record BpmnFile(List<DrawnNode> nodes, List<DrawnFlow> flows, Drawing drawing, boolean whole) {

    public BpmnFile {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    public enum Kind {
        START,
        END,
        TASK,
        DECISION,
        EXCLUSIVE,
        INCLUSIVE,
        PARALLEL;

        /// Whether it takes one of its ways by their conditions.
        public boolean chooses() {
            return this == EXCLUSIVE || this == INCLUSIVE;
        }
    }

    /// @param id of the element
    /// @param otherwise id of its default flow
    public record DrawnNode(Kind kind, String id, @Nullable String otherwise, Span span) {}

    public record DrawnFlow(String id, String from, String to, @Nullable Condition condition, Span span, Span fromSpan, Span toSpan) {}

    /// @param place where its characters stand
    public record Condition(String text, Place place, Span span) {}

    public Optional<DrawnNode> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public List<DrawnFlow> from(String node) {
        return flows.stream().filter(f -> f.from().equals(node)).toList();
    }

    public List<DrawnFlow> to(String node) {
        return flows.stream().filter(f -> f.to().equals(node)).toList();
    }
}
