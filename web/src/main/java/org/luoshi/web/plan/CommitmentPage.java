package org.luoshi.web.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.StatusTag;

/// Everything about one commitment.
///
/// @param cause which conditions of the status rule hold; empty where none need to
/// @param periodStated whether the source states the period; otherwise it is a local setting and marked so
/// @param figure absent where the source promised no number
/// @param newEvidence form for a piece of evidence, for who may write one here; a milestone is added to it as `&milestone=`
/// @param evidence newest first, as far as the viewer may read it
/// @param hiddenEvidence pieces that he may not
/// @param typed a comment that was refused, kept for another try
public record CommitmentPage(
        CommitmentLine row,
        Text cause,
        String focusId,
        boolean periodStated,
        @Nullable Text detail,
        List<UnitLink> assist,
        @Nullable FigurePanel figure,
        List<FigureTile> watched,
        List<MilestoneRow> milestones,
        List<Text> evidenceWanted,
        String evidenceHref,
        @Nullable String newEvidence,
        List<EvidenceLine> evidence,
        int hiddenEvidence,
        List<ClauseLine> clauses,
        List<Related> dependsOn,
        List<Related> neededBy,
        List<HistoryLine> history,
        List<Comment> comments,
        boolean mayComment,
        String typed,
        List<FormError> errors) {

    /// The promised number and its path.
    ///
    /// @param finding the chart's title: what it shows, as a sentence
    /// @param chart absent without any point
    public record FigurePanel(
            String finding,
            String subtitle,
            List<FigureTile> tiles,
            @Nullable PathChart chart,
            List<TwinRow> twin,
            String unit,
            int decimals,
            String explainHref,
            boolean targetStated,
            boolean baselineStated,
            Text method) {}

    /// A row of the table that says the same as the chart.
    public record TwinRow(
            LocalDate on,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal low,
            @Nullable BigDecimal middle,
            @Nullable BigDecimal high) {}

    /// @param milestone title; null for the commitment as a whole
    /// @param verdict in the words of the register
    public record EvidenceLine(
            String href,
            String label,
            @Nullable Text milestone,
            @Nullable LocalDate happenedOn,
            Text verdict,
            boolean accepted,
            @Nullable LocalDate verifiedOn) {}

    public record ClauseLine(String id, int paragraph, int sentence, Text gist) {}

    public record Related(String id, Text title, StatusTag status) {}

    /// A change that moved the status, the figure or the commitment itself.
    ///
    /// @param note given with an edit
    /// @param approval of an edit: who approved it, or that nobody has; null for what was computed
    public record HistoryLine(Instant at, Text actor, List<Text> what, @Nullable String note, @Nullable Text approval) {}

    public record Comment(Instant at, Text author, String words) {}
}
