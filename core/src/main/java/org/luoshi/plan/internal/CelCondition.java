package org.luoshi.plan.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.plan.status.Condition;
import org.springframework.stereotype.Component;

/// Status rules run in the JVM executor, where unknown does not hold.
@Component
class CelCondition implements Condition {

    @Override
    public boolean holds(Expr when, Map<String, @Nullable Object> variables) {
        return Evaluator.holds(when, Environment.ofVariables(variables::get));
    }
}
