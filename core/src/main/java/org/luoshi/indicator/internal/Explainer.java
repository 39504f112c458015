package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation;
import org.luoshi.indicator.Explanation.SourceRow;
import org.luoshi.indicator.RowPlace;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.Timing;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Words;
import org.luoshi.register.Count;
import org.springframework.stereotype.Component;

/// Says what a figure is made of.
@Component
public class Explainer {

    private final FigureReader reader;
    private final SourceRows rows;
    private final Units units;

    public Explainer(FigureReader reader, SourceRows rows, Units units) {
        this.reader = reader;
        this.rows = rows;
        this.units = units;
    }

    public Explanation explain(ExplainRequest request, Viewer viewer) {
        Model model = reader.model(request.asOf());
        Indicator indicator = model.indicator(request.indicator())
                .orElseThrow(() -> new IllegalArgumentException("no indicator `%s`".formatted(request.indicator())));
        SeriesKey asked = key(request, request.indicator(), request.unit());
        Cell cell = cells(request, List.of(asked)).getFirst();
        Words words = words(model);
        return switch (indicator.formula()) {
            case Formula.OverFacts facts -> overFacts(request, viewer, indicator, facts, cell, words);
            case Formula.Derived derived ->
                new Explanation(
                        cell,
                        words.of(derived.expression()),
                        null,
                        null,
                        List.of(),
                        inputs(model, request, derived),
                        children(request, indicator),
                        List.of(),
                        List.of(),
                        Count.NONE,
                        Count.NONE,
                        null,
                        null);
        };
    }

    /// The same without end: what stands above the records once, then record after record.
    ///
    /// @param most records told at most
    /// @return whether all records were told
    public boolean derive(
            ExplainRequest request, int most, Viewer viewer, Consumer<Explanation> head, Consumer<SourceRow> each) {
        Explanation first = explain(request, viewer);
        head.accept(first);
        Model model = reader.model(request.asOf());
        Indicator indicator = model.indicator(request.indicator()).orElseThrow();
        List<Expr.Aggregate> aggregates = List.copyOf(model.uses(indicator.id()).keySet());
        List<SourceRow> page = first.rows();
        RowPlace next = first.next();
        int told = 0;
        while (true) {
            for (SourceRow row : page) {
                if (told++ == most) return false;
                each.accept(row);
            }
            if (next == null) return true;
            SourceRows.Page further = rows.page(model, indicator, aggregates, request.after(next), viewer);
            page = further.rows();
            next = further.next();
        }
    }

    /// The formula of an indicator of the model, in words.
    Text formula(Model model, Indicator indicator) {
        Words words = words(model);
        return switch (indicator.formula()) {
            case Formula.Derived derived -> words.of(derived.expression());
            case Formula.OverFacts facts -> {
                Expr below = facts.denominator();
                Text above = words.of(facts.numerator());
                yield below == null ? above : ratio(above, words.of(below));
            }
        };
    }

    /// The aggregates to which records contribute, in words.
    List<Text> measures(Model model, QualifiedId indicator) {
        Words words = words(model);
        return model.uses(indicator).keySet().stream().map(words::of).toList();
    }

    private Explanation overFacts(
            ExplainRequest request,
            Viewer viewer,
            Indicator indicator,
            Formula.OverFacts facts,
            Cell cell,
            Words words) {
        Model model = reader.model(request.asOf());
        List<Expr.Aggregate> aggregates = List.copyOf(model.uses(indicator.id()).keySet());
        SourceRows.Page page = rows.page(model, indicator, aggregates, request, viewer);
        Text numerator = words.of(facts.numerator());
        Expr below = facts.denominator();
        Text denominator = below == null ? null : words.of(below);
        return new Explanation(
                cell,
                denominator == null ? numerator : ratio(numerator, denominator),
                denominator == null ? null : numerator,
                denominator,
                timing(model, facts),
                List.of(),
                children(request, indicator),
                aggregates.stream().map(words::of).toList(),
                page.rows(),
                page.visible(),
                page.hidden(),
                page.next(),
                page.previous());
    }

    /// The cells that go into it, those of other periods and of the unit above among them.
    private List<Cell> inputs(Model model, ExplainRequest request, Formula.Derived derived) {
        UnitTree tree = tree(request);
        List<SeriesKey> keys = derived.expression().all()
                .flatMap(part -> switch (part) {
                    case Expr.IndicatorValue value -> Stream.of(key(request, value.indicator(), request.unit()));
                    case Expr.RelatedCells cells -> RelatedFigures.keys(cells, model, tree, request.unit(), request.period()).stream();
                    default -> Stream.<SeriesKey>empty();
                })
                .distinct()
                .toList();
        return cells(request, keys);
    }

    private static Text ratio(Text numerator, Text denominator) {
        return new Text(numerator.zh() + " ÷ " + denominator.zh(), numerator.en() + " ÷ " + denominator.en());
    }

    private List<Text> timing(Model model, Formula.OverFacts facts) {
        return facts.timing().entrySet().stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .map(entry -> timing(model.entity(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Text timing(Entity entity, Timing timing) {
        Text date = entity.require(timing.date()).title();
        String zh = entity.title().zh() + "：按“" + date.zh() + "”";
        String en = entity.title().en() + ": by “" + date.en() + "”, ";
        return switch (timing.accumulate()) {
            case WITHIN -> new Text(zh + "计入当期", en + "counted in the period");
            case TO_DATE -> new Text(zh + "累计到期末", en + "counted to the end of the period");
            case YEAR_TO_DATE -> new Text(zh + "当年累计到期末", en + "counted from January to the end of the period");
            case STANDING -> {
                Text until = entity.require(Objects.requireNonNull(timing.until())).title();
                yield new Text(
                        zh + "起算，到“" + until.zh() + "”为止，取期末存量",
                        en + "until “" + until.en() + "”, what stands at the end of the period");
            }
        };
    }

    private List<Cell> children(ExplainRequest request, Indicator indicator) {
        LocalDate end = request.period().end();
        LocalDate basis = request.basis();
        ComparableUnits comparable = basis == null ? null : units.on(basis, request.asOf());
        List<SeriesKey> keys = tree(request).children(request.unit(), indicator.basis(), end).stream()
                .filter(unit -> indicator.per().contains(unit.kind()))
                .filter(unit -> comparable == null || comparable.exists(unit.id()))
                .map(Unit::id)
                .map(unit -> key(request, request.indicator(), unit))
                .toList();
        return cells(request, keys);
    }

    private UnitTree tree(ExplainRequest request) {
        LocalDate basis = request.basis();
        return basis == null
                ? units.tree(request.asOf())
                : units.on(basis, request.asOf()).tree();
    }

    private static SeriesKey key(ExplainRequest request, QualifiedId indicator, String unit) {
        return new SeriesKey(indicator, unit, request.period(), request.period());
    }

    private List<Cell> cells(ExplainRequest request, List<SeriesKey> keys) {
        var found = reader.series(keys, request.view());
        List<Cell> cells = new ArrayList<>();
        keys.forEach(key -> cells.addAll(found.get(key)));
        return cells;
    }

    private static Words words(Model model) {
        return new Words(
                model::entity,
                id -> model.indicator(id).map(Indicator::title).orElseGet(() -> Text.same(id.toString())));
    }
}
