package org.luoshi.app.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.luoshi.access.Units;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.City;
import org.luoshi.pack.PackSet;

/// The units of a city, for samples.
public final class CitySampleUnits implements SampleUnits {

    private final Units units;
    private final PackSet packs;

    public CitySampleUnits(Units units, PackSet packs) {
        this.units = units;
        this.packs = packs;
    }

    @Override
    public List<String> ofKind(UnitKind kind) {
        return ids(units.tree().units().stream().filter(unit -> unit.kind() == kind));
    }

    @Override
    public List<String> below(String unit, UnitKind kind) {
        return ids(units.tree().units().stream()
                .filter(candidate -> candidate.kind() == kind)
                .filter(candidate -> units.isWithin(candidate.id(), Set.of(unit))));
    }

    @Override
    public Optional<City.Cell> cell(String unit) {
        return Stream.ofNullable(packs.city().map(City::map).orElse(null))
                .flatMap(map -> map.cells().stream())
                .filter(cell -> cell.unit().equals(unit))
                .findFirst();
    }

    private List<String> ids(Stream<Unit> found) {
        return found.map(Unit::id).sorted().toList();
    }
}
