package org.luoshi.stream.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One version of a detection rule, for any number of sensors.
///
/// @param id        of the rule in its pack
/// @param version   of the rule; what it raises names it
/// @param measure   what of the readings is judged
/// @param raise     what raises
/// @param clear     what clears: the hysteresis is what lies between the two, where neither is come nearer
/// @param plausible values that the sensor can report at all; others are refused and count as silence
/// @param silent    after this long without a reading the sensor is silent; null if silence says nothing. Silence never
///                  raises and never clears, and after it both count anew
public record Rule(
        String id, int version, Measure measure, Limit raise, Limit clear, Range plausible, @Nullable Duration silent) {

    public Rule {
        if (id.isBlank()) throw new IllegalArgumentException("a rule needs an id");
        if (!(measure.sign() * clear.at() <= measure.sign() * raise.at()))
            throw new IllegalArgumentException(
                    "rule %s raises at %s but would clear at %s, on the wrong side of it".formatted(id, raise.at(), clear.at()));
        if (silent != null && silent.toMillis() < 1)
            throw new IllegalArgumentException("rule %s: silence of %s".formatted(id, silent));
    }

    /// A rule without a range of plausible values, to which silence says nothing.
    public Rule(String id, int version, Measure measure, Limit raise, Limit clear) {
        this(id, version, measure, raise, clear, Range.ANY, null);
    }

    public Rule silentAfter(Duration gap) {
        return new Rule(id, version, measure, raise, clear, plausible, gap);
    }

    public Rule plausible(double least, double greatest) {
        return new Rule(id, version, measure, raise, clear, new Range(least, greatest), silent);
    }
}
