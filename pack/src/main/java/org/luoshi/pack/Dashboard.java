package org.luoshi.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;

/// A page of tiles, each showing one indicator.
public record Dashboard(QualifiedId id, Text title, List<Tile> tiles) {

    public Dashboard {
        tiles = List.copyOf(tiles);
    }

    /// @param per the unit kind compared; absent for the city's own figure
    /// @param columns width, 1 to 12
    public record Tile(Kind kind, QualifiedId indicator, @Nullable UnitKind per, @Nullable Text title, int columns) {}

    public enum Kind {
        NUMBER,
        SERIES,
        BARS,
        RANKING,
        MAP,
        PIVOT
    }
}
