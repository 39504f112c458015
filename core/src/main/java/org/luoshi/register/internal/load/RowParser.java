package org.luoshi.register.internal.load;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.CellError;
import org.luoshi.register.FieldError;
import org.luoshi.register.Point;
import org.luoshi.register.internal.export.SafeText;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.FieldReader;

/// Reads the cells of a row as values of fields, checks them as far as the row goes by itself, and writes them for COPY.
final class RowParser {

    private final Entity entity;
    private final Header header;
    private final Setting setting;
    private final Viewer viewer;
    private final List<@Nullable FieldReader> readers = new ArrayList<>();
    private final boolean[] required;
    private final boolean[] inKey;
    private final int[] columns;
    private final Map<String, Boolean> allowed = new HashMap<>();
    private final @Nullable Surroundings surroundings;
    private final boolean ruled;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private long key;

    /// @param surroundings null where the database is to be asked about all rows at once
    RowParser(Entity entity, Header header, Setting setting, Viewer viewer, @Nullable Surroundings surroundings) {
        this.entity = entity;
        this.header = header;
        this.setting = setting;
        this.viewer = viewer;
        this.surroundings = surroundings;
        this.ruled = surroundings != null && !entity.constraints().isEmpty();
        this.inKey = new boolean[header.fields().size()];
        this.columns = new int[header.fields().size()];
        this.required = new boolean[header.fields().size()];
        for (int i = 0; i < required.length; i++) {
            Field field = header.fields().get(i);
            readers.add(field == null ? null : new FieldReader(field, setting.units(), setting.commitments(), Setting.ZONE, setting.today()));
            columns[i] = field == null ? 0 : Stage.columns(field, surroundings != null).size();
            inKey[i] = field != null && entity.key().contains(field.id());
            required[i] = field != null && (field.required() || inKey[i]);
        }
    }

    /// Writes the fields of a row, for the caller to keep or drop.
    ///
    /// @return what is wrong
    List<CellError> parse(long number, List<String> cells, RowBuffer out) {
        List<CellError> errors = List.of();
        out.begin(number);
        key = 0;
        for (int i = 0; i < readers.size(); i++) {
            FieldReader reader = readers.get(i);
            if (reader == null) {
                continue;
            }
            String cell = i < cells.size() ? cells.get(i) : "";
            try {
                Object value = read(reader, cell, required[i]);
                int from = out.size();
                write(i, value, out);
                if (inKey[i]) {
                    key = out.print(from, key);
                }
                if (ruled) {
                    values.put(reader.field().id(), value);
                }
            } catch (BadValue e) {
                errors = with(errors, error(number, reader.field().id(), cells, e.text()));
            }
        }
        if (hasExtraCells(cells)) {
            errors = with(errors, new CellError(number, null, null, "", new Text(
                    "这一行有 %d 格，表头只有 %d 格".formatted(cells.size(), header.heads().size()),
                    "the row has %d cells, the head only %d".formatted(cells.size(), header.heads().size()))));
        }
        if (surroundings != null && ruled && errors.isEmpty()) {
            for (FieldError broken : surroundings.broken(values)) {
                errors = with(errors, error(number, broken.field(), cells, broken.text()));
            }
        }
        return errors;
    }

    /// A print of the key of the row just parsed.
    long key() {
        return key;
    }

    private static List<CellError> with(List<CellError> errors, CellError more) {
        List<CellError> longer = new ArrayList<>(errors);
        longer.add(more);
        return longer;
    }

    private CellError error(long number, @Nullable String field, List<String> cells, Text text) {
        int column = header.column(field);
        return new CellError(
                number,
                column < 0 ? null : header.heads().get(column),
                field,
                column < 0 || column >= cells.size() ? "" : ErrorList.shorten(cells.get(column)),
                text);
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
        Object written = reader.read(cell);
        Object value = written == null ? field.initial() : written;
        if (value == null && needed) {
            throw new BadValue("填写%s".formatted(field.title().zh()), "fill in %s".formatted(field.title().en()));
        }
        if (field.id().equals(entity.unit()) && !viewer.everywhere()) {
            checkUnit(value);
        }
        return value == null || surroundings == null ? value : surroundings.resolved(field, value);
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

    private void write(int column, @Nullable Object value, RowBuffer out) {
        switch (value) {
            case null -> {
                for (int i = 0; i < columns[column]; i++) {
                    out.missing();
                }
            }
            case Long number -> out.whole(number);
            case BigDecimal number -> out.decimal(number);
            case Boolean truth -> out.truth(truth);
            case LocalDate date -> out.date(date);
            case Instant moment -> out.moment(moment);
            case Point point -> {
                out.decimal(point.longitude());
                out.decimal(point.latitude());
            }
            case String name when isReference(column) -> reference(name, out);
            case String text -> out.text(text);
            default -> throw new IllegalStateException("no column holds " + value.getClass());
        }
    }

    private boolean isReference(int column) {
        return columns[column] > 1;
    }

    /// A reference that is still to be found: two columns, the number where the cell gives it, else the key.
    private static void reference(String name, RowBuffer out) {
        Long number = Referents.numbered(name);
        if (number == null) {
            out.missing();
            out.text(name);
        } else {
            out.whole(number);
            out.missing();
        }
    }
}
