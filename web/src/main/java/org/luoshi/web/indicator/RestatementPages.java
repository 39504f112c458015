package org.luoshi.web.indicator;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatements;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What moved between an earlier moment and the page's, and why: data, method or basis.
@Controller
class RestatementPages {

    /// More figures are counted, not listed.
    private static final int LISTED = 200;

    private final IndicatorDesk desk;
    private final Pages pages;

    RestatementPages(IndicatorDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/restatements/{id}")
    View all(@PathVariable String id, @RequestParam(required = false) @Nullable String since, Shell shell) {
        AsOf earlier = Movements.earlier(since, shell);
        Indicator indicator = indicator(id, earlier, shell);
        Restatements found =
                desk.indicators().restatements(indicator.id(), Movements.moment(earlier), shell.asOf().moment(), LISTED);
        return pages.show("indicator/restatements", new RestatementsView(
                id,
                indicator.title(),
                earlier.asked(),
                Movements.moment(earlier),
                Movements.to(shell),
                IndicatorDesk.symbol(indicator, shell),
                found.moved().stream().map(moved -> line(moved, indicator, earlier, shell)).toList(),
                found.total(),
                found.compared()));
    }

    @Allow(Permission.READ)
    @GetMapping("/restatements/{id}/{unit}/{period}")
    View one(
            @PathVariable String id,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String since,
            Shell shell,
            Viewer viewer) {
        AsOf earlier = Movements.earlier(since, shell);
        Indicator indicator = indicator(id, earlier, shell);
        if (desk.findUnit(unit, shell).isEmpty()) throw new NotFound("unit " + unit);
        Period asked = Period.tryParse(period).orElseThrow(() -> new BadRequest("error.mistyped", "period", period));
        Restated found = desk.indicators()
                .restate(indicator.id(), unit, asked, Movements.moment(earlier), shell.asOf().moment(), viewer);
        Restatement figure = found.figure();
        return pages.show("indicator/restatement", new RestatementView(
                id,
                indicator.title(),
                desk.unit(unit, shell),
                asked,
                earlier.asked(),
                figure.from(),
                figure.to(),
                shell.unit(figure.measure()),
                Movements.finding(figure, indicator, shell),
                Movements.remark(figure, shell),
                Movements.steps(figure, indicator, shell),
                Movements.change(Movements.sum(figure), indicator),
                method(found.then(), figure, earlier.asked()),
                method(found.now(), figure, shell.asOf().asked()),
                methodChanged(found),
                found.joined().stream().map(other -> desk.unit(other, shell)).toList(),
                found.left().stream().map(other -> desk.unit(other, shell)).toList(),
                found.inputs().stream().map(input -> input(input, earlier, shell)).toList(),
                Movements.records(found, shell)));
    }

    /// As it is declared at the page's moment, or was at the earlier one.
    private Indicator indicator(String id, AsOf earlier, Shell shell) {
        if (!id.matches("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*")) throw new NotFound("indicator " + id);
        QualifiedId asked = QualifiedId.parse(id);
        return Stream.of(shell.asOf(), earlier)
                .flatMap(moment -> desk.indicators().find(asked, moment.moment()).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator " + id));
    }

    private RestatementsView.Line line(Restatement moved, Indicator indicator, AsOf earlier, Shell shell) {
        return new RestatementsView.Line(
                moved.period(),
                desk.unit(moved.unit(), shell),
                href(moved, earlier),
                shell.number(moved.then(), indicator.decimals()),
                shell.number(moved.now(), indicator.decimals()),
                moved.steps().stream().map(step -> Movements.change(step, indicator)).toList());
    }

    private static String href(Restatement moved, AsOf earlier) {
        return "/restatements/" + moved.indicator() + "/" + moved.unit() + "/" + moved.period().id() + "?since="
                + earlier.asked();
    }

    private static RestatementView.Moment method(Restated.@Nullable Method method, Restatement figure, String asked) {
        String href = "/explain/" + figure.indicator() + "/" + figure.unit() + "/" + figure.period().id()
                + (asked.isEmpty() ? "" : "?asof=" + asked);
        return method == null
                ? new RestatementView.Moment("", "", null, href)
                : new RestatementView.Moment(method.pack(), method.digest(), method.formula(), href);
    }

    private static boolean methodChanged(Restated found) {
        Restated.Method then = found.then();
        Restated.Method now = found.now();
        return then == null || now == null || !then.digest().equals(now.digest());
    }

    private RestatementView.Line input(Restatement input, AsOf earlier, Shell shell) {
        Indicator indicator = indicator(input.indicator().toString(), earlier, shell);
        return new RestatementView.Line(
                indicator.title(),
                href(input, earlier),
                shell.number(input.then(), indicator.decimals()),
                shell.number(input.now(), indicator.decimals()),
                Movements.change(Movements.sum(input), indicator));
    }
}
