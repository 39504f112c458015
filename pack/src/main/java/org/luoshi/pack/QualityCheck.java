package org.luoshi.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.expression.Expr;

/// What of a register's records, or of their absence, is to be looked into 数据质量. It names what may be wrong and
/// changes nothing.
///
/// @param advice what the unit that the records belong to should do
/// @param entity the register; it says whose its records are
/// @param where which records are looked at; null for all
public record QualityCheck(
        QualifiedId id, Text title, Text advice, QualifiedId entity, @Nullable Expr where, Rule rule) {

    /// How it is judged.
    public sealed interface Rule {

        Kind kind();

        /// Each unit of the kinds has a record of each period so many days after its end.
        ///
        /// @param date field (date or moment) that places a record in a period
        /// @param within days after the period's end
        /// @param since periods that end before it are not expected
        record Freshness(Set<UnitKind> units, PeriodKind every, String date, int within, LocalDate since)
                implements Rule {
            public Freshness {
                units = Set.copyOf(units);
            }

            @Override
            public Kind kind() {
                return Kind.FRESHNESS;
            }
        }

        /// Of all values that a unit's records should have in the fields, so many per cent are there.
        record Completeness(List<String> fields, BigDecimal least) implements Rule {
            public Completeness {
                fields = List.copyOf(fields);
            }

            @Override
            public Kind kind() {
                return Kind.COMPLETENESS;
            }
        }

        /// A value lies far from the others.
        ///
        /// @param factor how far, in the method's measure
        /// @param least with fewer values nothing is said
        record Outlier(String field, Method method, BigDecimal factor, int least) implements Rule {
            @Override
            public Kind kind() {
                return Kind.OUTLIER;
            }
        }

        /// What a record and those it refers to say does not go together.
        ///
        /// @param condition holds where it does not
        record Contradiction(Expr condition) implements Rule {
            @Override
            public Kind kind() {
                return Kind.CONTRADICTION;
            }
        }
    }

    public enum Kind {
        FRESHNESS,
        COMPLETENESS,
        OUTLIER,
        CONTRADICTION
    }

    /// How far is far.
    public enum Method {
        /// The median of the distances from the median, times 1.4826, which for normal values is their standard
        /// deviation.
        MEDIAN_DEVIATION,
        /// The distance between the quartiles, outwards from them (Tukey's fences).
        QUARTILE_FENCE
    }
}
