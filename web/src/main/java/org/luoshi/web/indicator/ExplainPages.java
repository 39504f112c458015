package org.luoshi.web.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.RowPlace;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.part.Pager;
import org.luoshi.web.quality.QualityNotes;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// From a figure to its formula, its parts and its rows.
@Controller
class ExplainPages {

    private static final int NEIGHBOURS = 6;

    private final IndicatorDesk desk;
    private final BasisNotes bases;
    private final QualityNotes doubts;
    private final Pages pages;

    ExplainPages(IndicatorDesk desk, BasisNotes bases, QualityNotes doubts, Pages pages) {
        this.desk = desk;
        this.bases = bases;
        this.doubts = doubts;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/explain/{id}/{unit}/{period}")
    View explain(
            @PathVariable String id, @PathVariable String unit, @PathVariable String period, Shell shell, Viewer viewer) {
        Indicator indicator = desk.open(id, shell);
        Period asked = desk.figure(indicator, unit, period, shell);
        ChosenBasis basis = bases.chosen(shell);
        Explanation found = desk.indicators().explain(request(indicator, unit, asked, basis, shell), viewer);
        Pack pack = desk.pack(indicator, shell);
        return pages.show("indicator/explain", new ExplainView(
                id,
                indicator.title(),
                desk.unit(unit, shell),
                asked,
                IndicatorDesk.tile(indicator, found.cell(), shell),
                words(found),
                steps(found, shell),
                parts(found, basis, shell),
                found.measures(),
                found.rows().stream().map(row -> row(row, shell)).toList(),
                found.rowCount(),
                found.hiddenRows(),
                found.previous() == null ? null : shell.address().with("before", found.previous()),
                found.next() == null ? null : shell.address().with("after", found.next()),
                shell.say(pack.title()) + " " + pack.version(),
                pack.digest(),
                indicator.source(),
                indicator.note(),
                found.cell().knownAt(),
                neighbours(indicator, unit, asked, basis, shell),
                basis.on("/indicators/" + id + "?unit=" + unit),
                DerivationFiles.ENDINGS.stream()
                        .map(ending -> new IndicatorView.File(
                                ending.toUpperCase(Locale.ROOT),
                                DerivationFiles.path(shell.address().path(), ending, basis)))
                        .toList(),
                changes(indicator, unit, asked, basis, shell, viewer),
                bases.note(indicator, basis, shell),
                doubts.of(indicator, unit, shell)));
    }

    /// What changed since a chosen moment. Two moments are compared by the units of each, so not on a chosen basis.
    private ExplainView.@Nullable Changes changes(
            Indicator indicator, String unit, Period asked, ChosenBasis basis, Shell shell, Viewer viewer) {
        String since = shell.address().first("since");
        if (since == null || basis.day() != null) return null;
        AsOf earlier = Movements.earlier(since, shell);
        Restated found = desk.indicators()
                .restate(indicator.id(), unit, asked, Movements.moment(earlier), shell.asOf().moment(), viewer);
        Restatement figure = found.figure();
        String path = "/" + indicator.id() + "/" + unit + "/" + asked.id();
        return new ExplainView.Changes(
                earlier.asked(),
                figure.from(),
                figure.to(),
                shell.unit(figure.measure()),
                Movements.finding(figure, indicator, shell),
                Movements.remark(figure, shell),
                Movements.steps(figure, indicator, shell),
                Movements.change(Movements.sum(figure), indicator),
                "/explain" + path + "?asof=" + earlier.asked(),
                "/restatements" + path + "?since=" + earlier.asked(),
                Movements.records(found, shell));
    }

    private static List<Text> words(Explanation found) {
        return Stream.concat(Stream.of(found.formula()), found.timing().stream()).toList();
    }

    private static List<ExplainView.Step> steps(Explanation found, Shell shell) {
        List<ExplainView.Step> steps = new ArrayList<>();
        add(steps, found.numerator(), found.cell().numerator(), shell);
        add(steps, found.denominator(), found.cell().denominator(), shell);
        return steps;
    }

    private static void add(
            List<ExplainView.Step> steps, @Nullable Text words, @Nullable BigDecimal value, Shell shell) {
        if (words != null) steps.add(new ExplainView.Step(words, shell.number(value, Movements.decimals(value))));
    }

    private List<ExplainView.CellLine> parts(Explanation found, ChosenBasis basis, Shell shell) {
        List<ExplainView.CellLine> parts = new ArrayList<>();
        for (Cell input : found.inputs()) {
            Indicator indicator = desk.open(input.indicator().toString(), shell);
            parts.add(line(named(input, indicator, found.cell(), shell), indicator, input, basis, shell));
        }
        for (Cell child : found.children()) {
            Indicator indicator = desk.open(child.indicator().toString(), shell);
            parts.add(line(desk.unit(child.unit(), shell).name(), indicator, child, basis, shell));
        }
        return parts;
    }

    /// With its period and unit where they are not those of the figure itself.
    private Text named(Cell input, Indicator indicator, Cell figure, Shell shell) {
        Text name = indicator.title();
        if (!input.period().equals(figure.period()))
            name = joined(name, new Text(input.period().label(Language.ZH), input.period().label(Language.EN)));
        return input.unit().equals(figure.unit()) ? name : joined(name, desk.unit(input.unit(), shell).name());
    }

    private static Text joined(Text name, Text more) {
        return new Text(name.zh() + " · " + more.zh(), name.en() + " · " + more.en());
    }

    private static ExplainView.CellLine line(
            Text what, Indicator indicator, Cell cell, ChosenBasis basis, Shell shell) {
        return new ExplainView.CellLine(
                what,
                basis.on(IndicatorDesk.href(cell)),
                IndicatorDesk.value(indicator, cell, shell),
                IndicatorDesk.symbol(indicator, shell));
    }

    private ExplainView.Row row(Explanation.SourceRow row, Shell shell) {
        return new ExplainView.Row(
                "/registers/" + row.entity() + "/" + row.id(),
                row.label(),
                desk.unit(row.unit(), shell),
                row.date(),
                row.contributions().stream().map(value -> shell.number(value, Movements.decimals(value))).toList(),
                row.version(),
                row.knownFrom(),
                row.author());
    }

    private List<ExplainView.Neighbour> neighbours(
            Indicator indicator, String unit, Period asked, ChosenBasis basis, Shell shell) {
        Period now = desk.indicators().period(indicator, shell.asOf().moment());
        Period last = asked.plus(2).compareTo(now) > 0 ? now : asked.plus(2);
        Period first = last.plus(1 - NEIGHBOURS);
        return desk.indicators().series(indicator.id(), unit, first, last, basis.view(shell)).reversed().stream()
                .map(cell -> new ExplainView.Neighbour(
                        cell.period(),
                        IndicatorDesk.value(indicator, cell, shell),
                        basis.on(IndicatorDesk.href(cell)),
                        cell.period().equals(asked)))
                .toList();
    }

    private static ExplainRequest request(
            Indicator indicator, String unit, Period asked, ChosenBasis basis, Shell shell) {
        String after = shell.address().first("after");
        String before = shell.address().first("before");
        ExplainRequest first = ExplainRequest.from(basis.view(shell), indicator.id(), unit, asked, Pager.SIZE);
        try {
            return RowPlace.parse(after)
                    .map(first::after)
                    .or(() -> RowPlace.parse(before).map(first::before))
                    .orElse(first);
        } catch (IllegalArgumentException mistyped) {
            String field = after != null ? "after" : "before";
            throw new BadRequest("error.mistyped", field, String.valueOf(shell.address().first(field)));
        }
    }
}
