package org.luoshi.pack.expression;

import java.math.BigDecimal;
import org.luoshi.kernel.measure.Fraction;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.pack.expression.Type.NumberType;

/// Small changes to checked operands: the unit they are told in, the type of a literal.
final class Operands {

    private Operands() {}

    /// @param left and right in one unit
    record Pair(Expr left, Expr right) {}

    static Expr retyped(Expr literal, Type type) {
        return literal instanceof Expr.Literal l ? new Expr.Literal(l.value(), type, l.at()) : literal;
    }

    static boolean isNull(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() == null;
    }

    /// Zero is zero in every unit.
    static boolean isZero(Expr expr) {
        return expr instanceof Expr.Literal(BigDecimal value, NumberType(var unit, var integer), var at)
                && value.signum() == 0
                && unit.symbol().equals("1");
    }

    /// Both in one unit of a common dimension: the left one's, unless only the right one's is exact.
    static Pair aligned(Expr left, Expr right) {
        UnitOfMeasure from = unit(right);
        UnitOfMeasure to = unit(left);
        if (isZero(left)) return new Pair(retyped(left, right.type()), right);
        if (isZero(right)) return new Pair(left, retyped(right, left.type()));
        Fraction factor = UnitsOfMeasure.standard().factor(from, to);
        if (factor.exact().isEmpty() && Fraction.ONE.over(factor).exact().isPresent())
            return new Pair(in(left, from), right);
        return new Pair(left, in(right, to));
    }

    static Expr in(Expr number, UnitOfMeasure unit) {
        NumberType type = (NumberType) number.type();
        if (type.unit().equals(unit)) return number;
        Fraction factor = UnitsOfMeasure.standard().factor(type.unit(), unit);
        boolean whole = type.integer() && factor.denominator().compareTo(BigDecimal.ONE) == 0;
        NumberType converted = new NumberType(unit, whole);
        if (factor.equals(Fraction.ONE)) return relabelled(number, converted);
        if (number instanceof Expr.Literal literal && literal.value() instanceof BigDecimal value)
            return new Expr.Literal(Numbers.convert(value, factor), converted, literal.at());
        return new Expr.Convert(number, factor, converted, number.at());
    }

    private static Expr relabelled(Expr number, NumberType type) {
        return number instanceof Expr.Literal
                ? retyped(number, type)
                : new Expr.Convert(number, Fraction.ONE, type, number.at());
    }

    static UnitOfMeasure unit(Expr number) {
        return ((NumberType) number.type()).unit();
    }

    static boolean compatible(Expr left, Expr right) {
        return unit(left).isCompatibleWith(unit(right)) || isZero(left) || isZero(right);
    }

    /// Of two results of which one is taken: a number is whole only if both are.
    static Type common(Type a, Type b) {
        if (a instanceof NumberType first && b instanceof NumberType second)
            return new NumberType(first.unit(), first.integer() && second.integer());
        return a instanceof Type.NullType ? b : a;
    }
}
