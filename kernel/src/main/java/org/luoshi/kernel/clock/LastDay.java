package org.luoshi.kernel.clock;

/// What happens to a limit in natural days whose last day is a day off. One in working days never ends on one.
public enum LastDay {

    /// It ends on the next working day 顺延. A day on which the clock is suspended is passed over too.
    MOVES_TO_WORKING_DAY,

    /// It ends there all the same.
    STAYS
}
