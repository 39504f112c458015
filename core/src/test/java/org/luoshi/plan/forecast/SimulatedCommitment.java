package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A made-up commitment over the twelve months of 2025: what was known at each month's end, and what came.
///
/// @param known `known.get(m)` is the series as it was known at the end of month m
record SimulatedCommitment(String kind, Aim aim, boolean whole, List<List<Reading>> known, double arrived) {

    static final LocalDate FROM = LocalDate.of(2024, 12, 31);

    boolean onTime() {
        return switch (aim.reach()) {
            case Aim.Reach.AtLeast(double target) -> arrived >= target;
            case Aim.Reach.AtMost(double target) -> arrived <= target;
            case Aim.Reach.Within(double low, double high) -> arrived >= low && arrived <= high;
        };
    }

    static LocalDate endOf(int month) {
        return LocalDate.of(2025, month, 1).plusMonths(1).minusDays(1);
    }

    /// Everything is known at once: the series of month m is the first m values.
    static List<List<Reading>> knownAtOnce(double[] values) {
        List<List<Reading>> known = new ArrayList<>();
        for (int month = 1; month <= values.length; month++) {
            List<Reading> readings = new ArrayList<>();
            for (int m = 1; m <= month; m++) {
                readings.add(new Reading(endOf(m), values[m - 1]));
            }
            known.add(readings);
        }
        return known;
    }
}
