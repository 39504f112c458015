package org.luoshi.kernel.clock;

/// To which side the day of an event belongs: that of a start, and alike those of a suspension and a resumption.
public enum FirstDay {

    /// To what was before: counting begins on the day after. A suspension begins on the day after it was ordered and
    /// includes the day of the resumption.
    NOT_COUNTED,

    /// To what comes: the day of the start is the first one. A suspension includes the day on which it was ordered but
    /// not that of the resumption.
    COUNTED
}
