package org.luoshi.web.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Indicator;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The latest figures of several indicators for one unit, each leading to its explanation.
@Component
public class Figures {

    /// Periods looked back for a figure.
    private static final int PERIODS = 18;

    private final Indicators indicators;
    private final Units units;

    Figures(Indicators indicators, Units units) {
        this.indicators = indicators;
        this.units = units;
    }

    /// What one should know of an indicator's figures.
    public interface Marking {
        Marking NONE = (indicator, cells) -> List.of();

        List<FigureMark> of(Indicator indicator, Collection<Cell> cells);
    }

    /// Of every indicator that is made for units of this kind; those without a figure are left out.
    public List<FigureTile> of(Unit unit, Marking marking, Shell shell) {
        return tiles(
                indicators.all(shell.asOf().moment()).stream()
                        .filter(indicator -> indicator.per().contains(unit.kind()))
                        .map(indicator -> new Wanted(indicator, unit.id(), shell.say(indicator.title())))
                        .toList(),
                marking,
                shell).stream()
                .filter(tile -> tile.href() != null)
                .toList();
    }

    /// Where an indicator is not made for such units, the figure is the whole city's, and says so. Indicators that were
    /// not declared at the page's moment are left out.
    public List<FigureTile> of(Collection<Indicator> wanted, String unit, Shell shell) {
        List<Wanted> asked = new ArrayList<>();
        for (Indicator one : wanted) {
            Indicator indicator = indicators.find(one.id(), shell.asOf().moment()).orElse(null);
            if (indicator == null) continue;
            Unit of = unitOf(indicator, unit, shell).orElse(null);
            if (of == null) continue;
            String title = shell.say(indicator.title());
            String name = of.id().equals(unit) ? title : shell.t("figure.of", title, shell.say(of.shortName()));
            asked.add(new Wanted(indicator, of.id(), name));
        }
        return tiles(asked, Marking.NONE, shell);
    }

    private record Wanted(Indicator indicator, String unit, String name) {}

    private Optional<Unit> unitOf(Indicator indicator, String unit, Shell shell) {
        UnitTree tree = units.tree(shell.asOf().moment());
        return tree.find(unit)
                .filter(u -> indicator.per().contains(u.kind()))
                .or(() -> indicator.per().contains(UnitKind.CITY)
                        ? tree.units().stream().filter(u -> u.kind() == UnitKind.CITY).findFirst()
                        : Optional.empty());
    }

    private List<FigureTile> tiles(List<Wanted> wanted, Marking marking, Shell shell) {
        Map<Wanted, SeriesKey> keys = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            Period now = indicators.period(one.indicator(), shell.asOf().moment());
            keys.put(one, new SeriesKey(one.indicator().id(), one.unit(), now.plus(1 - PERIODS), now));
        }
        Map<SeriesKey, List<Cell>> series = indicators.series(keys.values(), shell.asOf().moment());
        List<FigureTile> tiles = new ArrayList<>();
        keys.forEach((one, key) -> {
            Cell latest = latest(series.getOrDefault(key, List.of()));
            List<Cell> shown = latest == null ? List.of() : List.of(latest);
            tiles.add(tile(one.indicator(), latest, one.name(), shell).with(marking.of(one.indicator(), shown)));
        });
        return tiles;
    }

    private static @Nullable Cell latest(List<Cell> series) {
        return series.reversed().stream().filter(cell -> cell.value() != null).findFirst().orElse(null);
    }

    /// @param cell null where there is no figure
    public static FigureTile tile(Indicator indicator, @Nullable Cell cell, String name, Shell shell) {
        return new FigureTile(
                name,
                shell.number(cell == null ? null : cell.value(), indicator.decimals()),
                shell.unit(indicator.unit(), cell == null ? null : cell.value()),
                cell == null ? shell.t("figure.none") : shell.period(cell.period()),
                cell != null && cell.stale(),
                cell == null ? null : href(cell));
    }

    public static String href(Cell cell) {
        return "/explain/" + cell.indicator() + "/" + cell.unit() + "/" + cell.period().id();
    }
}
