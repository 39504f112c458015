package org.luoshi.stream.machine;

/// What became of a reading.
public enum Verdict {
    /// Newer than all of its sensor.
    IN_ORDER,
    /// Older than the sensor's newest, within the lateness allowed: what was found since was found again.
    LATE,
    /// Another value for a moment within the lateness allowed: treated like a late one.
    CORRECTED,
    /// Known already.
    DUPLICATE,
    /// Older than the lateness allowed; not used.
    TOO_LATE,
    /// Of a time that has not come yet, beyond what clocks differ; not used.
    AHEAD,
    /// Of a time so long ago that the sensor's clock must be wrong; not used.
    ANCIENT,
    /// Not a value that the sensor can report, or no number; not used, so that it counts as silence.
    IMPLAUSIBLE
}
