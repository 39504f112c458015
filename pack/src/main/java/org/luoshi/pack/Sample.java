package org.luoshi.pack;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;

/// Declaration of synthetic records: a seed and rules, so that the same records come out each time.
///
/// @param seed of the random sequence
/// @param from first day on which a record may become known
/// @param to last such day
/// @param per kind of unit for each of which records are made
/// @param least fewest records a unit gets, `most` the largest number
/// @param countOf exact numbers for named units, overriding `least` and `most`
/// @param fields field id → rule, as written (see the reference page of samples)
/// @param imperfections kind of imperfection → share of records, 0 to 1
public record Sample(
        QualifiedId id,
        Text title,
        QualifiedId entity,
        long seed,
        LocalDate from,
        LocalDate to,
        @Nullable UnitKind per,
        int least,
        int most,
        Map<String, Integer> countOf,
        Map<String, SampleRule> fields,
        Map<String, Double> imperfections) {

    public Sample {
        countOf = Map.copyOf(countOf);
        fields = Map.copyOf(fields);
        imperfections = Map.copyOf(imperfections);
    }

    /// One field's rule: a name such as `sequence`, `choose`, `range`, `date`, and its arguments.
    public record SampleRule(String name, Map<String, Object> arguments) {
        public SampleRule {
            arguments = Map.copyOf(arguments);
        }
    }
}
