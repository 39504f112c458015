package org.luoshi.app.sample;

import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.City;

/// The units for which records are made.
public interface SampleUnits {

    /// Ids of all units of the kind, in a fixed order.
    List<String> ofKind(UnitKind kind);

    /// Ids of the units of the kind at or below the unit, in a fixed order.
    List<String> below(String unit, UnitKind kind);

    /// The unit's cell of the city's schematic map.
    Optional<City.Cell> cell(String unit);
}
