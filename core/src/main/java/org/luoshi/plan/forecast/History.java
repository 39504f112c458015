package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Readings in order of date, and the changes between them.
record History(List<Reading> readings) {

    History {
        readings = readings.stream()
                .sorted(Comparator.comparing(Reading::on))
                .toList();
    }

    /// A change of the figure over a number of days.
    ///
    /// @param age days from the middle of the change to the last reading
    record Change(double by, double days, double age) {}

    Reading last() {
        return readings.getLast();
    }

    /// Changes since the baseline, the baseline itself being the first reading. Readings before it do not count:
    /// the plan had not begun. A last change over less than half the days of the one before is joined to it: a single
    /// day of a new month says nothing of the spread.
    List<Change> changes(LocalDate baselineOn, double baseline) {
        List<Change> changes = new ArrayList<>();
        LocalDate end = last().on();
        Reading before = new Reading(baselineOn, baseline);
        for (Reading reading : readings) {
            if (!reading.on().isAfter(before.on())) {
                continue;
            }
            double days = before.on().until(reading.on(), ChronoUnit.DAYS);
            double age = reading.on().until(end, ChronoUnit.DAYS) + days / 2;
            changes.add(new Change(reading.value() - before.value(), days, age));
            before = reading;
        }
        joinShortEnd(changes);
        return changes;
    }

    private static void joinShortEnd(List<Change> changes) {
        if (changes.size() < 2 || changes.getLast().days() * 2 >= changes.get(changes.size() - 2).days()) {
            return;
        }
        Change end = changes.removeLast();
        Change before = changes.removeLast();
        double days = before.days() + end.days();
        changes.add(new Change(before.by() + end.by(), days, days / 2));
    }
}
