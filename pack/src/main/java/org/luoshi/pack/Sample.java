package org.luoshi.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;

/// Declaration of synthetic records: a seed and the life of a typical record, so that the same history
/// comes out each time.
///
/// @param from earliest day of a record's first step
/// @param to no step happens after it
/// @param pace bounds of a unit's own factor on all waiting times; below 1 is brisk
/// @param drift bounds of a unit's own shift of all first steps, in days
/// @param fields what a record has from its first step on, by field id
/// @param steps the life of a record, in order; the first creates it
public record Sample(
        QualifiedId id,
        Text title,
        QualifiedId entity,
        long seed,
        LocalDate from,
        LocalDate to,
        Rows rows,
        Span pace,
        Span drift,
        Map<String, SampleValue> fields,
        List<Step> steps,
        Imperfections imperfections) {

    public Sample {
        fields = Map.copyOf(fields);
        steps = List.copyOf(steps);
    }

    /// An inclusive interval.
    public record Span(double least, double most) {}

    /// How many records: `least` to `most` for each unit of the kinds, or exactly as many as a unit is named with.
    ///
    /// @param eachMilestone instead, one for each milestone of the plan, of the unit that leads its
    ///     commitment; the first step's days then count from the milestone's due date and may be negative
    public record Rows(
            Set<UnitKind> per, int least, int most, Map<String, Integer> countOf, boolean eachMilestone) {
        public Rows {
            per = Set.copyOf(per);
            countOf = Map.copyOf(countOf);
        }
    }

    /// @param after days since the step before, or since `from` for the first
    /// @param chance that the step happens at all, given the one before; 0 to 1
    public record Step(Span after, double chance, Map<String, SampleValue> set) {
        public Step {
            set = Map.copyOf(set);
        }
    }

    /// What goes wrong with reports, each a share of records from 0 to 1.
    ///
    /// @param missing the record's later steps are never reported
    /// @param variants steps that happen otherwise than declared, e.g. a ceremony without a permit
    public record Imperfections(
            @Nullable Late late, double missing, @Nullable Corrected corrected, List<Variant> variants) {

        public static final Imperfections NONE = new Imperfections(null, 0, null, List.of());

        public Imperfections {
            variants = List.copyOf(variants);
        }
    }

    /// A step becomes known some days after it happened.
    public record Late(double share, Span days) {}

    /// A date was first reported wrongly by `days` and put right `after` days later.
    public record Corrected(double share, String field, Span days, Span after) {}

    /// @param step 1-based position in `steps`
    public record Variant(double share, int step, Map<String, SampleValue> set) {
        public Variant {
            set = Map.copyOf(set);
        }
    }

    public enum MilestonePart {
        COMMITMENT,
        MILESTONE,
        TITLE
    }

    public sealed interface SampleValue {

        record Constant(String value) implements SampleValue {}

        /// The step's day plus `offset` days.
        record Day(int offset) implements SampleValue {}

        /// Template with `{unit}`, `{n}` (the record's number within its unit) and `{random:14}` (so many characters).
        record Sequence(String template) implements SampleValue {}

        /// One word of each list, joined.
        record Words(List<List<String>> lists) implements SampleValue {
            public Words {
                lists = lists.stream().map(List::copyOf).toList();
            }
        }

        /// One of the values, by weight.
        record Choose(Map<String, Integer> weights) implements SampleValue {
            public Choose {
                weights = Map.copyOf(weights);
            }
        }

        record Range(BigDecimal least, BigDecimal most, int decimals) implements SampleValue {}

        /// A unit of the kind that lies under the record's unit; none where there is none.
        record UnitBelow(UnitKind kind) implements SampleValue {}

        /// What the record's milestone says, where there is one record a milestone.
        record OfMilestone(MilestonePart part) implements SampleValue {}

        /// A point within the cell of the record's unit on the city's schematic map: a made-up place, as no outline of the
        /// unit is known. None where the map has no such cell.
        ///
        /// @param west longitude and
        /// @param north latitude of the outer corner of the map's first cell, in degrees
        /// @param side of a cell in degrees
        record InCell(BigDecimal west, BigDecimal north, BigDecimal side) implements SampleValue {}

        /// A record of the entity that belongs to the same unit; none where there is none.
        record RecordOf(QualifiedId entity) implements SampleValue {}
    }
}
