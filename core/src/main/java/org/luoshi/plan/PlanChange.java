package org.luoshi.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// One item that differs between two plans.
///
/// @param kind what the item is
/// @param id of the item
/// @param title as it is now, or was where it is gone
/// @param what in which ways it differs, most telling first
public record PlanChange(ItemKind kind, String id, Text title, What main, List<Difference> what) {

    public PlanChange {
        what = List.copyOf(what);
    }

    public enum ItemKind {
        PLAN,
        CLAUSE,
        FOCUS,
        MEASURE,
        COMMITMENT,
        MILESTONE
    }

    /// In order of weight.
    public enum What {
        ADDED,
        REMOVED,
        RETARGETED,
        RESCHEDULED,
        REASSIGNED,
        MOVED,
        REWORDED
    }

    /// @param field what differs, e.g. `target`, `lead`, `period.to`
    /// @param before as people read it; absent where there was nothing
    public record Difference(What what, String field, @Nullable String before, @Nullable String after) {}
}
