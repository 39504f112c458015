package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.EntityMistakes.INDEX_TWICE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.KEY_MAY_BE_EMPTY;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.KEY_UNFIT;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LABEL_UNFIT;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.NO_UNIT;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.PERSONAL_IN_LIST;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.PERSONAL_LABEL;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.RENAMED_STILL_THERE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.RESERVED_FIELD;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.RESERVED_NAMES;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNIT_IS_NO_UNIT;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_FIELD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;

/// One register: its fields, and everything that names them.
final class EntityBinder {

    private static final Set<String> NAMING = Set.of("text", "integer", "enumeration", "unit", "date");
    private static final Set<String> KEYING =
            Set.of("text", "integer", "date", "enumeration", "unit", "reference", "commitment", "moment");

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final Map<String, View> fields = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    EntityBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
    }

    void bind() {
        List<Field> bound = fields();
        List<String> key = key();
        Optional<Scalar> label = view.get(EntityForm.LABEL).filter(this::known);
        label.ifPresent(this::checkLabel);
        Optional<Scalar> unit = view.get(EntityForm.UNIT).filter(this::known);
        unit.ifPresent(this::checkUnit);
        if (!view.has(EntityForm.UNIT)) {
            findings.report(NO_UNIT.at(file.whole()).with("entity", file.name()));
        }
        Text title = view.get(EntityForm.TITLE, Text.EMPTY);
        Entity entity = new Entity(
                new QualifiedId(draft.id(), file.name()),
                title,
                view.get(EntityForm.PLURAL, title),
                key,
                label.map(Scalar::text).orElse(""),
                unit.map(Scalar::text).orElse(null),
                bound,
                List.of(),
                indexes(key),
                list(key, label, unit),
                renamed());
        world.entities().put(entity.id(), new World.BoundEntity(entity, fields, broken, file));
    }

    private List<Field> fields() {
        List<Field> bound = new ArrayList<>();
        Map<String, Node> written = new LinkedHashMap<>();
        view.node()
                .find(EntityForm.FIELDS.name())
                .map(Node.Entry::value)
                .filter(Node.Entries.class::isInstance)
                .map(Node.Entries.class::cast)
                .ifPresent(e -> e.entries().forEach(f -> written.put(f.key().text(), f.value())));
        broken.addAll(written.keySet());
        Map<Scalar, Listed<View>> read = view.get(EntityForm.FIELDS, Map.of());
        read.forEach((id, declared) -> {
            fields.put(id.text(), declared.value());
            new FieldBinder(world, draft, id.text(), declared.value()).bind().ifPresent(field -> {
                bound.add(field);
                broken.remove(id.text());
            });
        });
        read.forEach((id, declared) -> refuseColumnClash(id, read));
        return bound;
    }

    /// A point takes the columns `place_lon` and `place_lat`.
    private void refuseColumnClash(Scalar id, Map<Scalar, Listed<View>> read) {
        read.forEach((point, declared) -> {
            boolean isPoint = declared.value().get(FieldForms.TYPE, "").equals("point");
            if (isPoint && (id.text().equals(point.text() + "_lon") || id.text().equals(point.text() + "_lat"))) {
                findings.report(RESERVED_FIELD
                        .at(id.span())
                        .with("field", id.text())
                        .with("point", point.text())
                        .other(point.span()));
            }
        });
    }

    private List<String> key() {
        List<String> key = new ArrayList<>();
        for (Listed<Scalar> named : view.get(EntityForm.KEY, List.of())) {
            if (!known(named.value())) continue;
            String id = named.value().text();
            key.add(id);
            View field = fields.get(id);
            if (field == null) continue;
            refuseReserved(EntityForm.KEY, named.value(), field);
            String type = field.get(FieldForms.TYPE, "text");
            if (!KEYING.contains(type)) {
                findings.report(KEY_UNFIT
                        .at(named.span())
                        .with("field", id)
                        .with("type", type)
                        .other(field.at(FieldForms.TYPE)));
            } else if (!field.get(FieldForms.REQUIRED, false) && !field.broken(FieldForms.REQUIRED)) {
                findings.report(KEY_MAY_BE_EMPTY
                        .at(named.span())
                        .with("field", id)
                        .other(field.node().anchor()));
            }
        }
        return key;
    }

    private void checkLabel(Scalar label) {
        View field = fields.get(label.text());
        if (field == null) return;
        refuseReserved(EntityForm.LABEL, label, field);
        String type = field.get(FieldForms.TYPE, "text");
        if (!NAMING.contains(type)) {
            findings.report(LABEL_UNFIT
                    .at(label.span())
                    .with("field", label.text())
                    .with("type", type)
                    .other(field.at(FieldForms.TYPE)));
        } else if (field.has(FieldForms.PERSONAL)) {
            findings.report(PERSONAL_LABEL
                    .at(label.span())
                    .with("field", label.text())
                    .other(field.keyAt(FieldForms.PERSONAL)));
        }
    }

    private void checkUnit(Scalar unit) {
        View field = fields.get(unit.text());
        if (field == null) return;
        refuseReserved(EntityForm.UNIT, unit, field);
        String type = field.get(FieldForms.TYPE, "unit");
        if (!type.equals("unit")) {
            findings.report(UNIT_IS_NO_UNIT
                    .at(unit.span())
                    .with("field", unit.text())
                    .with("type", type)
                    .other(field.at(FieldForms.TYPE)));
        }
    }

    /// What names a record, and says whose it is, is known when it is made.
    private void refuseReserved(Key<?> key, Scalar name, View field) {
        if (!field.has(FieldForms.SET_BY)) return;
        findings.report(RESERVED_NAMES
                .at(name.span())
                .with("key", key.name())
                .with("field", name.text())
                .other(field.keyAt(FieldForms.SET_BY)));
    }

    private List<List<String>> indexes(List<String> key) {
        List<List<String>> indexes = new ArrayList<>();
        Map<List<String>, Span> seen = new HashMap<>();
        if (!key.isEmpty()) seen.put(key, view.at(EntityForm.KEY));
        for (Listed<List<Listed<Scalar>>> index : view.get(EntityForm.INDEXES, List.of())) {
            List<String> columns = index.value().stream()
                    .map(Listed::value)
                    .filter(this::known)
                    .map(Scalar::text)
                    .toList();
            Span first = seen.putIfAbsent(columns, index.span());
            if (first != null) findings.report(INDEX_TWICE.at(index.span()).other(first));
            indexes.add(columns);
        }
        return indexes;
    }

    private List<String> list(List<String> key, Optional<Scalar> label, Optional<Scalar> unit) {
        if (!view.has(EntityForm.LIST)) {
            Set<String> columns = new LinkedHashSet<>(key);
            label.ifPresent(l -> columns.add(l.text()));
            unit.ifPresent(u -> columns.add(u.text()));
            return List.copyOf(columns);
        }
        List<String> list = new ArrayList<>();
        for (Listed<Scalar> column : view.get(EntityForm.LIST, List.of())) {
            if (!known(column.value())) continue;
            list.add(column.value().text());
            View field = fields.get(column.value().text());
            if (field != null && field.has(FieldForms.PERSONAL)) {
                findings.report(PERSONAL_IN_LIST
                        .at(column.span())
                        .with("field", column.value().text())
                        .other(field.keyAt(FieldForms.PERSONAL)));
            }
        }
        return list;
    }

    private Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        view.get(EntityForm.RENAMED, Map.of()).forEach((old, present) -> {
            if (known(present.value())) renamed.put(old.text(), present.value().text());
            @Nullable View still = fields.get(old.text());
            if (still != null) {
                findings.report(RENAMED_STILL_THERE
                        .at(old.span())
                        .with("field", old.text())
                        .other(still.node().anchor()));
            }
        });
        return renamed;
    }

    private boolean known(Scalar name) {
        if (fields.containsKey(name.text()) || broken.contains(name.text())) return true;
        if (view.broken(EntityForm.FIELDS) || !view.has(EntityForm.FIELDS)) return false;
        findings.report(UNKNOWN_FIELD
                .at(name.span())
                .with("field", name.text())
                .with("entity", file.name())
                .with("members", Members.of(fields.keySet(), name.text()))
                .with("meant", Members.meant(name.text(), fields.keySet())));
        return false;
    }
}
