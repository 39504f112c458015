package org.luoshi.kernel.measure;

import java.math.BigDecimal;
import java.util.List;
import org.luoshi.kernel.text.Text;

/// A unit that quantities are counted in. Two units are equal when their symbols are.
///
/// @param symbol as packs write it and tables show it
/// @param label its name; composed from the parts' names in a composite
/// @param dimension what it measures
/// @param factor how many base units one of it is, exactly
/// @param terms the atomic units it is made of; empty for the pure number `1`
public record UnitOfMeasure(String symbol, Text label, Dimension dimension, Fraction factor, List<Term> terms) {

    /// An atomic unit and its power.
    ///
    /// @param symbol of a unit that is not itself a composite
    /// @param exponent never 0
    public record Term(String symbol, int exponent) {
        public Term {
            if (exponent == 0) throw new IllegalArgumentException("`%s` to the power 0".formatted(symbol));
        }
    }

    public UnitOfMeasure {
        if (symbol.isBlank()) throw new IllegalArgumentException("a unit of measure needs a symbol");
        if (factor.numerator().signum() <= 0)
            throw new IllegalArgumentException("`%s`: need a factor above 0, got %s".formatted(symbol, factor));
        terms = List.copyOf(terms);
    }

    /// A unit that is not made of others.
    public static UnitOfMeasure atom(String symbol, Text label, Dimension dimension, Fraction factor) {
        return new UnitOfMeasure(symbol, label, dimension, factor, List.of(new Term(symbol, 1)));
    }

    /// A thing counted one by one; things of two kinds are never added up.
    public static UnitOfMeasure count(String symbol, Text label) {
        return atom(symbol, label, Dimension.base(symbol), Fraction.ONE);
    }

    /// Its name as it stands after a number or over a column of them; Chinese has one form for all.
    public Text plural() {
        return new Text(label.zh(), EnglishPlural.of(label.en()));
    }

    /// Its name as it stands after this number: one bed, two beds.
    public Text after(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0 ? label : plural();
    }

    public boolean isPureNumber() {
        return dimension.isNone();
    }

    /// Whether figures in one can be told in the other.
    public boolean isCompatibleWith(UnitOfMeasure other) {
        return dimension.equals(other.dimension);
    }

    /// Whether figures in one are figures in the other as they stand: 元 and CNY.
    public boolean isInterchangeableWith(UnitOfMeasure other) {
        return isCompatibleWith(other) && factor.equals(other.factor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitOfMeasure that && symbol.equals(that.symbol);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
