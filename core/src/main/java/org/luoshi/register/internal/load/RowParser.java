package org.luoshi.register.internal.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.register.CellError;
import org.luoshi.register.Point;
import org.luoshi.register.internal.export.SafeText;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.FieldReader;
import org.luoshi.register.internal.value.Plain;

/// Reads the cells of a row as values of fields and writes them for COPY.
final class RowParser {

    private static final Pattern NUMBERED = Pattern.compile("#(\\d{1,18})(?:\\s.*)?");

    private final Entity entity;
    private final Header header;
    private final Setting setting;
    private final Viewer viewer;
    private final List<@Nullable FieldReader> readers = new ArrayList<>();
    private final boolean[] required;
    private final Map<String, Boolean> allowed = new HashMap<>();

    RowParser(Entity entity, Header header, Setting setting, Viewer viewer) {
        this.entity = entity;
        this.header = header;
        this.setting = setting;
        this.viewer = viewer;
        this.required = new boolean[header.fields().size()];
        for (int i = 0; i < required.length; i++) {
            Field field = header.fields().get(i);
            readers.add(field == null ? null : new FieldReader(field, setting.units(), setting.commitments(), Setting.ZONE));
            if (field != null && field.type() instanceof CommitmentType) {
                setting.commitments().titles(); // asked before the rows are copied: then the connection is busy
            }
            required[i] = field != null && (field.required() || entity.key().contains(field.id()));
        }
    }

    /// @return what is wrong; then nothing of the row is in the buffer
    List<CellError> parse(long number, List<String> cells, CopyBuffer out) {
        List<CellError> errors = List.of();
        out.begin();
        out.number(number);
        for (int i = 0; i < readers.size(); i++) {
            FieldReader reader = readers.get(i);
            if (reader == null) {
                continue;
            }
            String cell = i < cells.size() ? cells.get(i) : "";
            try {
                write(reader.field(), read(reader, cell, required[i]), out);
            } catch (BadValue e) {
                if (errors.isEmpty()) {
                    errors = new ArrayList<>();
                }
                errors.add(new CellError(
                        number, header.heads().get(i), reader.field().id(), ErrorList.shorten(cell), e.text()));
            }
        }
        if (hasExtraCells(cells)) {
            errors = new ArrayList<>(errors);
            errors.add(new CellError(number, null, null, "", new Text(
                    "这一行有 %d 格，表头只有 %d 格".formatted(cells.size(), header.heads().size()),
                    "the row has %d cells, the head only %d".formatted(cells.size(), header.heads().size()))));
        }
        if (errors.isEmpty()) {
            out.end();
        } else {
            out.drop();
        }
        return errors;
    }

    private boolean hasExtraCells(List<String> cells) {
        for (int i = header.heads().size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object read(FieldReader reader, String raw, boolean needed) throws BadValue {
        Field field = reader.field();
        String cell = SafeText.back(raw);
        if (field.personal() != null && cell.contains("**")) {
            throw new BadValue("这是打了码的个人信息，不能导入", "this is masked personal data and cannot be imported");
        }
        if (cell.startsWith("ERROR:")) {
            throw new BadValue("公式结果是错误 " + cell.substring(6), "the formula's result is the error " + cell.substring(6));
        }
        Object value = reader.read(cell);
        if (value == null && needed) {
            throw new BadValue("填写%s".formatted(field.title().zh()), "fill in %s".formatted(field.title().en()));
        }
        if (field.id().equals(entity.unit()) && !viewer.everywhere()) {
            checkUnit(value);
        }
        return value;
    }

    private void checkUnit(@Nullable Object unit) throws BadValue {
        boolean may = unit != null
                && allowed.computeIfAbsent((String) unit, u -> setting.guard().may(viewer, Permission.IMPORT, u));
        if (!may) {
            throw new BadValue(
                    "你没有为%s导入的权限".formatted(unit == null ? "全市" : setting.tree().name((String) unit).zh()),
                    "you may not import for %s".formatted(unit == null ? "the whole city" : setting.tree().name((String) unit).en()));
        }
    }

    private static void write(Field field, @Nullable Object value, CopyBuffer out) {
        if (field.type() instanceof ReferenceType) {
            reference((String) value, out);
            return;
        }
        switch (value) {
            case null -> {
                out.missing();
                if (field.type() instanceof org.luoshi.pack.FieldType.PointType) {
                    out.missing();
                }
            }
            case Long number -> out.number(number);
            case BigDecimal number -> out.text(number.toPlainString());
            case Boolean truth -> out.text(truth ? "t" : "f");
            case Point point -> {
                out.text(point.longitude().toPlainString());
                out.text(point.latitude().toPlainString());
            }
            default -> out.text(Objects.toString(value));
        }
    }

    /// Two columns: the `_id` where the cell gives it, else the key to look up.
    private static void reference(@Nullable String name, CopyBuffer out) {
        Matcher numbered = name == null ? null : NUMBERED.matcher(name);
        if (numbered != null && numbered.matches()) {
            out.text(numbered.group(1));
            out.missing();
        } else {
            out.missing();
            if (name == null) {
                out.missing();
            } else {
                out.text(Plain.trim(name));
            }
        }
    }
}
