package org.luoshi.web.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatement.Cause;
import org.luoshi.indicator.Restatements;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
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

    /// Days back where nobody says since when.
    private static final int USUAL = 30;

    private final IndicatorDesk desk;
    private final Pages pages;

    RestatementPages(IndicatorDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/restatements/{id}")
    View all(@PathVariable String id, @RequestParam(required = false) @Nullable String since, Shell shell) {
        AsOf earlier = earlier(since, shell);
        Indicator indicator = indicator(id, earlier, shell);
        Restatements found =
                desk.indicators().restatements(indicator.id(), moment(earlier), shell.asOf().moment(), LISTED);
        return pages.show("indicator/restatements", new RestatementsView(
                id,
                indicator.title(),
                earlier.asked(),
                moment(earlier),
                to(shell),
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
        AsOf earlier = earlier(since, shell);
        Indicator indicator = indicator(id, earlier, shell);
        if (desk.findUnit(unit, shell).isEmpty()) throw new NotFound("unit " + unit);
        Period asked = Period.tryParse(period).orElseThrow(() -> new BadRequest("error.mistyped", "period", period));
        Restated found = desk.indicators()
                .restate(indicator.id(), unit, asked, moment(earlier), shell.asOf().moment(), viewer);
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
                finding(figure, indicator, shell),
                remark(figure, shell),
                steps(figure, indicator, shell),
                change(sum(figure), indicator),
                method(found.then(), figure, earlier.asked()),
                method(found.now(), figure, shell.asOf().asked()),
                methodChanged(found),
                found.joined().stream().map(other -> desk.unit(other, shell)).toList(),
                found.left().stream().map(other -> desk.unit(other, shell)).toList(),
                found.inputs().stream().map(input -> input(input, earlier, shell)).toList(),
                found.measures(),
                found.records().stream().map(record -> row(record, found.measures().size(), shell)).toList(),
                found.moreRecords(),
                found.hidden()));
    }

    private AsOf earlier(@Nullable String since, Shell shell) {
        String asked = since == null || since.isBlank() ? shell.day().minusDays(USUAL).toString() : since;
        AsOf earlier = AsOf.read(asked, shell.zone(), shell.now());
        if (!earlier.past() || !moment(earlier).isBefore(to(shell))) throw new BadRequest("restatement.since", asked);
        return earlier;
    }

    private static Instant moment(AsOf earlier) {
        Instant moment = earlier.moment();
        if (moment == null) throw new IllegalStateException("an earlier moment is a moment: " + earlier);
        return moment;
    }

    private static Instant to(Shell shell) {
        Instant moment = shell.asOf().moment();
        return moment == null ? shell.now() : moment;
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
                moved.steps().stream().map(step -> change(step, indicator)).toList());
    }

    private static String href(Restatement moved, AsOf earlier) {
        return "/restatements/" + moved.indicator() + "/" + moved.unit() + "/" + moved.period().id() + "?since="
                + earlier.asked();
    }

    private static String finding(Restatement figure, Indicator indicator, Shell shell) {
        String then = shell.number(figure.then(), indicator.decimals());
        String now = shell.number(figure.now(), indicator.decimals());
        return figure.moved() ? shell.t("restatement.finding", then, now) : shell.t("restatement.same", now);
    }

    private static String remark(Restatement figure, Shell shell) {
        if (figure.before() != null)
            return shell.t(
                    figure.before().isCompatibleWith(figure.measure()) ? "restatement.converted" : "restatement.incomparable",
                    shell.unit(figure.before()),
                    shell.unit(figure.measure()));
        return figure.steps().stream().anyMatch(step -> step.change() == null) ? shell.t("restatement.unknown") : "";
    }

    private static List<RestatementView.Step> steps(Restatement figure, Indicator indicator, Shell shell) {
        return Arrays.stream(Cause.values())
                .map(cause -> {
                    String key = "restatement." + cause.name().toLowerCase(Locale.ROOT);
                    Restatement.Step step = figure.step(cause);
                    return new RestatementView.Step(
                            shell.t(key),
                            shell.t(key + ".meaning"),
                            shell.number(step.before(), indicator.decimals()),
                            shell.number(step.after(), indicator.decimals()),
                            change(step, indicator));
                })
                .toList();
    }

    /// Null where some value is unknown.
    private static @Nullable BigDecimal sum(Restatement figure) {
        BigDecimal then = figure.then();
        BigDecimal now = figure.now();
        return then == null || now == null ? null : now.subtract(then);
    }

    /// A step that moved nothing is a zero, also between two unknown values.
    private static String change(Restatement.Step step, Indicator indicator) {
        return change(step.moved() ? step.change() : BigDecimal.ZERO, indicator);
    }

    /// Exact where the shown digits would hide a movement.
    private static String change(@Nullable BigDecimal change, Indicator indicator) {
        if (change == null) return Shell.MISSING;
        int exact = Math.max(0, change.stripTrailingZeros().scale());
        boolean hidden = change.signum() != 0
                && change.setScale(indicator.decimals(), RoundingMode.HALF_UP).signum() == 0;
        String written = Shell.write(change.abs(), hidden ? exact : Math.min(exact, Math.max(indicator.decimals(), 0)));
        return change.signum() == 0 ? "0" : (change.signum() > 0 ? "+" : "−") + written;
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
                change(sum(input), indicator));
    }

    private static RestatementView.Row row(Restated.RecordMove move, int measures, Shell shell) {
        Restated.Part latest = move.now() == null ? move.then() : move.now();
        return new RestatementView.Row(
                move.exists() ? "/registers/" + move.entity() + "/" + move.id() : null,
                move.label(),
                what(move, shell),
                contributions(move.then(), measures, shell),
                contributions(move.now(), measures, shell),
                move.now() == null ? null : move.now().knownFrom(),
                move.now() == null || latest == null ? Shell.MISSING : latest.author());
    }

    private static String what(Restated.RecordMove move, Shell shell) {
        if (move.now() == null) return shell.t(move.exists() ? "restatement.record.out" : "restatement.record.gone");
        if (move.then() == null) return shell.t("restatement.record.in");
        return shell.t(move.partUnmoved() ? "restatement.record.unmoved" : "restatement.record.changed");
    }

    private static List<String> contributions(Restated.@Nullable Part part, int measures, Shell shell) {
        if (part == null) return Collections.nCopies(measures, Shell.MISSING);
        return part.contributions().stream().map(value -> shell.number(value, decimals(value))).toList();
    }

    private static int decimals(@Nullable BigDecimal value) {
        return value == null ? 0 : Math.min(2, Math.max(0, value.stripTrailingZeros().scale()));
    }
}
