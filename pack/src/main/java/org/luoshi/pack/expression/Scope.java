package org.luoshi.pack.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.Entity;

/// What an expression may name, and what it must give.
///
/// @param row the entity whose record is at hand, named by its id; null where there is none
/// @param aggregates whether `count`, `sum` … over registers are allowed
/// @param indicators whether other indicators may be named
/// @param today whether `today()` is allowed
/// @param workdays whether working days may be counted: their answer changes with the next notice
/// @param variables named values of the surroundings
/// @param functions functions of the surroundings, beside the language's own
public record Scope(
        Names names,
        @Nullable Entity row,
        boolean aggregates,
        boolean indicators,
        boolean today,
        boolean workdays,
        Map<String, Type> variables,
        Map<String, HostFunction> functions,
        Expected expected) {

    public Scope {
        variables = Map.copyOf(variables);
        functions = Map.copyOf(functions);
    }

    /// A function of the surroundings; its arguments are literal texts.
    public record HostFunction(List<HostArgument> arguments, Type type) {
        public HostFunction {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param name what the argument is, for diagnostics
    /// @param allowed its possible values; empty for any text
    public record HostArgument(String name, Set<String> allowed) {
        public HostArgument {
            allowed = Set.copyOf(allowed);
        }
    }

    /// What the whole expression must be.
    public sealed interface Expected {
        record Anything() implements Expected {}

        record Condition() implements Expected {}

        record Number() implements Expected {}

        /// A number that can be told in `unit`; the checked tree is converted to it.
        record NumberIn(UnitOfMeasure unit) implements Expected {}
    }

    /// A rule over one record: a constraint.
    public static Scope record(Names names, Entity row) {
        return new Scope(names, row, false, false, false, false, Map.of(), Map.of(), new Expected.Condition());
    }

    /// Over one record and those it refers to: what makes it worth looking into.
    public static Scope doubt(Names names, Entity row) {
        return new Scope(names, row, false, false, false, true, Map.of(), Map.of(), new Expected.Condition());
    }

    /// A figure over registers, told in `unit`.
    public static Scope facts(Names names, UnitOfMeasure unit) {
        return new Scope(names, null, true, false, false, true, Map.of(), Map.of(), new Expected.NumberIn(unit));
    }

    /// Numerator or denominator: a figure over registers in whatever unit it comes.
    public static Scope part(Names names) {
        return new Scope(names, null, true, false, false, true, Map.of(), Map.of(), new Expected.Number());
    }

    /// A figure over other indicators, told in `unit`.
    public static Scope derived(Names names, UnitOfMeasure unit) {
        return new Scope(names, null, false, true, false, true, Map.of(), Map.of(), new Expected.NumberIn(unit));
    }

    /// A condition over named values: a level of a status rule.
    public static Scope condition(Names names, Map<String, Type> variables) {
        return new Scope(names, null, false, false, false, true, variables, Map.of(), new Expected.Condition());
    }

    /// The condition of a flow in a process: over the record a case is about, and named values.
    public static Scope flow(Names names, Entity row, Map<String, Type> variables) {
        return new Scope(names, row, false, false, false, true, variables, Map.of(), new Expected.Condition());
    }

    /// What a decision table looks at: anything computed from one record.
    public static Scope input(Names names, Entity row) {
        return new Scope(names, row, false, false, false, true, Map.of(), Map.of(), new Expected.Anything());
    }

    /// A slot in a text, filled by functions of the surroundings.
    public static Scope slot(Names names, Map<String, HostFunction> functions) {
        return new Scope(names, null, false, false, false, false, Map.of(), functions, new Expected.Anything());
    }

    Scope withRow(Entity entity) {
        return new Scope(names, entity, false, false, today, workdays, variables, functions, new Expected.Anything());
    }
}
