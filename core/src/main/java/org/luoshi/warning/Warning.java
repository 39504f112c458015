package org.luoshi.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;

/// A warning 预警 as it stands.
///
/// @param unit        whose it is
/// @param exercise    whether it is a drill
/// @param standing    whether readings still show it
/// @param silent      whether its sensor is no longer heard
/// @param raisedAt    by the sensor
/// @param confirmBy   by when somebody confirms it
/// @param escalatedAt when it was late or its sensor was lost; null where neither
/// @param handledBy   who may not verify it
/// @param cause       the warning that it is a symptom of
/// @param quietUntil  nobody is called for it until then
/// @param number      rises with each change
public record Warning(
        UUID id,
        QualifiedId rule,
        String thing,
        String unit,
        boolean exercise,
        WarningColour colour,
        boolean standing,
        boolean silent,
        State state,
        Instant raisedAt,
        Instant knownAt,
        Instant confirmBy,
        @Nullable Instant escalatedAt,
        @Nullable String assignee,
        @Nullable String handledBy,
        @Nullable UUID cause,
        @Nullable Instant quietUntil,
        Instant changedAt,
        int number) {

    public enum State {
        RAISED,
        /// Somebody on duty has seen it.
        ACKNOWLEDGED,
        ASSIGNED,
        /// Somebody says what was done; another person has still to verify it.
        HANDLED,
        CLOSED
    }

    /// What happened to it.
    ///
    /// @param actor   account, or `system` for what readings and clocks did
    /// @param colour  after it
    /// @param finding that did it; null where people did
    public record Step(
            Instant at, String actor, StepKind kind, WarningColour colour, @Nullable UUID finding, @Nullable String reason) {}

    public enum StepKind {
        RAISED,
        LEVEL_UP,
        LEVEL_DOWN,
        /// Readings no longer show it; people have still to say so.
        CAUSE_GONE,
        /// Readings show it again.
        AGAIN,
        SILENT,
        HEARD,
        /// Nobody confirmed it in time, or its sensor was lost while it was grave.
        ESCALATED,
        ACKNOWLEDGED,
        ASSIGNED,
        HANDLED,
        RETURNED,
        CLOSED,
        REOPENED,
        /// A person set the level, with a reason.
        LEVEL_SET,
        GROUPED
    }
}
