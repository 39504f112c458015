package org.luoshi.pack.expression;

import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.QualifiedId;

/// Type of an expression. Every type includes "unknown" (null).
public sealed interface Type {

    record BooleanType() implements Type {}

    /// A number of `unit`; integers are numbers without decimals.
    record NumberType(UnitOfMeasure unit, boolean integer) implements Type {}

    record TextType() implements Type {}

    record DateType() implements Type {}

    record MomentType() implements Type {}

    /// A value of a declared enumeration; its literals are texts in expressions.
    record EnumType(EnumerationType enumeration) implements Type {}

    /// A city, district, department … by its id.
    record UnitRefType() implements Type {}

    /// A row of a register.
    record RowType(QualifiedId entity) implements Type {}

    /// The literal `null`.
    record NullType() implements Type {}

    /// What a broken part has, so that later checks stay quiet about it.
    record UnknownType() implements Type {}
}
