package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.luoshi.indicator.Difference;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.springframework.stereotype.Component;

/// Compares the stored cells with the registers.
@Component
public class CellCheck {

    private final DSLContext database;
    private final FigureReader reader;

    public CellCheck(DSLContext database, FigureReader reader) {
        this.database = database;
        this.reader = reader;
    }

    public List<Difference> differences() {
        Figures truth = reader.fromRegisters(null);
        Model model = reader.model(null);
        Staleness staleness = new Staleness(database, model, model.indicators());
        List<Difference> differences = new ArrayList<>();
        for (Indicator indicator : model.indicators()) {
            Map<CellStore.Key, Figure> stored = new HashMap<>();
            new CellStore(database)
                    .read(indicator.id(), null, null, null)
                    .forEach(cell -> stored.put(cell.key(), cell.figure()));
            truth.of(indicator).forEach((unit, ofUnit) -> ofUnit.forEach((period, figure) -> {
                Figure kept = Objects.requireNonNullElse(
                        stored.remove(new CellStore.Key(unit, period)), Figures.missing(indicator));
                if (!kept.sameAs(figure)) compare(indicator, unit, period, kept, figure, staleness, differences);
            }));
            stored.forEach((key, kept) -> compare(
                    indicator, key.unit(), key.period(), kept, Figures.missing(indicator), staleness, differences));
        }
        return differences;
    }

    private static void compare(
            Indicator indicator,
            String unit,
            LocalDate period,
            Figure kept,
            Figure truth,
            Staleness staleness,
            List<Difference> differences) {
        if (staleness.of(indicator, unit, period)) return;
        differences.add(new Difference(
                indicator.id(), unit, Period.of(indicator.period(), period), kept.value(), truth.value()));
    }
}
