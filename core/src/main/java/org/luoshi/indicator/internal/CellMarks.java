package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Marks about cells alone, whose sums of facts stay as they are.
final class CellMarks {

    private final Set<String> indicators = new HashSet<>();
    /// Unit → first day on which its figures are others; null for all days.
    private final Map<String, @Nullable LocalDate> units = new HashMap<>();

    /// @param mark a row of marks without a source
    void add(Record mark) {
        String indicator = mark.get("indicator", String.class);
        if (indicator != null) {
            indicators.add(indicator);
            return;
        }
        String unit = mark.get("ancestor", String.class);
        LocalDate from = mark.get("period", LocalDate.class);
        LocalDate known = units.get(unit);
        boolean all = from == null || units.containsKey(unit) && known == null;
        units.put(unit, all ? null : known == null || from.isBefore(known) ? from : known);
    }

    /// Ids of indicators that are computed otherwise.
    Set<String> indicators() {
        return indicators;
    }

    /// Units with other units below them.
    Set<String> units() {
        return units.keySet();
    }

    /// First day on which any of these units' figures are others; null for all days.
    @Nullable LocalDate first() {
        return units.containsValue(null)
                ? null
                : units.values().stream().min(LocalDate::compareTo).orElse(null);
    }

    /// Whether those of any unit are others.
    ///
    /// @param last last day of the period
    boolean touchesAny(LocalDate last) {
        return units.keySet().stream().anyMatch(unit -> touches(unit, last));
    }

    /// @param last last day of the period
    boolean touches(String unit, LocalDate last) {
        if (!units.containsKey(unit)) return false;
        LocalDate from = units.get(unit);
        return from == null || !last.isBefore(from);
    }
}
