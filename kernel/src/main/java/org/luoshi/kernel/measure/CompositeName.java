package org.luoshi.kernel.measure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.kernel.measure.UnitOfMeasure.Term;
import org.luoshi.kernel.text.Text;

/// Symbol and label of a unit made of others.
final class CompositeName {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private CompositeName() {}

    static String symbol(List<Term> terms) {
        return joined(terms, "/", term -> term.symbol() + (size(term) == 1 ? "" : size(term)));
    }

    /// 元每亩, yuan per mu.
    static Text label(List<Term> terms, Function<String, Text> labels) {
        return new Text(
                joined(terms, "每", term -> labels.apply(term.symbol()).zh() + superscript(size(term))),
                joined(terms, " per ", term -> labels.apply(term.symbol()).en() + superscript(size(term))));
    }

    private static String joined(List<Term> terms, String per, Function<Term, String> name) {
        String above = terms.stream()
                .filter(term -> term.exponent() > 0)
                .map(name)
                .collect(Collectors.joining("·"));
        String below = terms.stream()
                .filter(term -> term.exponent() < 0)
                .map(term -> per + name.apply(term))
                .collect(Collectors.joining());
        return (above.isEmpty() ? "1" : above) + below;
    }

    private static int size(Term term) {
        return Math.abs(term.exponent());
    }

    private static String superscript(int exponent) {
        if (exponent == 1) return "";
        return Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> String.valueOf(SUPERSCRIPTS.charAt(digit - '0')))
                .collect(Collectors.joining());
    }
}
