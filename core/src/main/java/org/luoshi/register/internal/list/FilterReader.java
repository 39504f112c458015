package org.luoshi.register.internal.list;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.Filter;
import org.luoshi.register.ListRefused;
import org.luoshi.register.internal.form.Forms;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;

/// Filters as an address writes them.
public final class FilterReader {

    private final Entity entity;
    private final Setting setting;

    public FilterReader(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    public Filter read(String id, String operator, String text) {
        Field field = entity.field(id)
                .orElseThrow(() -> new ListRefused(
                        "登记表 %s 没有字段 %s".formatted(entity.title().zh(), id),
                        "register %s has no field %s".formatted(entity.id(), id)));
        return switch (operator) {
            case "eq" -> new Filter.Equal(id, value(field, text));
            case "in" -> {
                List<Object> values = new ArrayList<>();
                for (String part : text.split(",", -1)) {
                    values.add(value(field, part));
                }
                yield new Filter.In(id, values);
            }
            case "from" -> new Filter.Range(id, value(field, text), null);
            case "to" -> new Filter.Range(id, null, value(field, text));
            case "contains" -> new Filter.Contains(id, text);
            case "empty" -> new Filter.Empty(id, true);
            case "filled" -> new Filter.Empty(id, false);
            // also a unit of a kind that the field itself does not take, such as the city over its streets
            case "within" -> new Filter.Within(
                    id, setting.units().find(text).map(Unit::id).orElseGet(() -> (String) value(field, text)));
            default -> throw new ListRefused(
                    "不认识筛选方式 %s".formatted(operator), "there is no filter operator %s".formatted(operator));
        };
    }

    private Object value(Field field, String text) {
        try {
            Object value = new Forms(entity, setting).value(field, text, Viewer.system());
            if (value != null) {
                return value;
            }
        } catch (BadValue e) {
            throw new ListRefused(
                    field.title().zh() + "：" + e.text().zh(), field.title().en() + ": " + e.text().en());
        }
        throw new ListRefused(
                "%s 的筛选值是空的".formatted(field.title().zh()), "the filter on %s has no value".formatted(field.title().en()));
    }
}
