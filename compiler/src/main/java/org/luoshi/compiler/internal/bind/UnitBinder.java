package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.CityMistakes.CHILD_OUTLIVES;
import static org.luoshi.compiler.internal.mistake.CityMistakes.DUPLICATE_CODE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.DUPLICATE_UNIT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NO_PARENT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NO_UNITS;
import static org.luoshi.compiler.internal.mistake.CityMistakes.PARENT_CYCLE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.SUCCESSION_DAY;
import static org.luoshi.compiler.internal.mistake.CityMistakes.SUCCESSOR_ABSENT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.TWO_PARENTS;
import static org.luoshi.compiler.internal.mistake.CityMistakes.UNKNOWN_SOURCE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.UNKNOWN_UNIT;
import static org.luoshi.compiler.internal.mistake.CityMistakes.UNUSED_SOURCE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.VALIDITY;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.BAD_ID;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_DAY;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_MEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.csv.Csv;
import org.luoshi.compiler.internal.csv.Csv.Cell;
import org.luoshi.compiler.internal.csv.Csv.Row;
import org.luoshi.compiler.internal.form.CityForms;
import org.luoshi.compiler.internal.form.Table;
import org.luoshi.compiler.internal.form.Tables;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Ids;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.City;

/// The city's units with codes, parents and sources.
final class UnitBinder {

    private record Placed(UnitParent parent, Span span) {}

    private final World world;
    private final Draft draft;
    private final Findings findings;
    private final Map<String, City.Source> sources = new LinkedHashMap<>();
    private final Map<String, Span> sourcePlaces = new LinkedHashMap<>();
    private final Set<String> usedSources = new HashSet<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Span> places = new HashMap<>();
    private final List<Placed> parents = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    /// Tables with something unusable in them: what they lack is not told again elsewhere.
    private final Set<Table> broken = new HashSet<>();

    UnitBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    void bind() {
        bindSources();
        Map<String, List<UnitCode>> codes = new HashMap<>();
        List<Row> rows = rows(Tables.UNITS);
        Set<String> ids = new HashSet<>();
        rows.forEach(r -> ids.add(r.cell("id").text()));
        for (Row row : rows(Tables.CODES)) code(row, ids, codes);
        for (Row row : rows) unit(row, codes);
        if (draft.table(Tables.UNITS.path()).isEmpty() && !draft.unread(Tables.UNITS.path())) {
            findings.report(NO_UNITS.at(Span.ofFile(draft.id() + "/pack.yaml")));
        }
        if (!broken.contains(Tables.UNITS)) world.know(units);
        for (Row row : rows(Tables.PARENTS)) parent(row);
        for (Row row : rows(Tables.SUCCESSIONS)) succession(row);
        refuseTwoParents();
        refuseCircles();
        adviseOnOrphans();
        sourcePlaces.forEach((id, place) -> {
            if (broken.isEmpty() && !usedSources.contains(id))
                findings.report(UNUSED_SOURCE.at(place).with("source", id));
        });
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    List<UnitParent> parents() {
        return parents.stream().map(Placed::parent).toList();
    }

    List<Succession> successions() {
        return List.copyOf(successions);
    }

    Map<String, City.Source> sources() {
        return sources;
    }

    private List<Row> rows(Table table) {
        Csv.Content content = draft.table(table.path())
                .map(text -> Csv.read(draft.id() + "/" + table.path(), text, table, findings))
                .orElse(new Csv.Content(List.of(), true));
        if (!content.whole() || draft.unread(table.path())) broken.add(table);
        return content.rows();
    }

    private void bindSources() {
        Optional<ParsedFile> file = draft.file(CityForms.Sources.CONSTRUCT);
        if (file.isEmpty() || !(file.get().read() instanceof Map<?, ?> read)) return;
        read.forEach((key, value) -> {
            if (key instanceof Scalar id && value instanceof Listed<?>(View view, var unused)) {
                sourcePlaces.put(id.text(), id.span());
                sources.put(
                        id.text(),
                        new City.Source(
                                view.get(CityForms.Sources.TITLE, Text.EMPTY),
                                view.get(CityForms.Sources.URL).orElse(null),
                                view.get(CityForms.Sources.VERIFIED, false),
                                view.get(CityForms.Sources.NOTE).orElse(null)));
            }
        });
    }

    private void unit(Row row, Map<String, List<UnitCode>> codes) {
        Cell id = row.cell("id");
        if (!Ids.fits(id.text())) {
            findings.report(BAD_ID.at(id.span()).with("id", id.text()).with("meant", Ids.mend(id.text())));
        }
        Span first = places.putIfAbsent(id.text(), id.span());
        if (first != null) {
            findings.report(DUPLICATE_UNIT.at(id.span()).with("unit", id.text()).other(first));
            return;
        }
        Optional<UnitKind> kind = UnitKind.find(row.cell("kind").text());
        if (kind.isEmpty()) {
            member(
                    row.cell("kind"),
                    new Text("单位类别", "a kind of unit"),
                    Arrays.stream(UnitKind.values()).map(UnitKind::id).toList());
        }
        Text name = new Text(row.cell("zh").text(), row.cell("en").text());
        Text brief = new Text(
                or(row.cell("short_zh").text(), name.zh()),
                or(row.cell("short_en").text(), name.en()));
        units.put(
                id.text(),
                new Unit(
                        id.text(),
                        kind.orElse(UnitKind.DEPARTMENT),
                        name,
                        brief,
                        validity(row).orElse(Validity.ALWAYS),
                        codes.getOrDefault(id.text(), List.of()),
                        source(row)));
    }

    private final Map<UnitCode, Cell> seenCodes = new HashMap<>();
    private final Map<UnitCode, String> codeOwners = new HashMap<>();

    private void code(Row row, Set<String> ids, Map<String, List<UnitCode>> codes) {
        source(row);
        Cell unit = row.cell("unit");
        if (!ids.contains(unit.text())) {
            unknown(unit, ids);
            return;
        }
        UnitCode code = new UnitCode(
                row.cell("scheme").text(),
                row.cell("version").text(),
                row.cell("code").text());
        Cell first = seenCodes.putIfAbsent(code, row.cell("code"));
        String owner = codeOwners.putIfAbsent(code, unit.text());
        if (first != null && owner != null) {
            findings.report(DUPLICATE_CODE
                    .at(row.cell("code").span())
                    .with("scheme", code.scheme())
                    .with("version", code.version())
                    .with("code", code.code())
                    .with("unit", unit.text())
                    .with("first", owner)
                    .other(first.span()));
            return;
        }
        codes.computeIfAbsent(unit.text(), unused -> new ArrayList<>()).add(code);
    }

    private void parent(Row row) {
        source(row);
        Cell unit = row.cell("unit");
        Cell parent = row.cell("parent");
        if (!units.containsKey(unit.text())) unknown(unit, units.keySet());
        if (!units.containsKey(parent.text())) unknown(parent, units.keySet());
        int before = parents.size();
        bindParent(row, unit, parent);
        if (parents.size() == before) broken.add(Tables.PARENTS);
    }

    private void bindParent(Row row, Cell unit, Cell parent) {
        Optional<Basis> basis = Basis.find(row.cell("basis").text());
        if (basis.isEmpty()) {
            member(
                    row.cell("basis"),
                    new Text("口径", "a basis"),
                    Arrays.stream(Basis.values()).map(Basis::id).toList());
        }
        Optional<Validity> validity = validity(row);
        if (basis.isEmpty()
                || validity.isEmpty()
                || !units.containsKey(unit.text())
                || !units.containsKey(parent.text())) return;
        for (Cell end : List.of(unit, parent)) {
            Validity exists = Known.in(units, end.text()).validity();
            if (!exists.contains(validity.get())) {
                findings.report(CHILD_OUTLIVES
                        .at(end.span())
                        .with("validity", validity.get())
                        .with("unit", end.text())
                        .with("exists", exists));
            }
        }
        parents.add(new Placed(
                new UnitParent(unit.text(), parent.text(), basis.get(), validity.get()),
                new Span(unit.span().file(), unit.span().from(), parent.span().to())));
    }

    private void succession(Row row) {
        source(row);
        Cell predecessor = row.cell("predecessor");
        Cell successor = row.cell("successor");
        Optional<LocalDate> since = day(row.cell("since"));
        Unit ended = units.get(predecessor.text());
        Unit taking = units.get(successor.text());
        if (ended == null) unknown(predecessor, units.keySet());
        if (taking == null) unknown(successor, units.keySet());
        if (ended == null || taking == null || since.isEmpty()) return;
        if (!since.get().equals(ended.validity().to())) {
            findings.report(SUCCESSION_DAY
                    .at(row.cell("since").span())
                    .with("since", since.get())
                    .with("unit", ended.id())
                    .with("exists", ended.validity())
                    .other(Known.in(places, ended.id())));
        } else if (!taking.validity().contains(since.get())) {
            findings.report(SUCCESSOR_ABSENT
                    .at(successor.span())
                    .with("unit", taking.id())
                    .with("since", since.get())
                    .with("exists", taking.validity())
                    .other(Known.in(places, taking.id())));
        } else successions.add(new Succession(ended.id(), taking.id(), since.get()));
    }

    private void refuseTwoParents() {
        Map<String, List<Placed>> byUnit = new HashMap<>();
        for (Placed placed : parents) {
            List<Placed> others = byUnit.computeIfAbsent(
                    placed.parent().unit() + "/" + placed.parent().basis(), unused -> new ArrayList<>());
            others.stream()
                    .filter(o -> o.parent().validity().overlaps(placed.parent().validity()))
                    .findFirst()
                    .ifPresent(o -> findings.report(TWO_PARENTS
                            .at(placed.span())
                            .with("unit", placed.parent().unit())
                            .with("parent", placed.parent().parent())
                            .with("first", o.parent().parent())
                            .other(o.span())));
            others.add(placed);
        }
    }

    private void refuseCircles() {
        for (Basis basis : Basis.values()) {
            Map<String, List<String>> up = new HashMap<>();
            Map<String, Span> at = new HashMap<>();
            for (Placed placed : parents) {
                if (placed.parent().basis() != basis) continue;
                up.computeIfAbsent(placed.parent().unit(), unused -> new ArrayList<>())
                        .add(placed.parent().parent());
                at.putIfAbsent(placed.parent().unit(), placed.span());
            }
            for (List<String> circle : Circles.in(up)) {
                Finding finding =
                        PARENT_CYCLE.at(Known.in(at, circle.getFirst())).with("circle", Text.same(Reference.circle(circle)));
                circle.stream().skip(1).forEach(unit -> finding.other(Known.in(at, unit)));
                findings.report(finding);
            }
        }
    }

    private void adviseOnOrphans() {
        Set<String> children = new HashSet<>();
        parents.forEach(p -> children.add(p.parent().unit()));
        if (draft.table(Tables.PARENTS.path()).isEmpty() || broken.contains(Tables.PARENTS)) return;
        units.forEach((id, unit) -> {
            if (unit.kind() != UnitKind.CITY && !children.contains(id)) {
                findings.report(NO_PARENT
                        .at(Known.in(places, id))
                        .with("unit", id)
                        .with("kind", unit.kind().label()));
            }
        });
    }

    private Optional<Validity> validity(Row row) {
        Cell from = row.cell("valid_from");
        Cell to = row.cell("valid_to");
        Optional<LocalDate> start = day(from);
        Optional<LocalDate> end = to.isEmpty() ? Optional.empty() : day(to);
        if (start.isEmpty() || (!to.isEmpty() && end.isEmpty())) return Optional.empty();
        if (end.isPresent() && !end.get().isAfter(start.get())) {
            findings.report(VALIDITY.at(to.span())
                    .with("from", start.get())
                    .with("to", end.get())
                    .other(from.span()));
            return Optional.empty();
        }
        return Optional.of(new Validity(start.get(), end.orElse(null)));
    }

    private Optional<LocalDate> day(Cell cell) {
        Optional<LocalDate> day = Days.read(cell.text());
        if (day.isEmpty()) {
            findings.report(NOT_A_DAY.at(cell.span()).with("word", cell.text()).with("meant", Days.meant(cell.text())));
        }
        return day;
    }

    private String source(Row row) {
        Cell source = row.cell("source");
        usedSources.add(source.text());
        boolean readable = draft.file(CityForms.Sources.CONSTRUCT)
                .map(f -> f.read() != null)
                .orElse(true);
        if (readable && !sources.containsKey(source.text())) {
            findings.report(UNKNOWN_SOURCE
                    .at(source.span())
                    .with("source", source.text())
                    .with("meant", Members.meant(source.text(), sources.keySet())));
        }
        return source.text();
    }

    private void unknown(Cell cell, Set<String> ids) {
        if (broken.contains(Tables.UNITS)) return;
        findings.report(
                UNKNOWN_UNIT.at(cell.span()).with("unit", cell.text()).with("meant", Members.meant(cell.text(), ids)));
    }

    private void member(Cell cell, Text what, List<String> members) {
        findings.report(NOT_A_MEMBER
                .at(cell.span())
                .with("word", cell.text())
                .with("what", what)
                .with("members", Members.of(members, cell.text()))
                .with("meant", Members.meant(cell.text(), members)));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
