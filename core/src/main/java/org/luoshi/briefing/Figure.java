package org.luoshi.briefing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A figure, status, date or sentence with its binding.
///
/// @param value for spreadsheets; null for words, and where nothing is known
/// @param shown as it stands in the briefing; 未知 or — where nothing is known, never 0
public record Figure(Binding binding, @Nullable BigDecimal value, Text shown, Standing standing) {

    public enum Standing {
        KNOWN,
        /// Bound, and the facts say that nothing is known.
        UNKNOWN,
        /// Not to be had: the binding names nothing, or its value could not be read.
        MISSING
    }
}
