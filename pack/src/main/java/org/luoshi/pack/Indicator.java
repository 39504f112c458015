package org.luoshi.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.expression.Expr;

/// A figure per unit and period, computed from facts by a declared formula.
///
/// @param per unit kinds for which the figure is made
/// @param period how long one period is
/// @param decimals digits after the point when shown; never used in further computing
/// @param range the good interval, only where `direction` is `RANGE`
/// @param source where the facts come from; quoted in briefings
/// @param note caliber: what is and is not counted
public record Indicator(
        QualifiedId id,
        Text title,
        UnitOfMeasure unit,
        Direction direction,
        @Nullable Range range,
        Set<UnitKind> per,
        PeriodKind period,
        Basis basis,
        Formula formula,
        MissingPolicy missing,
        int decimals,
        Text source,
        @Nullable Text note) {

    public Indicator {
        per = Set.copyOf(per);
    }

    /// Which way is better. `CUMULATIVE` is `UP` for a running total, compared with the path so far.
    public enum Direction {
        UP,
        DOWN,
        RANGE,
        BINARY,
        CUMULATIVE
    }

    public record Range(BigDecimal from, BigDecimal to) {}

    /// What a unit and period without a single record means.
    public enum MissingPolicy {
        UNKNOWN,
        ZERO,
        CARRY
    }

    public sealed interface Formula {

        /// Aggregates over registers.
        ///
        /// @param denominator absent for a plain figure; else value = factor × numerator ÷ denominator
        /// @param factor 100 for a percentage, 1 otherwise
        /// @param timing how each aggregated entity's records are placed in time
        /// @param unitField which field says whose each record is, per entity
        record OverFacts(
                Expr numerator,
                @Nullable Expr denominator,
                BigDecimal factor,
                Map<QualifiedId, Timing> timing,
                Map<QualifiedId, String> unitField)
                implements Formula {
            public OverFacts {
                timing = Map.copyOf(timing);
                unitField = Map.copyOf(unitField);
            }
        }

        /// A formula over other indicators' cells of the same unit and period.
        record Derived(Expr expression, List<QualifiedId> inputs) implements Formula {
            public Derived {
                inputs = List.copyOf(inputs);
            }
        }
    }

    /// How a record counts in time.
    ///
    /// @param date field (date or moment) that places the record
    /// @param until only for `STANDING`: the record counts while `date <= end of period < until`
    public record Timing(String date, Accumulate accumulate, @Nullable String until) {}

    public enum Accumulate {
        WITHIN,
        TO_DATE,
        YEAR_TO_DATE,
        STANDING
    }
}
