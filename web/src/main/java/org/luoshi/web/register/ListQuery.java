package org.luoshi.web.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Field;
import org.luoshi.register.Filter;
import org.luoshi.register.ListRefused;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Register;
import org.luoshi.register.Sort;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shell;

/// A list's address read: `q` searches, `stage.eq=lead` narrows by a field, `sort=-investment` sorts downwards,
/// `columns=` chooses, `after` and `before` are cursors.
record ListQuery(ListRequest request, List<Field> columns, @Nullable String sort) {

    static final int ROWS = 50;
    private static final int COLUMNS = 7;

    static ListQuery read(Register register, Shell shell, int size) {
        Address address = shell.address();
        List<Filter> filters = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : address.query().entrySet()) {
            int dot = entry.getKey().lastIndexOf('.');
            if (dot <= 0) continue;
            for (String value : entry.getValue()) {
                filters.add(filter(register, entry.getKey().substring(0, dot), entry.getKey().substring(dot + 1), value));
            }
        }
        String sort = address.first("sort");
        String after = address.first("after");
        ListRequest request = new ListRequest(
                filters,
                address.first("q"),
                sort == null ? null : sorted(register, sort),
                size,
                after,
                after == null ? address.first("before") : null,
                shell.asOf().moment());
        return new ListQuery(request, columns(register, address.query().getOrDefault("columns", List.of())), sort);
    }

    private static Filter filter(Register register, String field, String operator, String value) {
        if (register.entity().field(field).isEmpty()) throw new BadRequest("register.no-field", field);
        try {
            return register.filter(field, operator, value);
        } catch (ListRefused refused) {
            throw new BadRequest(refused.reason());
        }
    }

    private static Sort sorted(Register register, String sort) {
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        if (register.entity().field(field).isEmpty()) throw new BadRequest("register.no-field", field);
        return new Sort(field, descending);
    }

    private static List<Field> columns(Register register, List<String> chosen) {
        List<String> ids = chosen.isEmpty() ? register.entity().list() : chosen;
        List<Field> columns = register.entity().fields().stream()
                .filter(field -> ids.contains(field.id()))
                .toList();
        if (!columns.isEmpty()) return columns;
        List<Field> all = register.entity().fields();
        return all.subList(0, Math.min(COLUMNS, all.size()));
    }
}
