package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.pack.Plan;

/// What a figure should be on any day: straight lines from the baseline over the declared points to the target.
/// Before the baseline and after the end it is flat.
///
/// @param points in order of date, at least the baseline and the target
/// @param stepwise for yes-or-no figures: the next point counts only from its own day
public record TargetPath(List<Plan.Point> points, boolean stepwise) {

    public TargetPath {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).by().isAfter(points.get(i - 1).by())) {
                throw new IllegalArgumentException("path points out of order: " + points);
            }
        }
        if (points.size() < 2) {
            throw new IllegalArgumentException("a path needs a baseline and a target, got " + points);
        }
    }

    /// @param until last day of the commitment's period
    public static TargetPath of(Plan.Figure figure, LocalDate until, boolean stepwise) {
        List<Plan.Point> points = new ArrayList<>();
        points.add(figure.baseline());
        figure.path().stream()
                .filter(p -> p.by().isAfter(figure.baseline().by()) && p.by().isBefore(until))
                .forEach(points::add);
        points.add(new Plan.Point(until, figure.target()));
        return new TargetPath(points, stepwise);
    }

    public BigDecimal expected(LocalDate day) {
        if (!day.isAfter(points.getFirst().by())) {
            return points.getFirst().value();
        }
        for (int i = 1; i < points.size(); i++) {
            Plan.Point next = points.get(i);
            if (day.isBefore(next.by())) {
                return stepwise ? points.get(i - 1).value() : between(points.get(i - 1), next, day);
            }
        }
        return points.getLast().value();
    }

    /// What can be asked by a day of a figure that is told in `decimals` digits: nobody owes a third of a project, so
    /// what the line is ahead of the last full step is not asked yet.
    public BigDecimal asked(LocalDate day, int decimals) {
        BigDecimal line = expected(day);
        if (line.compareTo(points.getLast().value()) == 0) {
            return line;
        }
        boolean upwards = points.getLast().value().compareTo(points.getFirst().value()) >= 0;
        return line.setScale(decimals, upwards ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /// First day on which the path asks for anything beyond the baseline.
    public LocalDate firstAsks() {
        BigDecimal baseline = points.getFirst().value();
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).value().compareTo(baseline) != 0) {
                return stepwise ? points.get(i).by() : points.get(i - 1).by().plusDays(1);
            }
        }
        return points.getLast().by();
    }

    private static BigDecimal between(Plan.Point before, Plan.Point next, LocalDate day) {
        long all = before.by().until(next.by(), ChronoUnit.DAYS);
        long gone = before.by().until(day, ChronoUnit.DAYS);
        BigDecimal way = next.value().subtract(before.value());
        return before.value()
                .add(way.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64));
    }
}
