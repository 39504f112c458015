package org.luoshi.briefing.internal;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Block.Cell;
import org.luoshi.briefing.Block.Column;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.BriefingLayout.Section;
import org.luoshi.pack.Indicator;
import org.jspecify.annotations.Nullable;

/// Shows an indicator: one figure, or one for each unit of a kind.
final class FigureTable {

    private final Scope scope;
    private final Figures figures;
    private final Subject subject;
    private final UnitTree units;
    private final Scope.Territory territory;

    FigureTable(Scope scope, Figures figures, Subject subject, UnitTree units, Scope.Territory territory) {
        this.scope = scope;
        this.figures = figures;
        this.subject = subject;
        this.units = units;
        this.territory = territory;
    }

    List<Block> of(Section.Figures section) {
        Indicator indicator = scope.packs().indicator(section.indicator()).orElse(null);
        if (indicator == null) {
            Figure none = figures.cell(section.indicator().toString(), section.indicator(), scope.unit(), Wording.DASH);
            return List.of(sentence(Text.same(section.indicator().toString()), none));
        }
        Period period = scope.latest(indicator);
        List<Unit> rows = rows(indicator, section.per());
        if (rows.isEmpty()) {
            return List.of(new Block.Remark(new Text(
                    "指标“" + indicator.title().zh() + "”不按本单位统计。",
                    "“" + indicator.title().en() + "” is not computed for this unit.")));
        }
        if (!section.table() || rows.size() == 1) {
            return rows.stream()
                    .map(unit -> sentence(
                            named(indicator, unit),
                            figures.cell(indicator.id().toString(), indicator, unit.id(), period, Wording.UNKNOWN)))
                    .toList();
        }
        return List.of(table(indicator, period, rows));
    }

    private Block table(Indicator indicator, Period period, List<Unit> rows) {
        Text unit = indicator.unit().label();
        List<Column> columns = List.of(
                new Column("unit", new Text("单位", "Unit"), false, 30),
                new Column(
                        indicator.id().toString(),
                        new Text(
                                indicator.title().zh() + "（" + unit.zh() + "）",
                                indicator.title().en() + " (" + unit.en() + ")"),
                        true,
                        30));
        List<List<Cell>> cells = new ArrayList<>();
        for (Unit row : rows) {
            Figure figure = figures.cell(indicator.id().toString(), indicator, row.id(), period, Wording.DASH);
            cells.add(List.of(
                    new Cell.Name(row.shortName(), figure.binding().source()),
                    new Cell.Value(bare(figure, indicator), null)));
        }
        return new Block.Table(caption(indicator, period), columns, cells);
    }

    /// In a table the unit of measure stands in the column's head.
    private static Figure bare(Figure figure, Indicator indicator) {
        var value = figure.value();
        return value == null
                ? figure
                : new Figure(
                        figure.binding(),
                        value,
                        Text.same(Wording.number(value, indicator.decimals())),
                        figure.standing());
    }

    private static Text caption(Indicator indicator, Period period) {
        return new Text(
                indicator.title().zh() + "，" + period.label(Language.ZH) + "。来源：" + indicator.source().zh(),
                indicator.title().en() + ", " + period.label(Language.EN) + ". Source: "
                        + indicator.source().en());
    }

    private static Text named(Indicator indicator, Unit unit) {
        return new Text(
                unit.shortName().zh() + indicator.title().zh(),
                unit.shortName().en() + ", " + indicator.title().en());
    }

    /// A colon reads the same in both; the period is part of the figure's binding and is said before it.
    private Block sentence(Text name, Figure figure) {
        Figure period = figure.binding().source() instanceof Source.Cell cell
                ? figures.words(
                        "period",
                        new Source.OfBriefing("period " + cell.period().id()),
                        Wording.period(cell.period()))
                : figures.words("period", new Source.OfBriefing("period"), Wording.period(scope.period()));
        return new Block.Prose(
                List.of(
                        new Run.Words(name.zh() + "（"),
                        new Run.Shown(period),
                        new Run.Words("）："),
                        new Run.Shown(figure),
                        new Run.Words("。")),
                List.of(
                        new Run.Words(name.en() + " ("),
                        new Run.Shown(period),
                        new Run.Words("): "),
                        new Run.Shown(figure),
                        new Run.Words(".")));
    }

    private List<Unit> rows(Indicator indicator, @Nullable UnitKind per) {
        Unit own = units.find(scope.unit()).orElse(null);
        if (per == null) {
            return own != null && indicator.per().contains(own.kind()) ? List.of(own) : List.of();
        }
        return units.units().stream()
                .filter(unit -> unit.kind() == per || (per == UnitKind.DISTRICT && unit.kind() == UnitKind.FUNCTIONAL_AREA))
                .filter(unit -> indicator.per().contains(unit.kind()))
                .filter(unit -> unit.validity().contains(scope.day()))
                .filter(unit -> !(subject instanceof Subject.OfUnit(String root)) || territory.within(unit.id(), root))
                .toList();
    }
}
