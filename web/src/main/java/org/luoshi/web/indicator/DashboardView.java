package org.luoshi.web.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.Bars;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.FigureMark;
import org.luoshi.web.part.FigureTile;

/// A dashboard as a pack declares it.
public record DashboardView(Text title, boolean synthetic, List<Tile> tiles) {

    /// What a tile can be taken away as.
    public static final List<String> FILES = List.of("png", "svg", "csv", "xlsx");

    /// @param width of 12: one of 3, 4, 6, 8, 12
    /// @param twin the table that says the same
    /// @param marks what one should know before one believes it
    /// @param href where the indicator is
    /// @param path where the tile is by itself; with `.png` and the like, its files
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
            List<FigureMark> marks,
            String href,
            String path) {}

    public record TwinRow(String what, String value, String href) {}
}
