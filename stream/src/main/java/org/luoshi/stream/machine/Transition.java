package org.luoshi.stream.machine;

import java.time.Instant;
import java.util.UUID;

/// A change of what a rule finds of one sensor, with what shows it.
///
/// @param id      by rule, version, sensor, kind and moment alone: the same in every replay
/// @param episode id of the transition that began what this one ends; its own id where it begins
/// @param key     the sensor
/// @param at      the moment of the reading that decided, or the one at which silence began
public record Transition(
        UUID id, UUID episode, Kind kind, String rule, int version, long key, Instant at, Evidence evidence) {

    public enum Kind {
        RAISED,
        CLEARED,
        /// The sensor is no longer heard. What is raised stays raised.
        SILENT,
        /// It is heard again.
        HEARD;

        /// The kind that begins what this one ends.
        Kind beginning() {
            return switch (this) {
                case RAISED, CLEARED -> RAISED;
                case SILENT, HEARD -> SILENT;
            };
        }
    }
}
