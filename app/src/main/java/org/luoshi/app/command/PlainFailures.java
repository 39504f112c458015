package org.luoshi.app.command;

import java.util.Optional;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.PostgresProblem;
import org.luoshi.register.SchemaRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Keeps Spring silent about failures that the command line explains itself, in two plain lines.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PlainFailures implements SpringBootExceptionReporter {

    /// What to say, and with which exit code to end.
    record Plain(Text words, int exit) {}

    @Override
    public boolean reportException(Throwable failure) {
        return of(failure).isPresent();
    }

    /// Looks through the causes, in which Spring wraps what a bean said.
    static Optional<Plain> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return Optional.of(new Plain(refusal.reason(), refusal.exit()));
            if (cause instanceof SchemaRefused schema) return Optional.of(new Plain(schema.reason(), Exit.FAILED));
            if (cause instanceof PostgresProblem problem)
                return Optional.of(new Plain(new Text(problem.zh(), problem.en()), Exit.FAILED));
        }
        return Optional.empty();
    }
}
