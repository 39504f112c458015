package org.luoshi.indicator.internal;

import java.util.Locale;
import org.luoshi.pack.Indicator.Accumulate;

/// A source, rolled up a unit tree and along time.
///
/// @param basis `administrative` or `statistical`
record Rolling(SourceLayout layout, Accumulate accumulate, String basis) {

    /// As it is stored.
    String along() {
        return accumulate.name().toLowerCase(Locale.ROOT);
    }
}
