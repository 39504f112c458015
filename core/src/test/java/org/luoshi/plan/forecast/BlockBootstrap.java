package org.luoshi.plan.forecast;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/// A candidate that was measured and not taken: resampling pairs of neighbouring monthly changes, fixed seed.
final class BlockBootstrap {

    private static final int PATHS = 400;
    private static final double MONTH = 30.4375;

    private BlockBootstrap() {}

    static double chance(List<History.Change> changes, Reading last, Aim aim) {
        SplittableRandom random = new SplittableRandom(20250922);
        double horizon = last.on().until(aim.by(), ChronoUnit.DAYS);
        int reached = 0;
        for (int path = 0; path < PATHS; path++) {
            double value = last.value();
            int at = 0;
            double left = horizon;
            for (int step = 0; left > 0; step++) {
                at = step % 2 == 0 ? random.nextInt(changes.size()) : (at + 1) % changes.size();
                History.Change change = changes.get(at);
                double days = Math.min(left, MONTH);
                value += change.by() / change.days() * days;
                left -= days;
            }
            double arrived = value;
            reached += aim.chance(new Certain(arrived)) > 0.5 ? 1 : 0;
        }
        return (reached + 0.5) / (PATHS + 1);
    }
}
