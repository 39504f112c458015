package org.luoshi.stream.anomaly;

import java.util.List;

/// How strange a reading is.
///
/// @param strength sum of the shares' decades, each bounded; 0 for most readings
/// @param news     what of it has not been told: all of it, except soon after an event, when it is by how much this is
///                 stronger
/// @param shares   what it is made of, the largest first
public record Strangeness(double strength, double news, List<Share> shares) {

    public Strangeness {
        shares = List.copyOf(shares);
    }
}
