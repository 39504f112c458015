package org.luoshi.app.detection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Level;
import org.luoshi.pack.monitoring.WarningRule.Persistence;
import org.luoshi.pack.monitoring.WarningRule.Trigger;
import org.luoshi.pack.monitoring.WarningRule.Watch;
import org.luoshi.stream.rule.Limit;
import org.luoshi.stream.rule.Measure;
import org.luoshi.stream.rule.Measure.Side;
import org.luoshi.stream.rule.Measure.Trend;
import org.luoshi.stream.rule.Rule;

/// A level of a pack's warning rule as a rule that a machine runs.
final class LevelRules {

    /// China has one time and no summer time, so the hour of the week needs no more than this.
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /// Weeks before an hour of the week is judged.
    private static final int WEEKS = 4;

    private LevelRules() {}

    /// @param property that is watched; of several together none, since their conditions are true or false
    static Rule of(WarningRule rule, Level level, ObservedProperty property) {
        Rule machine = new Rule(id(rule.id(), level), version(rule), measure(rule), raise(level), clear(level));
        Rule bounded = machine.plausible(property.least().doubleValue(), property.most().doubleValue());
        return silence(rule, bounded);
    }

    /// A level that is raised by a condition, told as 1 where it holds and 0 where it does not.
    static Rule ofCondition(WarningRule rule, Level level) {
        return silence(
                rule,
                new Rule(
                        id(rule.id(), level),
                        version(rule),
                        new Measure.Level(Side.ABOVE),
                        limit(1, level.raise()),
                        limit(0, level.clear())));
    }

    private static Rule silence(WarningRule rule, Rule machine) {
        Duration silent = rule.silent();
        return silent == null ? machine : machine.silentAfter(silent);
    }

    static String id(QualifiedId rule, Level level) {
        return rule + "/" + level.colour().name().toLowerCase(Locale.ROOT);
    }

    /// Of what is detected: other words do not make another version.
    static int version(WarningRule rule) {
        return Integer.parseUnsignedInt(rule.digest().substring(0, 8), 16) & Integer.MAX_VALUE;
    }

    private static Measure measure(WarningRule rule) {
        Duration hour = Duration.ofHours(1);
        if (!(rule.watch() instanceof Watch.Readings(QualifiedId _, WarningRule.Measure measure)))
            throw new IllegalArgumentException(rule.id() + " watches several properties together");
        return switch (measure) {
            case WarningRule.Measure.Above() -> new Measure.Level(Side.ABOVE);
            case WarningRule.Measure.Below() -> new Measure.Level(Side.BELOW);
            case WarningRule.Measure.Rising() -> new Measure.Rate(Trend.RISING, hour);
            case WarningRule.Measure.Falling() -> new Measure.Rate(Trend.FALLING, hour);
            case WarningRule.Measure.Changing() -> new Measure.Rate(Trend.EITHER, hour);
            case WarningRule.Measure.Unchanged(BigDecimal tolerance) -> new Measure.Unchanged(tolerance.doubleValue());
            case WarningRule.Measure.Unusual(BigDecimal spread) ->
                new Measure.Unusual(BEIJING, WEEKS, spread.doubleValue());
            case WarningRule.Measure.Strange() -> new Measure.Strange();
        };
    }

    private static Limit raise(Level level) {
        return limit(limits(level).raise().doubleValue(), level.raise());
    }

    private static Limit clear(Level level) {
        return limit(limits(level).clear().doubleValue(), level.clear());
    }

    private static Trigger.Limits limits(Level level) {
        if (level.trigger() instanceof Trigger.Limits limits) return limits;
        throw new IllegalArgumentException("a condition has no limits: " + level);
    }

    private static Limit limit(double at, Persistence persistence) {
        return Limit.at(at).times(persistence.readings()).lasting(persistence.lasting());
    }
}
