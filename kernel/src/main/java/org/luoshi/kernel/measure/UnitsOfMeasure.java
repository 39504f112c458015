package org.luoshi.kernel.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.luoshi.kernel.measure.UnitOfMeasure.Term;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;

/// The units of measure a pack may use, and their arithmetic.
///
/// Beside the units declared here, `万` and `亿` before any of them make a ten-thousandfold and a hundred-millionfold
/// one, and units combine by `·` and `/`: `元/亩`, `kgCO2e/t`, `m3/s`. Every `/` divides by the one unit after it.
public final class UnitsOfMeasure {

    private static final UnitsOfMeasure STANDARD = StandardUnits.create();
    private static final int SUGGESTIONS = 4;

    private final Map<String, UnitOfMeasure> units = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final Map<String, String> aliases;

    /// @param declared in the order in which composites name them
    /// @param aliases other spelling to symbol
    UnitsOfMeasure(Collection<UnitOfMeasure> declared, Map<String, String> aliases) {
        for (UnitOfMeasure unit : declared) {
            if (units.putIfAbsent(unit.symbol(), unit) != null)
                throw new IllegalArgumentException("unit `%s` is declared twice".formatted(unit));
            ranks.put(unit.symbol(), ranks.size());
        }
        aliases.forEach((alias, symbol) -> {
            if (units.containsKey(alias) || !units.containsKey(symbol))
                throw new IllegalArgumentException(
                        "alias `%s` of `%s` is taken or points nowhere".formatted(alias, symbol));
        });
        this.aliases = new LinkedHashMap<>(aliases);
    }

    public static UnitsOfMeasure standard() {
        return STANDARD;
    }

    /// These and more, for example what a pack counts.
    public UnitsOfMeasure with(Collection<UnitOfMeasure> more) {
        List<UnitOfMeasure> declared = new ArrayList<>(units.values());
        declared.addAll(more);
        return new UnitsOfMeasure(declared, aliases);
    }

    /// The declared units, without composites.
    public List<UnitOfMeasure> all() {
        return List.copyOf(units.values());
    }

    /// Other spellings and the symbols they stand for.
    public Map<String, String> aliases() {
        return Map.copyOf(aliases);
    }

    /// By symbol, alias or composite. Full-width and compatibility forms (`㎡`, `％`, `m²`) are read as plain ones.
    public Optional<UnitOfMeasure> find(String symbol) {
        return read(symbol) instanceof UnitReading.Read(var unit) ? Optional.of(unit) : Optional.empty();
    }

    /// Like [#find], but says which part is unknown or where it goes wrong.
    public UnitReading read(String symbol) {
        return new UnitExpression(this, symbol).read();
    }

    /// Symbols that may have been meant, best first, at most four.
    public List<String> nearest(String symbol) {
        List<String> known = new ArrayList<>(units.keySet());
        known.addAll(aliases.keySet());
        return EditDistance.nearest(symbol, known, known.size()).stream()
                .map(near -> aliases.getOrDefault(near, near))
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
    }

    public UnitOfMeasure product(UnitOfMeasure a, UnitOfMeasure b) {
        return compose(a.terms(), b.terms(), 1);
    }

    public UnitOfMeasure quotient(UnitOfMeasure a, UnitOfMeasure b) {
        return compose(a.terms(), b.terms(), -1);
    }

    public UnitOfMeasure power(UnitOfMeasure unit, int exponent) {
        return exponent == 0 ? compose(List.of(), List.of(), 1) : compose(List.of(), unit.terms(), exponent);
    }

    public boolean compatible(UnitOfMeasure from, UnitOfMeasure to) {
        return from.isCompatibleWith(to);
    }

    /// What to multiply a figure in `from` by to have it in `to`.
    ///
    /// @throws IncompatibleUnitsException when they measure different things
    public Fraction factor(UnitOfMeasure from, UnitOfMeasure to) {
        if (!from.isCompatibleWith(to)) throw new IncompatibleUnitsException(from, to);
        return from.factor().over(to.factor());
    }

    /// The figure in `to`, exactly: the caller rounds, where and as it must.
    ///
    /// @throws IncompatibleUnitsException when they measure different things
    public Fraction convert(BigDecimal value, UnitOfMeasure from, UnitOfMeasure to) {
        return Fraction.of(value).times(factor(from, to));
    }

    /// The figure in `to`, rounded.
    ///
    /// @throws IncompatibleUnitsException when they measure different things
    public BigDecimal convert(BigDecimal value, UnitOfMeasure from, UnitOfMeasure to, MathContext precision) {
        return convert(value, from, to).rounded(precision);
    }

    /// A unit by exact symbol or alias, or a declared one times 万 or 亿.
    Optional<UnitOfMeasure> declared(String word) {
        String symbol = aliases.getOrDefault(word, word);
        UnitOfMeasure unit = units.get(symbol);
        return unit != null ? Optional.of(unit) : Multiple.of(word).flatMap(multiple -> multiple.resolve(this));
    }

    private UnitOfMeasure compose(List<Term> terms, List<Term> more, int power) {
        Map<String, Integer> exponents = new TreeMap<>(this::compareRank);
        terms.forEach(term -> exponents.merge(term.symbol(), term.exponent(), Integer::sum));
        more.forEach(term -> exponents.merge(term.symbol(), power * term.exponent(), Integer::sum));
        exponents.values().removeIf(exponent -> exponent == 0);
        List<Term> sorted = exponents.entrySet().stream()
                .map(entry -> new Term(entry.getKey(), entry.getValue()))
                .toList();
        String symbol = CompositeName.symbol(sorted);
        return declared(symbol).orElseGet(() -> composite(symbol, sorted));
    }

    private UnitOfMeasure composite(String symbol, List<Term> terms) {
        Dimension dimension = Dimension.NONE;
        Fraction factor = Fraction.ONE;
        for (Term term : terms) {
            UnitOfMeasure atom = atom(term.symbol());
            dimension = dimension.times(atom.dimension().power(term.exponent()));
            factor = factor.times(atom.factor().power(term.exponent()));
        }
        Text label = CompositeName.label(terms, part -> atom(part).label());
        return new UnitOfMeasure(symbol, label, dimension, factor, terms);
    }

    private UnitOfMeasure atom(String symbol) {
        return declared(symbol)
                .orElseThrow(() -> new IllegalArgumentException("unit `%s` is not declared here".formatted(symbol)));
    }

    private int compareRank(String a, String b) {
        int byRank = Integer.compare(rank(a), rank(b));
        return byRank != 0 ? byRank : a.compareTo(b);
    }

    private int rank(String symbol) {
        return ranks.getOrDefault(
                Multiple.of(symbol).filter(unused -> !ranks.containsKey(symbol)).map(Multiple::unit).orElse(symbol),
                ranks.size());
    }
}
