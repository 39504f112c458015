package org.luoshi.register.internal.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Point;
import org.luoshi.register.RegisterRecord;

/// Between rows of a register's tables and records.
public final class RowMapping {

    private final EntityTable table;
    private final List<Field<?>> columns = new ArrayList<>();

    public RowMapping(EntityTable table) {
        this.table = table;
        columns.addAll(List.of(EntityTable.ID, EntityTable.VERSION, EntityTable.KNOWN_FROM, EntityTable.CHANGE));
        table.columns().stream().map(Column::jooq).forEach(columns::add);
    }

    /// What to select, in the order that [#read] expects.
    public List<Field<?>> columns() {
        return columns;
    }

    public RegisterRecord read(Record row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        int at = EntityTable.SYSTEM_COLUMNS.size();
        for (org.luoshi.pack.Field field : table.entity().fields()) {
            if (field.type() instanceof PointType) {
                BigDecimal longitude = (BigDecimal) row.get(at++);
                BigDecimal latitude = (BigDecimal) row.get(at++);
                values.put(field.id(), longitude == null || latitude == null ? null : new Point(longitude, latitude));
            } else {
                values.put(field.id(), row.get(at++));
            }
        }
        return new RegisterRecord(
                row.get(EntityTable.ID),
                row.get(EntityTable.VERSION),
                row.get(EntityTable.KNOWN_FROM),
                row.get(EntityTable.CHANGE),
                values,
                Set.of());
    }

    /// Columns and what to write to them; only for fields that are in `values`.
    public Map<Field<?>, @Nullable Object> write(Map<String, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        for (org.luoshi.pack.Field field : table.entity().fields()) {
            if (!values.containsKey(field.id())) {
                continue;
            }
            Object value = values.get(field.id());
            List<Column> own = EntityTable.columns(field).toList();
            if (field.type() instanceof PointType) {
                Point point = (Point) value;
                row.put(own.get(0).jooq(), point == null ? null : point.longitude());
                row.put(own.get(1).jooq(), point == null ? null : point.latitude());
            } else {
                row.put(own.getFirst().jooq(), value);
            }
        }
        return row;
    }
}
