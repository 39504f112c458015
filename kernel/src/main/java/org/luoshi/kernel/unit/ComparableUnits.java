package org.luoshi.kernel.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The units and trees of one day, held to have been so for ever 可比口径: what any period's figure is rolled up by where
/// figures of different periods are to be compared.
///
/// What a unit recorded that does not exist on the day counts where all who stand for it meet: at its one successor and
/// above it, or where it was split, only from the first unit above all the parts. What nobody stands for counts nowhere.
/// A unit that begins after the day is stood for by those it came from.
public final class ComparableUnits {

    private final UnitTree source;
    private final LocalDate day;
    private final UnitTree tree;
    private final List<StandIn> standIns = new ArrayList<>();

    /// How a unit that does not exist on the day counts.
    ///
    /// @param living who stands for it on the day; none where nothing says what became of it
    /// @param under the lowest unit at which its records count, on each basis; none where there is no such unit
    public record StandIn(Unit unit, List<Unit> living, Map<Basis, Unit> under) {
        public StandIn {
            living = List.copyOf(living);
            under = Map.copyOf(under);
        }

        public boolean split() {
            return living.size() > 1;
        }
    }

    ComparableUnits(UnitTree source, LocalDate day, Collection<UnitParent> parents) {
        this.source = source;
        this.day = day;
        Map<String, Unit> units = new LinkedHashMap<>();
        List<UnitParent> links = new ArrayList<>();
        for (Unit unit : source.units()) {
            boolean exists = exists(unit);
            units.put(unit.id(), always(unit, exists));
            if (!exists) stand(unit, links);
        }
        for (UnitParent link : parents) {
            if (link.validity().contains(day) && exists(source.find(link.unit()).orElseThrow()))
                links.add(new UnitParent(link.unit(), link.parent(), link.basis(), Validity.ALWAYS));
        }
        this.tree = new UnitTree(units.values(), links);
    }

    public LocalDate day() {
        return day;
    }

    /// Without dates. Units that do not exist on the day are in it, below the unit at which they count.
    public UnitTree tree() {
        return tree;
    }

    public boolean exists(String unit) {
        return source.find(unit).filter(this::exists).isPresent();
    }

    /// Units that do not exist on the day.
    public List<StandIn> standIns() {
        return List.copyOf(standIns);
    }

    public Optional<StandIn> standIn(String unit) {
        return standIns.stream().filter(standIn -> standIn.unit().id().equals(unit)).findFirst();
    }

    private boolean exists(Unit unit) {
        return unit.validity().contains(day);
    }

    /// Codes are for one time only: a unit that is gone may share one with another.
    private static Unit always(Unit unit, boolean exists) {
        List<UnitCode> codes = exists ? unit.codes() : List.of();
        return new Unit(unit.id(), unit.kind(), unit.name(), unit.shortName(), Validity.ALWAYS, codes, unit.source());
    }

    private void stand(Unit unit, List<UnitParent> links) {
        List<Unit> living = List.copyOf(
                unit.validity().from().isAfter(day) ? source.predecessors(unit.id(), day) : source.successors(unit.id(), day));
        Map<Basis, Unit> under = new LinkedHashMap<>();
        for (Basis basis : Basis.values())
            meeting(living, basis).ifPresent(place -> {
                under.put(basis, place);
                links.add(new UnitParent(unit.id(), place.id(), basis, Validity.ALWAYS));
            });
        standIns.add(new StandIn(unit, living, under));
    }

    /// The lowest unit that is each of them or above it.
    private Optional<Unit> meeting(List<Unit> living, Basis basis) {
        if (living.isEmpty()) return Optional.empty();
        List<List<Unit>> paths = living.stream()
                .map(unit -> Stream.concat(Stream.of(unit), source.ancestors(unit.id(), basis, day).stream()).toList())
                .toList();
        return paths.getFirst().stream()
                .filter(place -> paths.stream().allMatch(path -> path.contains(place)))
                .findFirst();
    }
}
