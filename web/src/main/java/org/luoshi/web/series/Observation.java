package org.luoshi.web.series;

import java.time.LocalDate;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.unit.Unit;

/// A figure of a unit and period, and how it stands.
public record Observation(Unit unit, Cell cell, ObservationStatus status) {

    /// @param day on which one looks
    static Observation of(Unit unit, Cell cell, LocalDate day) {
        return new Observation(unit, cell, status(unit, cell, day));
    }

    private static ObservationStatus status(Unit unit, Cell cell, LocalDate day) {
        if (cell.value() == null) {
            return unit.validity().contains(cell.period().end()) ? ObservationStatus.MISSING : ObservationStatus.IMPOSSIBLE;
        }
        boolean running = !cell.period().end().isBefore(day);
        return running || cell.stale() ? ObservationStatus.PROVISIONAL : ObservationStatus.NORMAL;
    }
}
