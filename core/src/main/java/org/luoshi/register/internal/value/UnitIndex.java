package org.luoshi.register.internal.value;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;

/// Finds units as people write them: by id, by full or short name, or by `scheme:code`.
public final class UnitIndex {

    private final Map<String, Unit> byId = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Set<String> schemes = new TreeSet<>();

    public UnitIndex(Collection<Unit> units) {
        for (Unit unit : units) {
            byId.put(unit.id(), unit);
            for (String name : List.of(unit.name().zh(), unit.name().en(), unit.shortName().zh(), unit.shortName().en())) {
                byName.computeIfAbsent(name, _ -> new HashSet<>()).add(unit.id());
            }
            for (UnitCode code : unit.codes()) {
                schemes.add(code.scheme());
                byCode.computeIfAbsent(code.scheme() + ":" + code.code(), _ -> new HashSet<>()).add(unit.id());
                byCode.computeIfAbsent(code.scheme() + "@" + code.version() + ":" + code.code(), _ -> new HashSet<>())
                        .add(unit.id());
            }
        }
    }

    public Optional<Unit> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Unit> ofKinds(Set<UnitKind> kinds) {
        return byId.values().stream()
                .filter(u -> kinds.isEmpty() || kinds.contains(u.kind()))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /// @param kinds narrows a name that several units share; empty for every kind
    String read(String text, Set<UnitKind> kinds) throws BadValue {
        Unit unit = byId.get(text);
        if (unit == null) {
            unit = byId.get(one(text, kinds));
        }
        if (unit == null) {
            throw unknown(text, kinds);
        }
        check(unit, kinds);
        return unit.id();
    }

    void check(String id, Set<UnitKind> kinds) throws BadValue {
        Unit unit = byId.get(id);
        if (unit == null) {
            throw unknown(id, kinds);
        }
        check(unit, kinds);
    }

    private static void check(Unit unit, Set<UnitKind> kinds) throws BadValue {
        if (!kinds.isEmpty() && !kinds.contains(unit.kind())) {
            String wanted = kinds.stream().sorted().map(k -> k.label().zh()).collect(Collectors.joining("、"));
            String wantedEn = kinds.stream().sorted().map(k -> k.label().en()).collect(Collectors.joining(", "));
            throw new BadValue(
                    "%s 是%s，这里要%s".formatted(unit.name().zh(), unit.kind().label().zh(), wanted),
                    "%s is a %s; needed: %s".formatted(unit.name().en(), unit.kind().label().en(), wantedEn));
        }
    }

    private String one(String text, Set<UnitKind> kinds) throws BadValue {
        String code = Plain.halfWidth(text).replace(" ", "");
        Set<String> found = byName.getOrDefault(text, byCode.getOrDefault(code, Set.of()));
        Set<String> fitting = found.stream()
                .filter(id -> kinds.isEmpty() || kinds.contains(Known.in(byId, id).kind()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (fitting.size() > 1) {
            throw new BadValue(
                    "「%s」可指 %s；写单位标识".formatted(text, String.join("、", fitting)),
                    "\"%s\" can mean %s; write the unit's id".formatted(text, String.join(", ", fitting)));
        }
        if (fitting.isEmpty()) {
            return found.isEmpty() ? "" : found.iterator().next();
        }
        return fitting.iterator().next();
    }

    private BadValue unknown(String text, Set<UnitKind> kinds) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            String example = (schemes.isEmpty() ? "mca" : schemes.iterator().next()) + ":" + text;
            return new BadValue(
                    "代码 %s 没有说明是哪种编码；写作 %s（编码有 %s）".formatted(text, example, String.join("、", schemes)),
                    "code %s does not say its scheme; write %s (schemes: %s)".formatted(text, example, String.join(", ", schemes)));
        }
        if (Plain.halfWidth(text).contains(":")) {
            return new BadValue(
                    "没有代码为「%s」的单位；编码有 %s".formatted(NumberReader.shorten(text), String.join("、", schemes)),
                    "no unit has the code \"%s\"; schemes: %s".formatted(NumberReader.shorten(text), String.join(", ", schemes)));
        }
        Set<String> names = new HashSet<>();
        ofKinds(kinds).forEach(u -> names.addAll(List.of(u.id(), u.name().zh(), u.shortName().zh())));
        String near = EditDistance.suggestion(text, names).map(n -> "；是不是 " + n + "?").orElse("");
        String nearEn = EditDistance.suggestion(text, names).map(n -> "; did you mean " + n + "?").orElse("");
        return new BadValue(
                "没有单位「%s」%s".formatted(NumberReader.shorten(text), near),
                "there is no unit \"%s\"%s".formatted(NumberReader.shorten(text), nearEn));
    }
}
