package org.luoshi.process.internal.engine;

import java.util.Objects;
import java.util.function.Supplier;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.task.service.delegate.DelegateTask;

/// What the engine asks and tells while it moves a case. Public for the engine's expressions only.
public final class Road {

    @SuppressWarnings("ThreadLocalUsage") // one road in the program, and one in each of a test's
    private final ThreadLocal<Journey> travelling = new ThreadLocal<>();

    /// Whether the case may take a flow.
    public boolean opens(String flow) {
        return current().opens(flow);
    }

    /// The case has come to a step.
    public void arrived(DelegateTask task) {
        current().arrive(task.getTaskDefinitionKey(), task.getId());
    }

    /// The case has come to a decision.
    public void decide(DelegateExecution execution) {
        current().decide(execution.getCurrentActivityId());
    }

    /// The case has come to an end.
    public void ended(DelegateExecution execution) {
        current().endAt(execution.getCurrentActivityId());
    }

    <T> T during(Journey journey, Supplier<T> move) {
        travelling.set(journey);
        try {
            return move.get();
        } finally {
            travelling.remove();
        }
    }

    private Journey current() {
        return Objects.requireNonNull(travelling.get(), "the engine moves a case that nobody sent on its way");
    }
}
