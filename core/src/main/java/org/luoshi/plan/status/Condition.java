package org.luoshi.plan.status;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr;

/// Decides a rule's condition; unknown counts as not held.
@FunctionalInterface
public interface Condition {
    boolean holds(Expr when, Map<String, @Nullable Object> variables);
}
