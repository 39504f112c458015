package org.luoshi.briefing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// Where a figure comes from. Two figures with equal sources and moments are the same figure.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Source {

    /// An indicator's cell.
    record Cell(QualifiedId indicator, String unit, Period period) implements Source {}

    /// An indicator's cell less its cell of the period before.
    record Difference(QualifiedId indicator, String unit, Period period) implements Source {}

    /// How many of the subject's commitments a selection holds.
    record Count(String selection) implements Source {}

    /// How many of the subject's milestones a selection holds. `watch` is all that a briefing lists: overdue, or due in
    /// the period or the next, and not reached.
    record MilestoneCount(String selection) implements Source {}

    record OfCommitment(String commitment, Aspect aspect) implements Source {}

    record OfMilestone(String commitment, String milestone, Aspect aspect) implements Source {}

    /// The briefing's own subject, day or period.
    record OfBriefing(String what) implements Source {}

    /// Bound to nothing; a briefing that holds one cannot be issued.
    record Unbound() implements Source {}

    enum Aspect {
        STATUS,
        REASON,
        SINCE,
        ACTUAL,
        EXPECTED,
        TARGET,
        DUE,
        CHANCE,
        STATE,
        BEFORE
    }

    /// One line that names it, the same in every edition; the moment is not part of it.
    default String key() {
        return switch (this) {
            case Cell(var indicator, var unit, var period) -> "cell %s %s %s".formatted(indicator, unit, period.id());
            case Difference(var indicator, var unit, var period) ->
                "difference %s %s %s".formatted(indicator, unit, period.id());
            case Count(var selection) -> "count " + selection;
            case MilestoneCount(var selection) -> "milestones " + selection;
            case OfCommitment(var commitment, var aspect) -> "commitment %s %s".formatted(commitment, lower(aspect));
            case OfMilestone(var commitment, var milestone, var aspect) ->
                "milestone %s/%s %s".formatted(commitment, milestone, lower(aspect));
            case OfBriefing(var what) -> "briefing " + what;
            case Unbound() -> "unbound";
        };
    }

    private static String lower(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }
}
