package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.DecisionMistakes.DECISION_NOT_DECLARED;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.DECISION_NOT_DRAWN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.IDLE_CONDITION;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.LOOSE_FLOW;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NOT_ONE_START;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_CONDITION;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_DEFAULT;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_WAY_OUT;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.OUTCOME_NOT_DECLARED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.OUTCOME_NOT_DRAWN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.SEVERAL_WAYS;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.STEP_NOT_DECLARED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.STEP_NOT_DRAWN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNREACHABLE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.bpmn.BpmnFile;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Condition;
import org.luoshi.compiler.internal.bpmn.BpmnFile.DrawnFlow;
import org.luoshi.compiler.internal.bpmn.BpmnFile.DrawnNode;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Kind;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.mistake.Mistake;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.process.Flow;
import org.luoshi.pack.process.Graph;
import org.luoshi.pack.process.Node;

/// The drawing of a process beside what the process declares, and by itself: can every case get through?
final class DrawingBinder {

    private final BpmnFile drawn;
    private final View process;
    private final Findings findings;
    private final Function<Condition, Optional<Expr>> condition;

    /// @param condition checks the condition of a flow
    DrawingBinder(BpmnFile drawn, View process, Findings findings, Function<Condition, Optional<Expr>> condition) {
        this.drawn = drawn;
        this.process = process;
        this.findings = findings;
        this.condition = condition;
    }

    /// @param file the drawing as a whole
    Graph bind(Span file) {
        compare(Kind.TASK, ProcessForm.STEPS, STEP_NOT_DECLARED, STEP_NOT_DRAWN);
        compare(Kind.DECISION, ProcessForm.DECISIONS, DECISION_NOT_DECLARED, DECISION_NOT_DRAWN);
        compare(Kind.END, ProcessForm.OUTCOMES, OUTCOME_NOT_DECLARED, OUTCOME_NOT_DRAWN);
        List<Flow> flows = new ArrayList<>();
        drawn.flows().forEach(flow -> flow(flow).ifPresent(flows::add));
        drawn.nodes().forEach(this::checkWaysOut);
        if (drawn.whole()) checkReach(file);
        return new Graph(drawn.nodes().stream().map(DrawingBinder::node).toList(), flows);
    }

    private void compare(Kind kind, Key<Map<Scalar, Listed<View>>> key, Mistake undeclared, Mistake undrawn) {
        if (process.broken(key)) return;
        Map<Scalar, Listed<View>> declared = process.get(key, Map.of());
        List<String> names = declared.keySet().stream().map(Scalar::text).toList();
        List<String> elements =
                drawn.nodes().stream().filter(n -> n.kind() == kind).map(DrawnNode::id).toList();
        for (DrawnNode node : drawn.nodes()) {
            if (node.kind() != kind || names.contains(node.id())) continue;
            List<String> free = names.stream().filter(n -> !elements.contains(n)).toList();
            findings.report(undeclared
                    .at(node.span())
                    .with("id", node.id())
                    .with("members", Members.of(names, node.id()))
                    .with("meant", Members.meant(node.id(), free))
                    .other(process.keyAt(key)));
        }
        for (Scalar name : declared.keySet()) {
            if (elements.contains(name.text()) || !drawn.whole()) continue;
            findings.report(undrawn
                    .at(name.span())
                    .with("id", name.text())
                    .with("members", Members.of(elements, name.text())));
        }
    }

    private Optional<Flow> flow(DrawnFlow flow) {
        Optional<DrawnNode> from = drawn.node(flow.from());
        Optional<DrawnNode> to = drawn.node(flow.to());
        if (from.isEmpty() || to.isEmpty()) {
            if (drawn.whole())
                findings.report(LOOSE_FLOW
                        .at(from.isEmpty() ? flow.fromSpan() : flow.toSpan())
                        .with("id", flow.id()));
            return Optional.empty();
        }
        Condition written = flow.condition();
        boolean otherwise = flow.id().equals(from.get().otherwise());
        if (written == null) {
            boolean several = drawn.from(flow.from()).size() > 1;
            if (from.get().kind().chooses() && several && !otherwise)
                findings.report(NO_CONDITION
                        .at(flow.span())
                        .with("gateway", flow.from())
                        .with("id", flow.id()));
            return Optional.of(new Flow(flow.id(), flow.from(), flow.to(), null));
        }
        if (!from.get().kind().chooses() || otherwise) {
            findings.report(IDLE_CONDITION.at(written.span()).with("id", flow.id()));
            return Optional.empty();
        }
        @Nullable Expr checked = condition.apply(written).orElse(null);
        return Optional.of(new Flow(flow.id(), flow.from(), flow.to(), checked));
    }

    private void checkWaysOut(DrawnNode node) {
        List<DrawnFlow> out = drawn.from(node.id());
        if (out.size() < 2) return;
        boolean forks = node.kind().chooses() || node.kind() == Kind.PARALLEL;
        if (!forks) {
            findings.report(SEVERAL_WAYS.at(node.span()).with("id", node.id()).with("count", out.size()));
        } else if (node.kind().chooses() && out.stream().noneMatch(f -> f.id().equals(node.otherwise()))) {
            findings.report(NO_DEFAULT.at(node.span()).with("id", node.id()));
        }
    }

    private void checkReach(Span file) {
        List<DrawnNode> starts =
                drawn.nodes().stream().filter(n -> n.kind() == Kind.START).toList();
        if (starts.size() != 1) {
            findings.report(NOT_ONE_START
                    .at(starts.isEmpty() ? file : starts.get(1).span())
                    .with("count", starts.size()));
            return;
        }
        Map<String, List<String>> on = new LinkedHashMap<>();
        Map<String, List<String>> back = new LinkedHashMap<>();
        drawn.flows().forEach(f -> {
            on.computeIfAbsent(f.from(), unused -> new ArrayList<>()).add(f.to());
            back.computeIfAbsent(f.to(), unused -> new ArrayList<>()).add(f.from());
        });
        Set<String> reached = reach(List.of(starts.getFirst().id()), on);
        Set<String> ending = reach(
                drawn.nodes().stream().filter(n -> n.kind() == Kind.END).map(DrawnNode::id).toList(), back);
        for (DrawnNode node : drawn.nodes()) {
            if (!reached.contains(node.id())) {
                findings.report(UNREACHABLE.at(node.span()).with("id", node.id()));
            } else if (!ending.contains(node.id())) {
                findings.report(NO_WAY_OUT.at(node.span()).with("id", node.id()));
            }
        }
    }

    private static Set<String> reach(Collection<String> from, Map<String, List<String>> edges) {
        Deque<String> open = new ArrayDeque<>(from);
        Set<String> reached = new HashSet<>(from);
        while (!open.isEmpty()) {
            for (String next : edges.getOrDefault(open.pop(), List.of())) {
                if (reached.add(next)) open.push(next);
            }
        }
        return reached;
    }

    private static Node node(DrawnNode node) {
        return switch (node.kind()) {
            case START -> new Node.Start(node.id());
            case END -> new Node.End(node.id());
            case TASK -> new Node.Task(node.id());
            case DECISION -> new Node.Decision(node.id());
            case EXCLUSIVE -> new Node.Gateway(node.id(), Node.Kind.EXCLUSIVE, node.otherwise());
            case INCLUSIVE -> new Node.Gateway(node.id(), Node.Kind.INCLUSIVE, node.otherwise());
            case PARALLEL -> new Node.Gateway(node.id(), Node.Kind.PARALLEL, null);
        };
    }
}
