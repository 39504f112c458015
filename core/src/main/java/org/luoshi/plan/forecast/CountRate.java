package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Events at an unknown rate, more clumped than chance alone: negative binomial ahead.
///
/// The rate has a gamma prior at the plan's pace; clumping (variance ÷ mean of the counts) is estimated from the
/// series, shrunk towards `priorClump`. A falling count (a withdrawn record) is set against the events before it.
/// Old counts count less, as in [DriftingWalk].
///
/// @param priorDays days of data that the prior on the rate is worth
/// @param priorClump prior guess of variance ÷ mean, above 1, worth `clumpWeight` counts
record CountRate(
        double halfLife, double priorDays, double priorPace, double priorClump, double clumpWeight, double widen)
        implements Method {

    @Override
    public Predictive ahead(List<History.Change> changes, Reading last, Aim aim, LocalDate day) {
        double horizon = last.on().until(day, ChronoUnit.DAYS);
        if (horizon <= 0) {
            return new Certain(last.value());
        }
        double events = priorDays * Math.max(priorPace * aim.plannedPace(), 1e-6);
        double days = priorDays;
        List<History.Change> counts = withoutFalls(changes);
        for (History.Change count : counts) {
            double weight = StrictMath.pow(2, -count.age() / halfLife);
            events += weight * count.by();
            days += weight * count.days();
        }
        double rate = events / days;
        double clump = clump(counts, rate);
        double mean = rate * horizon;
        double evidence = events / clump;
        double variance = clump * mean + mean * mean / Math.max(evidence, 0.5);
        return new CountAhead(last.value(), mean, Math.max(widen * variance, mean * 1.0001));
    }

    private double clump(List<History.Change> counts, double rate) {
        double sum = priorClump * clumpWeight;
        double of = clumpWeight;
        for (History.Change count : counts) {
            double weight = StrictMath.pow(2, -count.age() / halfLife);
            double expected = rate * count.days();
            sum += weight * (count.by() - expected) * (count.by() - expected) / expected;
            of += weight;
        }
        return Math.max(1.0001, sum / of);
    }

    private static List<History.Change> withoutFalls(List<History.Change> changes) {
        List<History.Change> rising = new ArrayList<>();
        for (History.Change change : changes) {
            History.Change next = change;
            while (next.by() < 0 && !rising.isEmpty()) {
                History.Change before = rising.removeLast();
                double days = before.days() + next.days();
                double age = (before.age() * before.days() + next.age() * next.days()) / days;
                next = new History.Change(before.by() + next.by(), days, age);
            }
            rising.add(next.by() < 0 ? new History.Change(0, next.days(), next.age()) : next);
        }
        return rising;
    }
}
