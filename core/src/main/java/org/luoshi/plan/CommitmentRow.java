package org.luoshi.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;

/// A commitment in a list.
///
/// @param assist in order of id
/// @param indicator of the promised figure; absent where no figure was promised
/// @param milestones how many it has
public record CommitmentRow(
        String id,
        Text title,
        String focus,
        String measure,
        String lead,
        List<String> assist,
        Plan.Span period,
        @Nullable QualifiedId indicator,
        @Nullable BigDecimal target,
        int milestones,
        StatusView status) {

    public CommitmentRow {
        assist = List.copyOf(assist);
    }
}
