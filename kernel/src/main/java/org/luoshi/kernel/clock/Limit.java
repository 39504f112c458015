package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// How long something may take.
///
/// @param days at least 1
public record Limit(int days, DayCount count) {

    public Limit {
        if (days < 1) throw new IllegalArgumentException("a limit of %d days".formatted(days));
    }

    public static Limit working(int days) {
        return new Limit(days, DayCount.WORKING);
    }

    public static Limit natural(int days) {
        return new Limit(days, DayCount.NATURAL);
    }

    Limit plus(int more) {
        return more == 0 ? this : new Limit(days + more, count);
    }

    public Text text() {
        String en = days == 1 ? count.label().en().replace("days", "day") : count.label().en();
        return new Text("%d 个%s".formatted(days, count.label().zh()), "%d %s".formatted(days, en));
    }
}
