package org.luoshi.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;

/// What a level of a rule found of a thing: a device alarm.
///
/// @param id       the same in every replay of the log
/// @param episode  id of the finding that began what this one ends; its own where it begins
/// @param version  of what the rule detects
/// @param unit     whose the thing is
/// @param at       by the sensor
/// @param confirm  time in which a warning of this level is confirmed
/// @param exercise whether it is a drill
public record Finding(
        UUID id,
        UUID episode,
        Kind kind,
        QualifiedId rule,
        int version,
        WarningColour colour,
        String thing,
        String unit,
        Instant at,
        Duration confirm,
        boolean exercise,
        Shown shown) {

    public enum Kind {
        RAISED,
        CLEARED,
        /// The sensor is no longer heard.
        SILENT,
        HEARD
    }

    /// What shows it.
    ///
    /// @param since    the first of the readings in a row, or the last that was heard
    /// @param readings in a row; 0 where nothing was heard
    /// @param value    of the last reading
    /// @param measured what the rule measured of it; null where nothing was heard, as the next two
    /// @param bound    limit that was reached
    /// @param margin   how far the furthest reading is beyond it
    /// @param allowed  how long nothing need be heard; null where readings show it
    /// @param shares   by what the reading is strange; empty for other rules
    public record Shown(
            Instant since,
            int readings,
            double value,
            @Nullable Double measured,
            @Nullable Double bound,
            @Nullable Double margin,
            @Nullable Duration allowed,
            List<Share> shares) {

        public Shown {
            shares = List.copyOf(shares);
        }
    }

    /// @param trait   of the readings, by a word
    /// @param high    strangely large, not small
    /// @param usual   bound that one past value in fifty went beyond
    /// @param decades powers of ten rarer than that
    public record Share(String trait, boolean high, double value, double usual, double decades) {}
}
