package org.luoshi.pack.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;

/// A decision table 判定表 over the records of one register.
///
/// @param about what it decides and by which rule of law or office
/// @param content the register whose record is judged
/// @param aggregator only for tables that collect; null for all answers as they are
/// @param otherwise output → answer where no rule hits; null where then there is none
public record DecisionTable(
        QualifiedId id,
        Text title,
        Text about,
        QualifiedId content,
        HitPolicy hit,
        @Nullable Aggregator aggregator,
        List<Input> inputs,
        List<Output> outputs,
        List<Rule> rules,
        @Nullable Map<String, Object> otherwise) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
        otherwise = otherwise == null ? null : Map.copyOf(otherwise);
    }

    /// Something that rules look at.
    ///
    /// @param value computed from the record
    /// @param type of the value, for pages and for what it can be
    /// @param field of the record that it is; null where it is computed of several things
    /// @param optional whether it may be empty; a case that lacks any other is not decided
    /// @param shown whether pages may show it: no personal data
    public record Input(
            String id, Text title, Expr value, FieldType type, @Nullable String field, boolean optional, boolean shown) {}

    /// Something that rules answer.
    ///
    /// @param shape its id, title and type
    /// @param into field of the record that the answer is written to; null where it is only kept with the case
    public record Output(Field shape, @Nullable String into) {
        public String id() {
            return shape.id();
        }
    }

    /// One row.
    ///
    /// @param number from 1
    /// @param when input → condition over it alone; an input that is absent may be anything
    /// @param then output → answer
    /// @param because why, in words; null where the pack does not say
    public record Rule(int number, Map<String, Expr> when, Map<String, Object> then, @Nullable Text because) {
        public Rule {
            when = Map.copyOf(when);
            then = Map.copyOf(then);
        }
    }

    /// Whether the table gives one answer, which can be written to a field.
    public boolean single() {
        return hit.answersOnce() || aggregator != null;
    }

    public Optional<Input> input(String input) {
        return inputs.stream().filter(i -> i.id().equals(input)).findFirst();
    }

    public Optional<Output> output(String output) {
        return outputs.stream().filter(o -> o.id().equals(output)).findFirst();
    }

    /// @param number from 1
    public Optional<Rule> rule(int number) {
        return rules.stream().filter(r -> r.number() == number).findFirst();
    }
}
