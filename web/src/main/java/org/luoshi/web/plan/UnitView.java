package org.luoshi.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.quality.QualityNotes;

/// A unit: what it leads, what it assists, what it owes this week.
///
/// @param codes scheme, version and code, as one line each
/// @param whole whether the viewer sees all that the unit leads; else only what it shares with the viewer's own
/// @param tasks cases that wait for the reader, on the page of the reader's own unit; else 0
/// @param source where name and codes were read; null where nobody wrote it down
public record UnitView(
        Text name,
        Text kind,
        @Nullable UnitLink parent,
        List<UnitLink> children,
        List<String> codes,
        @Nullable Text source,
        boolean verified,
        Tally tally,
        List<OverviewView.DueRow> owes,
        List<CommitmentLine> leads,
        List<CommitmentLine> assists,
        List<FigureTile> figures,
        boolean whole,
        long tasks,
        QualityNotes.@Nullable Note doubts) {}
