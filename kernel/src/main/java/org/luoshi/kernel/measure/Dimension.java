package org.luoshi.kernel.measure;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.luoshi.kernel.text.Text;

/// What kind of quantity a unit measures, as powers of base dimensions: a speed is `length` 1, `time` -1.
///
/// @param exponents base dimension to its power, never 0; empty for a pure number
public record Dimension(SortedMap<String, Integer> exponents) {

    /// A pure number.
    public static final Dimension NONE = new Dimension(Map.of());

    public Dimension {
        SortedMap<String, Integer> nonZero = new TreeMap<>(exponents);
        nonZero.values().removeIf(exponent -> exponent == 0);
        exponents = Collections.unmodifiableSortedMap(nonZero);
    }

    public Dimension(Map<String, Integer> exponents) {
        this(new TreeMap<>(exponents));
    }

    public static Dimension base(String name) {
        return new Dimension(Map.of(name, 1));
    }

    public boolean isNone() {
        return exponents.isEmpty();
    }

    public Dimension times(Dimension other) {
        SortedMap<String, Integer> sum = new TreeMap<>(exponents);
        other.exponents.forEach((base, exponent) -> sum.merge(base, exponent, Integer::sum));
        return new Dimension(sum);
    }

    public Dimension over(Dimension other) {
        return times(other.power(-1));
    }

    public Dimension power(int power) {
        SortedMap<String, Integer> product = new TreeMap<>();
        exponents.forEach((base, exponent) -> product.put(base, exponent * power));
        return new Dimension(product);
    }

    /// What it is called, with an English article: 质量, a mass.
    public Text label() {
        return DimensionName.of(this);
    }

    @Override
    public String toString() {
        return exponents.toString();
    }
}
