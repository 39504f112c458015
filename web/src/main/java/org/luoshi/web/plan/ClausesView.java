package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// Which sentences of the source are covered by commitments, and which are not.
public record ClausesView(
        Text source,
        String publisher,
        LocalDate date,
        @Nullable String url,
        int clauses,
        int covered,
        int needNone,
        int uncovered,
        List<FilterField> filters,
        List<Line> lines) {

    /// @param state `covered`, `none_needed` or `uncovered`
    /// @param because why no commitment is needed
    public record Line(
            String id,
            int paragraph,
            int sentence,
            @Nullable UnitLink speaker,
            Text kind,
            Text gist,
            String state,
            @Nullable Text because,
            List<CommitmentPage.Related> commitments) {}
}
