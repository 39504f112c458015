package org.luoshi.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;

/// A pack's own test: given records known on given days, expected figures.
///
/// @param simulated whether the synthetic year of the pack and of those it needs is lived through before
public record PackTest(QualifiedId id, Text title, boolean simulated, Map<QualifiedId, List<GivenRecord>> given, List<Expectation> expect) {

    public PackTest {
        given = Map.copyOf(given);
        expect = List.copyOf(expect);
    }

    /// @param knownOn the day on which the record became known
    /// @param values field id → value as written
    public record GivenRecord(LocalDate knownOn, Map<String, String> values) {
        public GivenRecord {
            values = Map.copyOf(values);
        }
    }

    public sealed interface Expectation {
        /// @param asOf the day whose knowledge counts
        /// @param value the figure, or null for "unknown"
        record Figure(QualifiedId indicator, String unit, Period period, LocalDate asOf, @Nullable BigDecimal value)
                implements Expectation {}

        /// The record must be refused, with the named field at fault.
        record Refusal(QualifiedId entity, Map<String, String> values, String field) implements Expectation {
            public Refusal {
                values = Map.copyOf(values);
            }
        }
    }
}
