package org.luoshi.plan;

import org.luoshi.access.Units;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;

/// The unit that the plan as a whole belongs to.
final class CityUnit {

    private CityUnit() {}

    /// Empty text, which no grant covers, where no city is declared.
    static String of(Units units) {
        return units.tree().units().stream()
                .filter(u -> u.kind() == UnitKind.CITY)
                .map(Unit::id)
                .findFirst()
                .orElse("");
    }
}
