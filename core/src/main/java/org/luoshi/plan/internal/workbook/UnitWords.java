package org.luoshi.plan.internal.workbook;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;

/// Units as clerks write them: `成华区 (chenghua)`, the name alone where only one unit bears it, or the id.
final class UnitWords {

    private final List<Unit> units;
    private final Map<String, Unit> byId = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();

    UnitWords(List<Unit> units) {
        this.units = units;
        for (Unit unit : units) {
            byId.put(unit.id(), unit);
            for (String name : List.of(unit.name().zh(), unit.shortName().zh(), unit.name().en())) {
                byName.merge(plain(name), List.of(unit), UnitWords::joined);
            }
        }
    }

    String write(String id) {
        Unit unit = byId.get(id);
        return unit == null ? id : unit.shortName().zh() + " (" + id + ")";
    }

    Optional<String> read(String words) {
        String plain = plain(words);
        int open = plain.lastIndexOf('(');
        String inside = open >= 0 && plain.endsWith(")") ? plain.substring(open + 1, plain.length() - 1) : plain;
        if (byId.containsKey(inside)) {
            return Optional.of(inside);
        }
        List<Unit> named = byName.getOrDefault(plain, List.of());
        return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
    }

    /// Choices of the drop-down: streets and towns are too many for one and are typed.
    List<String> choices() {
        return units.stream()
                .filter(u -> u.kind() != UnitKind.STREET && u.kind() != UnitKind.TOWN)
                .map(u -> write(u.id()))
                .toList();
    }

    private static List<Unit> joined(List<Unit> a, List<Unit> b) {
        return a.contains(b.getFirst()) ? a : java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
    }
}
