package org.luoshi.pack.monitoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;

/// Which readings are warned of, and how gravely 预警规则.
///
/// @param advice what whoever is on duty should do first
/// @param source what limits and times rest on
/// @param levels gravest first, at least one
/// @param silent after this long without a reading the sensor is silent, which never clears; null if silence says nothing
public record WarningRule(
        QualifiedId id,
        Text title,
        Text advice,
        Text source,
        Watch watch,
        List<Level> levels,
        @Nullable Duration silent) {

    public WarningRule {
        if (levels.isEmpty()) throw new IllegalArgumentException(id + " has no level");
        levels = List.copyOf(levels);
    }

    /// What is looked at.
    public sealed interface Watch {

        /// Each sensor of a property by itself.
        record Readings(QualifiedId property, Measure measure) implements Watch {}

        /// The newest readings of several properties at one thing, by the name of each property in the conditions.
        ///
        /// @param fresh a reading that is older than this against the newest says nothing any more
        record Together(Map<String, QualifiedId> properties, Duration fresh) implements Watch {
            public Together {
                properties = Map.copyOf(properties);
            }
        }
    }

    /// What of a sensor's readings is compared with the limits.
    public sealed interface Measure {

        /// The reading, in the property's unit.
        record Above() implements Measure {}

        record Below() implements Measure {}

        /// Its change, in the property's unit an hour; falling counts falls as more.
        record Rising() implements Measure {}

        record Falling() implements Measure {}

        record Changing() implements Measure {}

        /// Seconds without a change of more than the tolerance, in the property's unit.
        record Unchanged(BigDecimal tolerance) implements Measure {}

        /// Standard deviations from the usual of the hour and weekday.
        ///
        /// @param spread least deviation assumed, in the property's unit
        record Unusual(BigDecimal spread) implements Measure {}

        /// Strength by the sensor's own past.
        record Strange() implements Measure {}
    }

    /// @param raise   how often in a row and how long what raises must hold
    /// @param clear   the same of what clears
    /// @param confirm time in which whoever is on duty confirms the warning; local, and said to be so by the pack
    public record Level(WarningColour colour, Trigger trigger, Persistence raise, Persistence clear, Duration confirm) {}

    public sealed interface Trigger {

        /// In the measure's unit; what lies between is the hysteresis.
        record Limits(BigDecimal raise, BigDecimal clear) implements Trigger {}

        /// Raises where it holds and clears where it does not; where it is unknown neither.
        record Condition(Expr holds) implements Trigger {}
    }

    /// @param readings in a row, at least 1
    /// @param lasting  from the first of them to the last
    public record Persistence(int readings, Duration lasting) {

        public static final Persistence AT_ONCE = new Persistence(1, Duration.ZERO);
    }

    /// Names what is detected: the same for the same watch, levels and silence, whatever the words. Names of findings are
    /// made of it, so that another rule makes other findings.
    public String digest() {
        Object watched = watch instanceof Watch.Together(var properties, var fresh)
                ? new TreeMap<>(properties) + " " + fresh
                : watch;
        return Sha256.hex(watched + " " + levels + " " + silent);
    }
}
