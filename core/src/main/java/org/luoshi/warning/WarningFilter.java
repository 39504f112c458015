package org.luoshi.warning;

import org.jspecify.annotations.Nullable;
import org.luoshi.pack.monitoring.WarningColour;

/// Which warnings a list shows.
///
/// @param unit   with all below it; null for all that the viewer may read
/// @param open   those that are not closed, or those that are
/// @param colour null for all
public record WarningFilter(@Nullable String unit, boolean open, @Nullable WarningColour colour) {}
