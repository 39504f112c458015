package org.luoshi.register.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.BooleanType;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.DateType;
import org.luoshi.pack.FieldType.DecimalType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.pack.FieldType.MomentType;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormField;
import org.luoshi.register.FormField.Input;
import org.luoshi.register.FormField.Option;
import org.luoshi.register.FormReading;
import org.luoshi.register.RecordForm;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.internal.list.ReferenceLabels;
import org.luoshi.register.internal.record.References;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.FieldReader;

/// Makes forms and reads them.
public final class Forms {

    private final Entity entity;
    private final Setting setting;

    public Forms(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    /// @param record null for a new one
    /// @param typed what was sent, shown again instead of the values; empty on first showing
    public RecordForm form(
            @Nullable RegisterRecord record, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        Map<String, Map<Long, String>> labels =
                record == null ? Map.of() : new ReferenceLabels(setting).of(entity, List.of(record), viewer);
        List<FormField> fields = new ArrayList<>();
        for (Field field : entity.fields()) {
            Object value = record == null ? null : record.value(field.id());
            String text = typed.getOrDefault(field.id(), text(field, value, labels));
            boolean masked = record != null && record.masked().contains(field.id()) && text.equals(value);
            fields.add(new FormField(
                    field,
                    input(field),
                    text,
                    field.required() || entity.key().contains(field.id()),
                    masked,
                    options(field, viewer),
                    symbol(field),
                    errors.stream()
                            .filter(e -> field.id().equals(e.field()))
                            .findFirst()
                            .map(FieldError::text)
                            .orElse(null)));
        }
        List<Text> problems = errors.stream().filter(e -> e.field() == null).map(FieldError::text).toList();
        return new RecordForm(fields, record == null ? 0 : record.version(), problems);
    }

    /// The same for a verifier, with what he would write himself offered where it is empty.
    public RecordForm verdict(
            RegisterRecord record, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        Map<String, String> offered = new LinkedHashMap<>();
        for (Field field : entity.reserved()) {
            if (record.value(field.id()) != null) continue;
            if (field.type() instanceof DateType) offered.put(field.id(), setting.today().toString());
            if (field.type() instanceof UnitType(var kinds)) ownUnit(kinds, viewer).ifPresent(u -> offered.put(field.id(), u));
        }
        offered.putAll(typed);
        return form(record, offered, errors, viewer);
    }

    /// The unit for which the viewer verifies, where it is one.
    private Optional<String> ownUnit(Set<UnitKind> kinds, Viewer viewer) {
        Set<String> units = viewer.scope(Permission.VERIFY_EVIDENCE);
        return setting.units().ofKinds(kinds).stream()
                .map(Unit::id)
                .filter(unit -> units.size() == 1 && units.contains(unit))
                .findFirst();
    }

    /// @param typed by field id; fields that are absent are left alone
    /// @param shown the record as the form showed it, so that an untouched mask is not taken for a value
    public FormReading read(Map<String, String> typed, @Nullable RegisterRecord shown, Viewer viewer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Field field : entity.fields()) {
            String text = typed.get(field.id());
            boolean untouchedMask = shown != null
                    && shown.masked().contains(field.id())
                    && Objects.equals(text, shown.value(field.id()));
            if (text == null || untouchedMask || untouchedReference(field, text, shown)) {
                continue;
            }
            try {
                values.put(field.id(), value(field, text, viewer));
            } catch (BadValue e) {
                errors.add(new FieldError(field.id(), e.text()));
            }
        }
        return new FormReading(values, errors);
    }

    /// Whether the text names the record to which the field refers already, which the writer need not be able to read.
    private static boolean untouchedReference(Field field, String text, @Nullable RegisterRecord shown) {
        return shown != null
                && field.type() instanceof ReferenceType
                && shown.value(field.id()) instanceof Long id
                && References.numbered(text).filter(id::equals).isPresent();
    }

    public @Nullable Object value(Field field, String text, Viewer viewer) throws BadValue {
        Object value = new FieldReader(field, setting.units(), setting.commitments(), Setting.ZONE, null).read(text);
        return value instanceof String name && field.type() instanceof ReferenceType(var target)
                ? new References(setting).find(target, name, viewer)
                : value;
    }

    private String text(Field field, @Nullable Object value, Map<String, Map<Long, String>> labels) {
        if (value instanceof Long id && field.type() instanceof ReferenceType) {
            String label = labels.getOrDefault(field.id(), Map.of()).get(id);
            return "#" + id + (label == null ? "" : " " + label);
        }
        return ValueText.plain(value);
    }

    private List<Option> options(Field field, Viewer viewer) {
        return switch (field.type()) {
            case EnumerationType(var values) -> values.stream().map(v -> new Option(v.id(), v.title())).toList();
            case BooleanType _ -> List.of(new Option("true", new Text("是", "yes")), new Option("false", new Text("否", "no")));
            case UnitType(Set<UnitKind> kinds) -> setting.units().ofKinds(kinds).stream()
                    .filter(u -> !field.id().equals(entity.unit())
                            || setting.guard().may(viewer, Permission.WRITE_RECORD, u.id()))
                    .map(u -> new Option(u.id(), u.name()))
                    .toList();
            case CommitmentType _ -> setting.commitments().titles().entrySet().stream()
                    .map(c -> new Option(c.getKey(), c.getValue()))
                    .toList();
            default -> List.of();
        };
    }

    private static Input input(Field field) {
        return switch (field.type()) {
            case TextType _ -> Input.TEXT;
            case IntegerType _, DecimalType _ -> Input.NUMBER;
            case BooleanType _, EnumerationType _, UnitType _ -> Input.CHOICE;
            case DateType _ -> Input.DATE;
            case MomentType _ -> Input.MOMENT;
            case ReferenceType _ -> Input.REFERENCE;
            case PointType _ -> Input.POINT;
            case CommitmentType _ -> Input.COMMITMENT;
        };
    }

    private static @Nullable String symbol(Field field) {
        Optional<String> symbol = switch (field.type()) {
            case IntegerType t -> Optional.of(t.unit().symbol());
            case DecimalType t -> Optional.of(t.unit().symbol());
            default -> Optional.empty();
        };
        return symbol.filter(s -> !s.equals("1")).orElse(null);
    }
}
