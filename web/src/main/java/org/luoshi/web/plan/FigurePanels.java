package org.luoshi.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.forecast.Outlook;
import org.luoshi.plan.forecast.BandPoint;
import org.luoshi.plan.status.Assessment;
import org.luoshi.plan.status.Facts;
import org.luoshi.plan.status.TargetPath;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The promised figure of a commitment: tiles, path chart, the same as a table.
@Component
class FigurePanels {

    private final Messages messages;

    FigurePanels(Messages messages) {
        this.messages = messages;
    }

    CommitmentPage.@Nullable FigurePanel of(CommitmentView found, Shell shell) {
        Plan.Figure figure = found.commitment().figure();
        Indicator indicator = found.indicator();
        TargetPath path = found.assessment().path();
        if (figure == null || indicator == null || path == null) return null;
        String unit = shell.unit(indicator.unit());
        PathChart.Data data = data(found, path, figure, shell);
        return new CommitmentPage.FigurePanel(
                finding(found, indicator, shell),
                shell.t("commitment.figure", shell.say(indicator.title()), unit, shell.say(indicator.source())),
                tiles(found, figure, indicator, shell),
                data.isEmpty() ? null : PathChart.draw(data, names(shell), v -> shell.number(v, decimals(v))),
                twin(data, path),
                unit,
                indicator.decimals(),
                explain(found, figure, indicator, shell),
                figure.targetStated(),
                figure.baselineStated(),
                method(found.assessment().outlook(), unit, shell));
    }

    /// The chart's title: how far from the path.
    private static String finding(CommitmentView found, Indicator indicator, Shell shell) {
        BigDecimal gap = found.assessment().circumstances().gap();
        if (gap == null) return shell.say(found.assessment().reason());
        String key = gap.signum() < 0 ? "commitment.short" : gap.signum() > 0 ? "commitment.over" : "commitment.even";
        return shell.t(key, shell.number(gap.abs(), decimals(gap)), shell.unit(indicator.unit(), gap.abs()));
    }

    private static PathChart.Names names(Shell shell) {
        return new PathChart.Names(
                shell.t("chart.actual"), shell.t("chart.expected"), shell.t("chart.forecast"), shell.t("chart.target"));
    }

    private static PathChart.Data data(CommitmentView found, TargetPath path, Plan.Figure figure, Shell shell) {
        List<PathChart.Point> actual = found.series().stream()
                .map(a -> new PathChart.Point(a.on(), a.value()))
                .toList();
        List<PathChart.Point> expected =
                path.points().stream().map(p -> new PathChart.Point(p.by(), p.value())).toList();
        List<PathChart.Band> bands = new ArrayList<>();
        if (!found.band().isEmpty() && !actual.isEmpty()) {
            PathChart.Point now = actual.getLast();
            bands.add(new PathChart.Band(now.on(), now.value(), now.value(), now.value()));
        }
        for (BandPoint point : found.band()) {
            bands.add(new PathChart.Band(
                    point.on(),
                    BigDecimal.valueOf(point.low()),
                    BigDecimal.valueOf(point.middle()),
                    BigDecimal.valueOf(point.high())));
        }
        return new PathChart.Data(actual, expected, bands, figure.target(), shell.day());
    }

    private static List<FigureTile> tiles(
            CommitmentView found, Plan.Figure figure, Indicator indicator, Shell shell) {
        Assessment assessment = found.assessment();
        String unit = shell.unit(indicator.unit());
        Facts.Actual actual = assessment.actual();
        boolean stale = assessment.circumstances().staleDays() > 0;
        List<FigureTile> tiles = new ArrayList<>();
        tiles.add(new FigureTile(
                shell.t("chart.actual"),
                shell.number(actual == null ? null : actual.value(), indicator.decimals()),
                unit,
                actual == null ? shell.t("figure.none") : shell.t("figure.on", shell.date(actual.on())),
                stale,
                explain(found, figure, indicator, shell)));
        tiles.add(new FigureTile(
                shell.t("chart.expected"),
                shell.number(assessment.expected(), Math.max(1, indicator.decimals())),
                unit,
                "",
                false,
                null));
        tiles.add(new FigureTile(
                shell.t("chart.target"),
                shell.number(figure.target(), indicator.decimals()),
                unit,
                shell.date(found.commitment().period().to()),
                false,
                null));
        if (assessment.outlook() instanceof Outlook.Chance chance) {
            tiles.add(new FigureTile(
                    shell.t("plan.chance"), shell.percent(chance.chance()), "", "", false, null));
        }
        return tiles;
    }

    private static String explain(CommitmentView found, Plan.Figure figure, Indicator indicator, Shell shell) {
        Facts.Actual actual = found.assessment().actual();
        LocalDate day = actual == null ? shell.day() : actual.on();
        return "/explain/" + indicator.id() + "/" + figure.unit() + "/"
                + Period.of(indicator.period(), day).id();
    }

    private Text method(@Nullable Outlook outlook, String unit, Shell shell) {
        return switch (outlook) {
            case Outlook.Chance chance ->
                messages.text(
                        "forecast.method", chance.months(), shell.number(BigDecimal.valueOf(chance.pace()), 1), unit);
            case Outlook.TooFewChanges few -> messages.text("forecast.too-few", few.changes(), few.needed());
            case Outlook.NothingAhead _ -> Text.EMPTY;
            case null -> Text.EMPTY;
        };
    }

    private static List<CommitmentPage.TwinRow> twin(PathChart.Data data, TargetPath path) {
        TreeSet<LocalDate> days = new TreeSet<>();
        data.actual().forEach(p -> days.add(p.on()));
        data.expected().forEach(p -> days.add(p.on()));
        data.forecast().forEach(b -> days.add(b.on()));
        List<CommitmentPage.TwinRow> rows = new ArrayList<>();
        for (LocalDate day : days) {
            BigDecimal actual = data.actual().stream()
                    .filter(p -> p.on().equals(day))
                    .map(PathChart.Point::value)
                    .findFirst()
                    .orElse(null);
            PathChart.Band band = data.forecast().stream()
                    .filter(b -> b.on().equals(day))
                    .findFirst()
                    .orElse(null);
            rows.add(new CommitmentPage.TwinRow(
                    day,
                    actual,
                    path.expected(day),
                    band == null ? null : band.low(),
                    band == null ? null : band.middle(),
                    band == null ? null : band.high()));
        }
        return rows;
    }

    /// Whole numbers stay whole; what has a part shows one digit of it.
    private static int decimals(BigDecimal value) {
        return value.stripTrailingZeros().scale() > 0 ? 1 : 0;
    }
}
