package org.luoshi.web.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.Bars;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.FigureTile;

/// A dashboard as a pack declares it.
public record DashboardView(Text title, boolean synthetic, List<Tile> tiles) {

    /// @param width of 12: one of 3, 4, 6, 8, 12
    /// @param twin the table that says the same
    public record Tile(
            String title,
            String subtitle,
            int width,
            @Nullable FigureTile figure,
            @Nullable PathChart chart,
            @Nullable Bars bars,
            @Nullable DistrictMap map,
            @Nullable PivotTable pivot,
            List<TwinRow> twin,
            String href) {}

    public record TwinRow(String what, String value, String href) {}
}
