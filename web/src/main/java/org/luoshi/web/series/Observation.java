package org.luoshi.web.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.unit.Unit;

/// A figure of a unit and period, and how it stands.
///
/// @param basis day whose units hold for all periods; null where each period has its own
public record Observation(Unit unit, Cell cell, ObservationStatus status, @Nullable LocalDate basis) {

    /// @param day on which one looks
    static Observation of(Unit unit, Cell cell, @Nullable LocalDate basis, LocalDate day) {
        return new Observation(unit, cell, status(unit, cell, basis, day), basis);
    }

    private static ObservationStatus status(Unit unit, Cell cell, @Nullable LocalDate basis, LocalDate day) {
        if (cell.value() == null) {
            LocalDate existing = basis == null ? cell.period().end() : basis;
            return unit.validity().contains(existing) ? ObservationStatus.MISSING : ObservationStatus.IMPOSSIBLE;
        }
        boolean running = !cell.period().end().isBefore(day);
        return running || cell.stale() ? ObservationStatus.PROVISIONAL : ObservationStatus.NORMAL;
    }
}
