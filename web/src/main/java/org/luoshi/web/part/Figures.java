package org.luoshi.web.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
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

    /// Of every indicator that is made for units of this kind; those without a figure are left out.
    public List<FigureTile> of(Unit unit, Shell shell) {
        List<FigureTile> tiles = new ArrayList<>();
        for (Indicator indicator : indicators.all()) {
            if (!indicator.per().contains(unit.kind())) continue;
            Cell cell = latest(indicator, unit.id(), shell);
            if (cell != null) tiles.add(tile(indicator, cell, shell.say(indicator.title()), shell));
        }
        return tiles;
    }

    /// Where an indicator is not made for such units, the figure is the whole city's, and says so.
    public List<FigureTile> of(Collection<Indicator> wanted, String unit, Shell shell) {
        List<FigureTile> tiles = new ArrayList<>();
        for (Indicator indicator : wanted) {
            Unit of = unitOf(indicator, unit).orElse(null);
            if (of == null) continue;
            String title = shell.say(indicator.title());
            String name = of.id().equals(unit) ? title : shell.t("figure.of", title, shell.say(of.shortName()));
            tiles.add(tile(indicator, latest(indicator, of.id(), shell), name, shell));
        }
        return tiles;
    }

    private Optional<Unit> unitOf(Indicator indicator, String unit) {
        return units.find(unit)
                .filter(u -> indicator.per().contains(u.kind()))
                .or(() -> indicator.per().contains(UnitKind.CITY)
                        ? units.tree().units().stream().filter(u -> u.kind() == UnitKind.CITY).findFirst()
                        : Optional.empty());
    }

    private @Nullable Cell latest(Indicator indicator, String unit, Shell shell) {
        Period now = indicators.period(indicator, shell.asOf().moment());
        return indicators.series(indicator.id(), unit, now.plus(1 - PERIODS), now, shell.asOf().moment()).reversed().stream()
                .filter(cell -> cell.value() != null)
                .findFirst()
                .orElse(null);
    }

    /// @param cell null where there is no figure
    public static FigureTile tile(Indicator indicator, @Nullable Cell cell, String name, Shell shell) {
        return new FigureTile(
                name,
                shell.number(cell == null ? null : cell.value(), indicator.decimals()),
                shell.unit(indicator.unit()),
                cell == null ? shell.t("figure.none") : shell.period(cell.period()),
                cell != null && cell.stale(),
                cell == null ? null : href(cell));
    }

    public static String href(Cell cell) {
        return "/explain/" + cell.indicator() + "/" + cell.unit() + "/" + cell.period().id();
    }
}
