package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.BASIS;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.CELLS;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.COLUMN;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.NEIGHBOURS;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.NOTE;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.ROW;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.TITLE;
import static org.luoshi.compiler.internal.form.CityForms.SchematicMap.UNIT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.CELL_TAKEN;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NOT_ADJACENT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NOT_A_PAIR;
import static org.luoshi.compiler.internal.mistake.CityMistakes.UNIT_MAPPED_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.CityForms;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.pack.City.Cell;
import org.luoshi.pack.City.SchematicMap;

/// The schematic map: one cell a unit and basis, no two units in one, neighbours side by side or corner to corner.
final class MapBinder {

    private record Slot(Basis basis, int column, int row) {}

    private record Who(Basis basis, String unit) {}

    private final World world;
    private final Findings findings;
    private final Draft draft;

    MapBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    @Nullable
    SchematicMap bind() {
        Optional<View> map = draft.file(CityForms.SchematicMap.CONSTRUCT).flatMap(ParsedFile::view);
        return map.map(this::bind).orElse(null);
    }

    private SchematicMap bind(View map) {
        List<Cell> cells = new ArrayList<>();
        Map<Slot, View> taken = new HashMap<>();
        Map<Who, View> mapped = new HashMap<>();
        for (Listed<View> listed : map.get(CELLS, List.of())) {
            View cell = listed.value();
            Optional<String> unit = cell.get(UNIT).flatMap(world::unit);
            if (!cell.whole() || unit.isEmpty()) continue;
            Basis basis = cell.get(BASIS, Basis.ADMINISTRATIVE);
            Slot slot = new Slot(basis, cell.get(COLUMN, 0), cell.get(ROW, 0));
            View other = taken.putIfAbsent(slot, cell);
            View before = mapped.putIfAbsent(new Who(basis, unit.get()), cell);
            if (before != null) {
                findings.report(UNIT_MAPPED_TWICE
                        .at(cell.at(UNIT))
                        .with("unit", unit.get())
                        .other(before.at(UNIT)));
            } else if (other != null) {
                findings.report(CELL_TAKEN
                        .at(cell.at(UNIT))
                        .with("column", slot.column())
                        .with("row", slot.row())
                        .with("unit", unit.get())
                        .with("first", other.get(UNIT).map(Scalar::text).orElse(""))
                        .other(other.at(UNIT)));
            }
            cells.add(new Cell(basis, unit.get(), slot.column(), slot.row()));
        }
        for (Listed<List<Listed<Scalar>>> pair : map.get(NEIGHBOURS, List.of())) neighbours(pair, cells);
        return new SchematicMap(map.get(TITLE, Text.EMPTY), map.get(NOTE, Text.EMPTY), cells);
    }

    private void neighbours(Listed<List<Listed<Scalar>>> pair, List<Cell> cells) {
        List<Scalar> names = pair.value().stream().map(Listed::value).toList();
        if (names.size() != 2 || names.get(0).text().equals(names.get(1).text())) {
            findings.report(NOT_A_PAIR
                    .at(pair.span())
                    .with("count", names.stream().map(Scalar::text).distinct().count()));
            return;
        }
        if (names.stream().filter(n -> world.unit(n).isPresent()).count() < 2) return;
        Optional<Cell> one = cell(cells, names.get(0).text());
        Optional<Cell> other = cell(cells, names.get(1).text());
        if (one.isEmpty() || other.isEmpty()) return;
        boolean touch = Math.abs(one.get().column() - other.get().column()) <= 1
                && Math.abs(one.get().row() - other.get().row()) <= 1;
        if (!touch) {
            findings.report(NOT_ADJACENT
                    .at(pair.span())
                    .with("one", names.get(0).text())
                    .with("other", names.get(1).text()));
        }
    }

    private static Optional<Cell> cell(List<Cell> cells, String unit) {
        return cells.stream()
                .filter(c -> c.basis() == Basis.ADMINISTRATIVE && c.unit().equals(unit))
                .findFirst();
    }
}
