package org.luoshi.web.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.quality.QualityNotes;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// All indicators, and one of them over time and across units.
@Controller
class IndicatorPages {

    private final IndicatorDesk desk;
    private final Messages messages;
    private final BasisNotes bases;
    private final QualityNotes doubts;
    private final Pages pages;

    IndicatorPages(IndicatorDesk desk, Messages messages, BasisNotes bases, QualityNotes doubts, Pages pages) {
        this.desk = desk;
        this.messages = messages;
        this.bases = bases;
        this.doubts = doubts;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/indicators")
    View indicators(Shell shell) {
        List<IndicatorsView.Pack> packs = desk.packs(shell).stream()
                .filter(pack -> !pack.indicators().isEmpty())
                .map(pack -> pack(pack, shell))
                .toList();
        return pages.show("indicator/indicators", new IndicatorsView(packs));
    }

    private IndicatorsView.Pack pack(Pack pack, Shell shell) {
        return new IndicatorsView.Pack(
                pack.title(),
                shell.demo() && pack.syntheticSamples(),
                pack.indicators().stream().map(indicator -> line(indicator, shell)).toList());
    }

    private IndicatorsView.Line line(Indicator indicator, Shell shell) {
        Cell cell = desk.city(shell)
                .filter(city -> indicator.per().contains(UnitKind.CITY))
                .map(city -> IndicatorDesk.latest(recent(indicator, city, shell)))
                .orElse(null);
        return new IndicatorsView.Line(
                "/indicators/" + indicator.id(),
                indicator.title(),
                IndicatorDesk.symbol(indicator, shell),
                messages.text("indicator.direction." + indicator.direction().name().toLowerCase(Locale.ROOT)),
                IndicatorDesk.value(indicator, cell, shell),
                cell == null ? Shell.MISSING : shell.period(cell.period()),
                indicator.source());
    }

    private List<Cell> recent(Indicator indicator, Unit city, Shell shell) {
        Period now = desk.indicators().period(indicator, shell.asOf().moment());
        return desk.indicators().series(indicator.id(), city.id(), now.previous(), now, shell.asOf().moment());
    }

    @Allow(Permission.READ)
    @GetMapping("/indicators/{id}")
    View indicator(@PathVariable String id, Shell shell) {
        Indicator indicator = desk.open(id, shell);
        String unit = chosenUnit(indicator, shell);
        ChosenBasis basis = bases.chosen(shell);
        List<Cell> series = desk.series(indicator, unit, basis, shell);
        Cell latest = IndicatorDesk.latest(series);
        Period period = chosenPeriod(indicator, latest, series, shell);
        List<Cell> across = across(indicator, period, basis, shell);
        return pages.show("indicator/indicator", new IndicatorView(
                indicator.id().toString(),
                indicator.title(),
                IndicatorDesk.symbol(indicator, shell),
                indicator.decimals(),
                indicator.source(),
                indicator.note(),
                filters(indicator, unit, period, series, basis, shell),
                finding(indicator, unit, latest, shell),
                IndicatorDesk.chart(indicator, series, shell),
                series.reversed().stream()
                        .map(cell -> new IndicatorView.Point(
                                cell.period(),
                                IndicatorDesk.value(indicator, cell, shell),
                                cell.records(),
                                basis.on(IndicatorDesk.href(cell))))
                        .toList(),
                period,
                desk.map(indicator, across, basis, shell),
                across.stream()
                        .map(cell -> new IndicatorView.Line(
                                desk.unit(cell.unit(), shell),
                                IndicatorDesk.value(indicator, cell, shell),
                                cell.records(),
                                basis.on(IndicatorDesk.href(cell))))
                        .toList(),
                bases.note(indicator, basis, shell),
                files(indicator, unit, basis, shell),
                doubts.of(indicator, unit, shell)));
    }

    private String chosenUnit(Indicator indicator, Shell shell) {
        String unit = shell.address().first("unit");
        if (unit == null) return desk.firstUnit(indicator, shell);
        return desk.findUnit(unit, shell)
                .filter(u -> indicator.per().contains(u.kind()))
                .map(Unit::id)
                .orElseThrow(() -> new NotFound("figures of " + unit));
    }

    private static Period chosenPeriod(
            Indicator indicator, @Nullable Cell latest, List<Cell> series, Shell shell) {
        String asked = shell.address().first("period");
        if (asked == null) return latest == null ? series.getLast().period() : latest.period();
        return Period.tryParse(asked)
                .filter(period -> period.kind() == indicator.period())
                .orElseThrow(() -> new BadRequest("error.mistyped", "period", asked));
    }

    /// Districts and functional areas side by side; where there are none, the widest other kind below the city.
    private List<Cell> across(Indicator indicator, Period period, ChosenBasis basis, Shell shell) {
        Set<UnitKind> sides = Set.of(UnitKind.DISTRICT, UnitKind.FUNCTIONAL_AREA);
        List<Unit> all = desk.units(indicator, shell).stream()
                .filter(u -> bases.exists(u.id(), basis, shell))
                .toList();
        List<Unit> units = all.stream().filter(u -> sides.contains(u.kind())).toList();
        if (units.isEmpty()) units = all.stream().filter(u -> u.kind() != UnitKind.CITY).toList();
        List<Cell> cells = new ArrayList<>(desk.indicators()
                .across(indicator.id(), units.stream().map(Unit::id).toList(), period, basis.view(shell)));
        cells.sort((a, b) -> compare(b, a));
        return cells;
    }

    private static int compare(Cell a, Cell b) {
        if (a.value() == null || b.value() == null) return Boolean.compare(a.value() != null, b.value() != null);
        return a.value().compareTo(b.value());
    }

    private List<FilterField> filters(
            Indicator indicator, String unit, Period period, List<Cell> series, ChosenBasis basis, Shell shell) {
        String day = basis.day() == null ? "" : basis.day().toString();
        List<Option> units = desk.units(indicator, shell).stream()
                .map(u -> new Option(u.id(), shell.say(u.shortName())))
                .toList();
        List<Option> periods = series.reversed().stream()
                .map(cell -> new Option(cell.period().id(), shell.period(cell.period())))
                .toList();
        return List.of(
                FilterField.select("unit", shell.t("plan.unit"), unit, units),
                FilterField.select("period", shell.t("explain.period"), period.id(), periods),
                FilterField.input(ChosenBasis.PARAMETER, shell.t("basis.field"), "date", day));
    }

    private static List<IndicatorView.File> files(Indicator indicator, String unit, ChosenBasis basis, Shell shell) {
        List<IndicatorView.File> files = new ArrayList<>();
        for (boolean all : List.of(false, true)) {
            for (String ending : IndicatorFiles.ENDINGS)
                files.add(new IndicatorView.File(
                        shell.t(all ? "indicator.file.all" : "indicator.file.one", ending.toUpperCase(Locale.ROOT)),
                        IndicatorFiles.path(indicator, all ? null : unit, ending, basis)));
        }
        return files;
    }

    private String finding(Indicator indicator, String unit, @Nullable Cell latest, Shell shell) {
        Text name = desk.unit(unit, shell).name();
        return latest == null
                ? shell.t("indicator.finding.none", shell.say(name))
                : shell.t(
                        "indicator.finding",
                        shell.say(name),
                        shell.period(latest.period()),
                        IndicatorDesk.value(indicator, latest, shell),
                        IndicatorDesk.symbol(indicator, shell));
    }
}
