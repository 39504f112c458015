package org.luoshi.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitParent;

/// What only the city pack declares.
///
/// @param successions what became of units that ended
/// @param sources where unit facts come from, by key
public record City(
        List<Unit> units,
        List<UnitParent> parents,
        List<Succession> successions,
        Map<String, Source> sources,
        List<CalendarEdition> calendars,
        @Nullable SchematicMap map,
        List<Plan> plans,
        List<StudyClass> classes) {

    public City {
        units = List.copyOf(units);
        parents = List.copyOf(parents);
        successions = List.copyOf(successions);
        sources = Map.copyOf(sources);
        calendars = List.copyOf(calendars);
        plans = List.copyOf(plans);
        classes = List.copyOf(classes);
    }

    /// @param verified false for what nobody has checked; shown wherever the fact is used
    public record Source(Text title, @Nullable String url, boolean verified, @Nullable Text note) {}

    /// A map of labelled cells, one a unit, neighbours kept as far as a grid allows.
    public record SchematicMap(Text title, Text note, List<Cell> cells) {
        public SchematicMap {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(Basis basis, String unit, int column, int row) {}
}
