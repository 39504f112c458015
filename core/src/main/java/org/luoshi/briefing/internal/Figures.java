package org.luoshi.briefing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.briefing.Binding;
import org.luoshi.briefing.CommitmentLine;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Figure.Standing;
import org.luoshi.briefing.PackEdition;
import org.luoshi.briefing.Reading;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Source.Aspect;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;

/// Reads sources and binds what they give.
final class Figures {

    private final Scope scope;

    Figures(Scope scope) {
        this.scope = scope;
    }

    /// @param why what is wrong; shown in the draft in place of the figure
    Figure unbound(String expression, Text why) {
        return new Figure(
                new Binding(expression, new Source.Unbound(), scope.moment(), null),
                null,
                new Text("【未绑定：" + why.zh() + "】", "[unbound: " + why.en() + "]"),
                Standing.MISSING);
    }

    Figure count(String expression, Source source, int count) {
        Binding binding = new Binding(expression, source, scope.moment(), city());
        if (!scope.planned()) {
            return missing(binding, new Text("该时点还没有方案", "there was no plan at that moment"));
        }
        if (source.equals(new Source.Count("changed")) && !scope.plannedBefore()) {
            return new Figure(binding, null, Wording.UNKNOWN, Standing.UNKNOWN);
        }
        return new Figure(binding, BigDecimal.valueOf(count), Text.same(Integer.toString(count)), Standing.KNOWN);
    }

    Figure words(String expression, Source source, Text shown) {
        return new Figure(new Binding(expression, source, scope.moment(), city()), null, shown, Standing.KNOWN);
    }

    Figure date(String expression, Source source, @Nullable LocalDate day) {
        return day == null
                ? new Figure(
                        new Binding(expression, source, scope.moment(), city()), null, Wording.DASH, Standing.UNKNOWN)
                : words(expression, source, Text.same(day.toString()));
    }

    Figure cell(String expression, QualifiedId id, String unit, Text unknown) {
        Indicator indicator = scope.packs().indicator(id).orElse(null);
        if (indicator == null) return unbound(expression, noIndicator(id));
        return cell(expression, indicator, unit, scope.latest(indicator), unknown);
    }

    Figure cell(String expression, Indicator indicator, String unit, Period period, Text unknown) {
        Source source = new Source.Cell(indicator.id(), unit, period);
        Binding binding = new Binding(expression, source, scope.moment(), rules(indicator));
        return switch (scope.facts().cell(indicator.id(), unit, period, scope.moment())) {
            case Reading.Known(var value) ->
                new Figure(binding, value, Wording.amount(value, indicator), Standing.KNOWN);
            case Reading.Unknown() -> new Figure(binding, null, unknown, Standing.UNKNOWN);
            case Reading.Missing(Text why) -> missing(binding, why);
        };
    }

    Figure difference(String expression, QualifiedId id, String unit) {
        Indicator indicator = scope.packs().indicator(id).orElse(null);
        if (indicator == null) return unbound(expression, noIndicator(id));
        Period period = scope.latest(indicator);
        Binding binding =
                new Binding(expression, new Source.Difference(id, unit, period), scope.moment(), rules(indicator));
        Reading now = scope.facts().cell(id, unit, period, scope.moment());
        Reading before = scope.facts().cell(id, unit, period.previous(), scope.moment());
        if (now instanceof Reading.Missing(Text why)) return missing(binding, why);
        if (before instanceof Reading.Missing(Text why)) return missing(binding, why);
        if (now instanceof Reading.Known(var here) && before instanceof Reading.Known(var there)) {
            BigDecimal by = here.subtract(there);
            return new Figure(binding, by, Wording.difference(by, indicator), Standing.KNOWN);
        }
        return new Figure(binding, null, Wording.UNKNOWN, Standing.UNKNOWN);
    }

    /// A promised, expected or reached number of a commitment.
    Figure promised(String expression, CommitmentLine line, Aspect aspect, Text unknown) {
        CommitmentLine.Promise promise = line.promise();
        if (promise == null) {
            return unbound(
                    expression,
                    new Text("任务“" + line.title().zh() + "”没有承诺数字", "no figure was promised for “" + line.title().en() + "”"));
        }
        Indicator indicator = scope.packs().indicator(promise.indicator()).orElse(null);
        if (indicator == null) return unbound(expression, noIndicator(promise.indicator()));
        BigDecimal value = switch (aspect) {
            case ACTUAL -> promise.actual();
            case EXPECTED -> promise.expected();
            case TARGET -> promise.target();
            default -> throw new IllegalArgumentException("no number: " + aspect);
        };
        Binding binding = new Binding(
                expression, new Source.OfCommitment(line.id(), aspect), scope.moment(), rules(indicator));
        return value == null
                ? new Figure(binding, null, unknown, Standing.UNKNOWN)
                : new Figure(binding, value, Wording.amount(value, indicator), Standing.KNOWN);
    }

    Figure chance(String expression, CommitmentLine line) {
        Binding binding =
                new Binding(expression, new Source.OfCommitment(line.id(), Aspect.CHANCE), scope.moment(), city());
        BigDecimal chance = line.chance();
        return chance == null
                ? new Figure(binding, null, Wording.DASH, Standing.UNKNOWN)
                : new Figure(binding, chance, Wording.chance(chance), Standing.KNOWN);
    }

    private static Figure missing(Binding binding, Text why) {
        return new Figure(
                binding,
                null,
                new Text("【缺：" + why.zh() + "】", "[missing: " + why.en() + "]"),
                Standing.MISSING);
    }

    private static Text noIndicator(QualifiedId id) {
        return new Text("没有指标 " + id, "there is no indicator " + id);
    }

    private @Nullable PackEdition rules(Indicator indicator) {
        return scope.edition(indicator.id()).orElse(null);
    }

    private @Nullable PackEdition city() {
        return scope.cityPack().orElse(null);
    }
}
