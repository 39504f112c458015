package org.luoshi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Many cases made of one that people really brought where it is: each of its rows in every table, copied with numbers
/// of its own. Engine and lists cannot tell the copies from cases that were applied for one by one.
final class CaseFill {

    /// Rows of one table.
    ///
    /// @param key condition that finds the case's rows
    /// @param changed columns that differ in a copy → SQL with the copy's number as `g`
    private record Copied(String table, String key, Map<String, String> changed) {}

    private final Connection connection;
    private final List<String> districts;
    private final String number;
    private long next;

    /// @param number of the case to copy
    /// @param districts units over which the copies are spread
    CaseFill(Connection connection, String number, List<String> districts) {
        this.connection = connection;
        this.number = number;
        this.districts = districts;
    }

    /// @param first number of the first copy, higher than any before
    void copy(int copies, long first) throws SQLException {
        next = first;
        var id = one("select id from luoshi.process_case where number = '%s'".formatted(number));
        var record = one("select record from luoshi.process_case where id = " + id);
        var row = one("select register_row from luoshi.process_case where id = " + id);
        var instance = text("select instance from luoshi.process_case where id = " + id);
        var firstTask = one("select min(id) from luoshi.process_task where case_id = " + id);
        var tables = new ArrayList<Copied>();
        tables.add(new Copied("enterprise_requests.request", "_id = " + record,
                Map.of("_id", "g", "number", newNumber(), "district", district())));
        tables.add(new Copied("enterprise_requests.handling_case", "_id = " + row,
                Map.of("_id", "g", "content", "g", "number", newNumber(), "unit", district())));
        tables.add(new Copied("luoshi.process_case", "id = " + id, Map.of(
                "id", "g", "number", newNumber(), "record", "g", "register_row", "g", "unit", district(),
                "instance", "instance || '-' || g")));
        tables.add(new Copied("luoshi.process_task", "case_id = " + id, Map.of(
                "id", "g * 8 + id - " + firstTask, "case_id", "g", "engine_task", "engine_task || '-' || g",
                "unit", "case when account_role = 'CLERK' then %s else unit end".formatted(district()))));
        tables.add(new Copied("luoshi.case_event", "case_id = " + id, Map.of("case_id", "g")));
        tables.add(new Copied("luoshi.case_clock", "case_id = " + id, Map.of("case_id", "g")));
        tables.add(new Copied("luoshi.case_clock_entry", "case_id = " + id, Map.of("case_id", "g")));
        if (instance != null) {
            var key = "proc_inst_id_ = '%s'".formatted(instance);
            tables.add(new Copied("flowable.act_ru_execution", key, suffixed(
                    "id_", "proc_inst_id_", "parent_id_", "root_proc_inst_id_")));
            tables.add(new Copied("flowable.act_ru_task", key, suffixed("id_", "proc_inst_id_", "execution_id_")));
        }
        try (var statement = connection.createStatement()) {
            // keys were checked when the case was made; its copies keep them
            statement.execute("set session_replication_role = replica");
            for (var table : tables) statement.execute(sql(table, copies));
            statement.execute("set session_replication_role = default");
        }
    }

    private String sql(Copied table, int copies) throws SQLException {
        var columns = columns(table.table());
        var list = columns.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", "));
        var values = columns.stream()
                .map(it -> table.changed().getOrDefault(it, '"' + it + '"'))
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) overriding system value select %s from %s t, generate_series(%d, %d) g where %s"
                .formatted(table.table(), list, values, table.table(), next, next + copies - 1, table.key());
    }

    private List<String> columns(String table) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select attname from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum""".formatted(table))) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private static Map<String, String> suffixed(String... columns) {
        return List.of(columns).stream().collect(Collectors.toMap(it -> it, it -> it + " || '-' || g"));
    }

    private static String newNumber() {
        return "'QYSQ-2024-' || lpad(g::text, 9, '0')";
    }

    private String district() {
        var list = districts.stream().map(it -> "'" + it + "'").collect(Collectors.joining(","));
        return "(array[%s])[1 + g %% %d]".formatted(list, districts.size());
    }

    private long one(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
