package org.luoshi.web.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Dashboard;
import org.luoshi.pack.Indicator;

/// What a tile shows, before it is drawn.
///
/// @param period of the newest figure
/// @param cells of one unit over time, of many units at one time (largest first), or for a pivot of each unit over time
record TileFigures(Dashboard.Tile tile, Indicator indicator, Period period, List<Cell> cells) {

    TileFigures {
        cells = List.copyOf(cells);
    }

    /// The newest figure; null where there is none.
    @Nullable Cell latest() {
        return IndicatorDesk.latest(cells);
    }
}
