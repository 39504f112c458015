package org.luoshi.process.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.decision.Deciding;
import org.luoshi.pack.decision.Decision;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.process.Flow;
import org.luoshi.pack.process.ProcessDefinition;

/// One move of a case through the drawing: what the conditions on its way see, and where it comes to.
public final class Journey {

    /// A step that the case has come to.
    ///
    /// @param task the engine's id of it
    public record Arrival(String step, String task) {}

    /// What a table decided on the way.
    ///
    /// @param node the business rule task
    public record Decided(String node, DecisionTable table, Decision.Decided decision) {}

    private final ProcessDefinition definition;
    private final Function<Map<String, @Nullable Object>, Environment> environments;
    private final Map<String, @Nullable Object> record;
    private final @Nullable String action;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final Map<String, @Nullable Object> answers = new HashMap<>();
    private DecisionTable.@Nullable Input lacking;
    private @Nullable String end;
    private @Nullable String instance;

    /// @param record the content's values as they are after the step
    /// @param environments values → the record as expressions see it
    /// @param action that finished the step; null for an application
    public Journey(
            ProcessDefinition definition,
            Map<String, ? extends @Nullable Object> record,
            Function<Map<String, @Nullable Object>, Environment> environments,
            @Nullable String action) {
        this.definition = definition;
        this.record = new HashMap<>(record);
        this.environments = environments;
        this.action = action;
    }

    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /// What tables decided on the way, in order.
    public List<Decided> decisions() {
        return List.copyOf(decisions);
    }

    /// What they wrote into the content: field → value.
    public Map<String, @Nullable Object> answers() {
        return new HashMap<>(answers);
    }

    /// What a table could not decide without.
    public Optional<DecisionTable.Input> lacking() {
        return Optional.ofNullable(lacking);
    }

    /// The end event that the case has come to, if it has.
    public @Nullable String end() {
        return end;
    }

    /// The engine's instance of a case that was started.
    public String instance() {
        return Objects.requireNonNull(instance, "not started");
    }

    boolean opens(String flowId) {
        Flow flow = definition.graph()
                .flow(flowId)
                .orElseThrow(() -> new IllegalStateException("no flow %s in %s".formatted(flowId, definition.id())));
        Expr condition = flow.condition();
        return condition == null || Evaluator.holds(condition, new Surroundings(environments.apply(record)));
    }

    void arrive(String step, String task) {
        arrivals.add(new Arrival(step, task));
    }

    /// Applies a table; what comes after it sees its answers.
    void decide(String node) {
        DecisionTable table = Known.in(definition.decisions(), node);
        switch (Deciding.decide(table, environments.apply(record))) {
            case Decision.Lacking(DecisionTable.Input input) -> lacking = input;
            case Decision.Decided decided -> {
                decisions.add(new Decided(node, table, decided));
                decided.answers().forEach(answer -> answer.forEach((output, value) -> {
                    String into = table.output(output).orElseThrow().into();
                    if (into != null) {
                        answers.put(into, value);
                        record.put(into, value);
                    }
                }));
            }
        }
    }

    void endAt(String event) {
        end = event;
    }

    void startedAs(String engineInstance) {
        instance = engineInstance;
    }

    /// The record, and beside it `action`.
    private final class Surroundings implements Environment {

        private final Environment content;

        Surroundings(Environment content) {
            this.content = content;
        }

        @Override
        public @Nullable Object field(Expr.FieldPath path) {
            return content.field(path);
        }

        @Override
        public @Nullable Object variable(String name) {
            if (name.equals("action")) return action;
            throw new IllegalStateException("no variable " + name);
        }
    }
}
