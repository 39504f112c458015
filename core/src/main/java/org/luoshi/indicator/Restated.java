package org.luoshi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;

/// A restatement of one figure and what was behind each of its steps.
///
/// @param inputs restatements of the indicators that a derived one is made of
/// @param measures in words, the aggregates of the formula of then, in the order of a record's contributions
/// @param records that count in the one or the other, in another version or not at all; as far as the viewer may read
/// @param rest by how much the records that are not listed moved the figure, hidden ones among them; null where a record has
///     no amount
/// @param moreRecords there are more than listed
/// @param hidden changed records that the viewer may not read
/// @param then how it was computed, `now` how it is; null where the indicator was not declared
/// @param joined units that came under the unit, `left` those that are no longer under it, at the period's end
public record Restated(
        Restatement figure,
        List<Restatement> inputs,
        List<Text> measures,
        List<RecordMove> records,
        @Nullable BigDecimal rest,
        boolean moreRecords,
        long hidden,
        @Nullable Method then,
        @Nullable Method now,
        List<String> joined,
        List<String> left) {

    public Restated {
        inputs = List.copyOf(inputs);
        measures = List.copyOf(measures);
        records = List.copyOf(records);
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    /// @param pack version of the pack that declares the indicator, `digest` its files'
    public record Method(Indicator indicator, String pack, String digest, Text formula) {}

    /// A record whose part in the figure changed, both times by the formula of then.
    ///
    /// @param then its part at the earlier moment, `now` at the later; null where it does not count
    /// @param amount by how much this moved the figure; null where the figure is no sum of what its records add
    /// @param exists whether there is such a record at the later moment
    public record RecordMove(
            QualifiedId entity,
            long id,
            String label,
            @Nullable Part then,
            @Nullable Part now,
            @Nullable BigDecimal amount,
            boolean exists) {

        public RecordMove moving(BigDecimal by) {
            return new RecordMove(entity, id, label, then, now, by, exists);
        }

        /// Whether its part is the same at both moments, whatever else of the record changed.
        public boolean partUnmoved() {
            return then != null && now != null && then.unit().equals(now.unit()) && then.contributions().equals(now.contributions());
        }
    }

    /// @param contributions per measure: the value it adds, 1 for a count, null where it does not count
    /// @param author account that made this version
    public record Part(
            int version,
            String unit,
            List<@Nullable BigDecimal> contributions,
            Instant knownFrom,
            String author) {}
}
