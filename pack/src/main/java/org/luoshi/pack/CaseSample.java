package org.luoshi.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.Sample.Span;

/// Declaration of synthetic cases of one process: a seed and what may happen on the way, so that the same year comes
/// out each time.
///
/// @param from earliest day of an application
/// @param to no application is made after it
/// @param cases how many
/// @param fields what is filled in wherever a form asks for the field
/// @param kinds sets of values that belong together, of which each case gets one; may be empty
/// @param steps what people do at a step; steps that are not named are done within a few days, by their first action
///     mostly
public record CaseSample(
        QualifiedId id,
        Text title,
        QualifiedId process,
        long seed,
        LocalDate from,
        LocalDate to,
        int cases,
        Map<String, SampleValue> fields,
        List<Kind> kinds,
        Map<String, Step> steps,
        Troubles troubles) {

    public CaseSample {
        fields = Map.copyOf(fields);
        kinds = List.copyOf(kinds);
        steps = Map.copyOf(steps);
    }

    public Optional<Step> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /// @param weight how often, against the other kinds
    public record Kind(int weight, Map<String, SampleValue> fields) {
        public Kind {
            fields = Map.copyOf(fields);
        }
    }

    /// @param after working days until it is done
    /// @param choose weights of its actions; empty for the first one mostly
    public record Step(Span after, Map<String, Integer> choose, Map<String, SampleValue> set) {
        public Step {
            choose = Map.copyOf(choose);
            set = Map.copyOf(set);
        }
    }

    /// What goes otherwise than it should, each in a share of the cases.
    ///
    /// @param late every step of an authority comes so many working days later
    /// @param suspended the first step that can be suspended is, for so many working days
    /// @param returned share of cases sent back to an earlier step once
    /// @param withdrawn share of cases that the applicant takes back after a while
    public record Troubles(
            Sample.@Nullable Late late, Sample.@Nullable Late suspended, double returned, double withdrawn) {}
}
