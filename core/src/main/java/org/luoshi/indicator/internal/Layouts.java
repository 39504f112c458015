package org.luoshi.indicator.internal;

import java.time.ZoneId;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.expression.Sql;

/// Names what stored sums and cells were made by, so that other formulas are noticed.
final class Layouts {

    private Layouts() {}

    /// How a source is summed up.
    static String digest(Model model, SourceLayout layout, ZoneId zone) {
        Sql partials = new FactSql(model, layout, zone, null).partials(null);
        return Sha256.hex(partials.toString());
    }

    /// How an indicator is computed from sums, or from other indicators.
    static String digest(Indicator indicator) {
        return Sha256.hex(describe(indicator));
    }

    /// Sets and maps in sorted order: their own order differs from run to run.
    private static String describe(Indicator indicator) {
        String per = indicator.per().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        String formula = switch (indicator.formula()) {
            case Formula.OverFacts facts ->
                facts.numerator() + "|" + facts.denominator() + "|" + facts.factor() + "|"
                        + new TreeMap<>(facts.timing()) + "|" + new TreeMap<>(facts.unitField());
            case Formula.Derived derived -> derived.toString();
        };
        return String.join(
                "|",
                indicator.id().toString(),
                per,
                indicator.period().id(),
                indicator.basis().id(),
                indicator.missing().name(),
                formula);
    }
}
