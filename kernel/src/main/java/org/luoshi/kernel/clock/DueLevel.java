package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// How near the end is, or how far past 临期、超期. Colours and numbers are local.
///
/// @param id for example `yellow`
/// @param of the limit it looks at
/// @param side of its end
/// @param days at most as many left before the end, the last day being 0; at least as many past it, from 1
public record DueLevel(String id, Text title, LimitKind of, Side side, int days) {

    public enum Side {
        LEFT,
        PAST
    }

    public DueLevel {
        if (days < (side == Side.PAST ? 1 : 0))
            throw new IllegalArgumentException("level %s at %d days %s".formatted(id, days, side));
    }

    /// @param left days, 0 when none are
    /// @param past days, 0 while there is time
    boolean holds(int left, int past) {
        return side == Side.PAST ? past >= days : past == 0 && left <= days;
    }
}
