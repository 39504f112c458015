package org.luoshi.briefing.internal;

import java.math.BigDecimal;
import java.time.Instant;
import org.luoshi.access.Units;
import org.luoshi.briefing.Reading;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.springframework.stereotype.Component;

/// Cells of the indicator module, recomputed from registers as of the moment.
@Component
class IndicatorCells implements CellSource {

    private final Indicators indicators;
    private final Units units;

    IndicatorCells(Indicators indicators, Units units) {
        this.indicators = indicators;
        this.units = units;
    }

    @Override
    public Reading cell(QualifiedId id, String unitId, Period period, Instant moment) {
        Indicator indicator = indicators.find(id, moment).orElse(null);
        if (indicator == null) {
            return new Reading.Missing(new Text("没有指标 " + id, "there is no indicator " + id));
        }
        Unit unit = units.tree(moment).find(unitId).orElse(null);
        if (unit == null) {
            return new Reading.Missing(new Text("没有单位 " + unitId, "there is no unit " + unitId));
        }
        if (!indicator.per().contains(unit.kind())) {
            return new Reading.Missing(new Text(
                    "指标“%s”没有算到%s".formatted(indicator.title().zh(), unit.shortName().zh()),
                    "“%s” is not computed for %s".formatted(indicator.title().en(), unit.shortName().en())));
        }
        BigDecimal value = indicators.cell(id, unitId, period, moment).value();
        return value == null ? new Reading.Unknown() : new Reading.Known(value);
    }
}
