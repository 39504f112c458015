package org.luoshi.briefing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;

/// A commitment 任务 with its computed status, as known at one moment.
///
/// @param since first day of the unbroken stretch in this status; null where not known
/// @param promise the promised number; null where none was promised
/// @param chance of arriving on time, 0 to 1; null where nothing can be said
public record CommitmentLine(
        String id,
        Text title,
        String focus,
        Text focusTitle,
        Text measureTitle,
        String lead,
        List<String> assist,
        LocalDate from,
        LocalDate to,
        StatusRule.Status status,
        Text statusTitle,
        StatusRule.Colour colour,
        Text reason,
        @Nullable LocalDate since,
        @Nullable Promise promise,
        @Nullable BigDecimal chance,
        List<MilestoneLine> milestones,
        List<Text> evidence) {

    public CommitmentLine {
        assist = List.copyOf(assist);
        milestones = List.copyOf(milestones);
        evidence = List.copyOf(evidence);
    }

    /// @param actual latest figure; null without data
    /// @param expected what the path asks for on the day of the latest figure; null without data
    public record Promise(
            QualifiedId indicator,
            String unit,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal expected,
            BigDecimal target) {}

    /// @param reachedOn day of the fact that accepted evidence shows; null while none is accepted
    /// @param proof how its evidence stands
    public record MilestoneLine(
            String id,
            Text title,
            LocalDate due,
            @Nullable LocalDate reachedOn,
            Proof proof,
            @Nullable Text evidence) {}

    public enum Proof {
        NONE,
        AWAITS_VERDICT,
        RETURNED,
        ACCEPTED
    }

    public boolean offPath() {
        return status == StatusRule.Status.BEHIND || status == StatusRule.Status.AT_RISK;
    }
}
