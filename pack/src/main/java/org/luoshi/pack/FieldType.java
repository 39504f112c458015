package org.luoshi.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;

/// What a field of a register can hold. Each becomes one typed PostgreSQL column (a point becomes two).
public sealed interface FieldType {

    /// Text of at most `maxLength` code points.
    ///
    /// @param pattern the whole value must match this regular expression
    record TextType(int maxLength, @Nullable String pattern) implements FieldType {}

    /// Whole number (64 bits) of `unit`.
    record IntegerType(UnitOfMeasure unit, @Nullable Long min, @Nullable Long max) implements FieldType {}

    /// Exact decimal of `unit`.
    ///
    /// @param digits total number of digits, as in `numeric(digits, decimals)`
    record DecimalType(
            int digits, int decimals, UnitOfMeasure unit, @Nullable BigDecimal min, @Nullable BigDecimal max)
            implements FieldType {}

    record BooleanType() implements FieldType {}

    /// A day.
    ///
    /// @param untilToday no day after the one on which it is written
    record DateType(boolean untilToday) implements FieldType {

        /// Any day.
        public DateType() {
            this(false);
        }
    }

    record MomentType() implements FieldType {}

    /// One of the declared values; their order is the declaration's, so `<` means "declared earlier".
    record EnumerationType(List<EnumerationValue> values) implements FieldType {
        public EnumerationType {
            values = List.copyOf(values);
        }

        /// Position of the value in declaration order, or -1.
        public int position(String id) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).id().equals(id)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// A city, district, department … of one of the kinds; every kind where `kinds` is empty.
    record UnitType(Set<UnitKind> kinds) implements FieldType {
        public UnitType {
            kinds = Set.copyOf(kinds);
        }
    }

    /// A record of another register, kept as its `_id`.
    record ReferenceType(QualifiedId entity) implements FieldType {}

    /// Longitude and latitude in degrees.
    ///
    /// @param datum `CGCS2000` or `WGS84`; other datums are converted at the edge
    record PointType(String datum) implements FieldType {}

    /// Id of a commitment of the city's plan.
    record CommitmentType() implements FieldType {}

    /// One member of an enumeration.
    record EnumerationValue(String id, Text title) {}
}
