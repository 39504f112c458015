package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.StatusVariable;

/// What a status rule is judged on; see [StatusVariable] for each. Absent means "cannot be said".
public record Circumstances(
        boolean done,
        boolean hasFigure,
        boolean hasData,
        boolean started,
        boolean overdue,
        @Nullable BigDecimal ratio,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal chance,
        long daysLeft,
        long staleDays,
        long lateDays) {

    /// By the names that rules use. Values are Boolean, BigDecimal or null.
    public Map<String, @Nullable Object> variables() {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (StatusVariable variable : StatusVariable.values()) {
            values.put(variable.id(), value(variable));
        }
        return values;
    }

    private @Nullable Object value(StatusVariable variable) {
        return switch (variable) {
            case DONE -> done;
            case HAS_FIGURE -> hasFigure;
            case HAS_DATA -> hasData;
            case STARTED -> started;
            case OVERDUE -> overdue;
            case RATIO -> ratio;
            case GAP -> gap;
            case CHANCE -> chance;
            case DAYS_LEFT -> BigDecimal.valueOf(daysLeft);
            case STALE_DAYS -> BigDecimal.valueOf(staleDays);
            case LATE_DAYS -> BigDecimal.valueOf(lateDays);
        };
    }
}
