package org.luoshi.observation;

/// What became of one reading.
public sealed interface Answer {

    /// On disk, whatever happens to this machine's memory.
    ///
    /// @param id rises in the order in which observations become visible
    record Stored(long id, Quality quality) implements Answer {}

    /// Nothing of it was kept.
    record Refused(Reason reason) implements Answer {}

    enum Reason {
        /// No such datastream, or none that the sender may write.
        UNKNOWN_DATASTREAM,
        /// No such feature of interest.
        UNKNOWN_FEATURE,
        /// Before [ObservationLog#EARLIEST]: a clock that was never set.
        TIME_TOO_EARLY,
        /// Later than the clock by more than [ObservationLog#AHEAD].
        TIME_IN_FUTURE,
        /// A span of time that ends before it begins.
        TIME_TURNED_ROUND,
        /// Words that are too long or hold what no text can.
        UNREADABLE_WORDS
    }
}
