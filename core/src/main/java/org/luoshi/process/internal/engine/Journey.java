package org.luoshi.process.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    private final ProcessDefinition definition;
    private final Environment record;
    private final @Nullable String action;
    private final List<Arrival> arrivals = new ArrayList<>();
    private @Nullable String end;
    private @Nullable String instance;

    /// @param record the content as it is after the step
    /// @param action that finished the step; null for an application
    public Journey(ProcessDefinition definition, Environment record, @Nullable String action) {
        this.definition = definition;
        this.record = record;
        this.action = action;
    }

    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
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
        return condition == null || Evaluator.holds(condition, new Surroundings());
    }

    void arrive(String step, String task) {
        arrivals.add(new Arrival(step, task));
    }

    void endAt(String event) {
        end = event;
    }

    void startedAs(String engineInstance) {
        instance = engineInstance;
    }

    /// The record, and beside it `action`.
    private final class Surroundings implements Environment {

        @Override
        public @Nullable Object field(Expr.FieldPath path) {
            return record.field(path);
        }

        @Override
        public @Nullable Object variable(String name) {
            if (name.equals("action")) return action;
            throw new IllegalStateException("no variable " + name);
        }
    }
}
