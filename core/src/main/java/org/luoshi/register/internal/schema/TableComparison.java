package org.luoshi.register.internal.schema;

import static org.luoshi.register.EntityTable.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.register.Column;
import org.luoshi.register.ColumnType;
import org.luoshi.register.EntityTable;
import org.luoshi.register.SchemaStep;
import org.luoshi.register.SchemaStep.Kind;
import org.luoshi.register.SchemaStep.Loss;
import org.luoshi.register.internal.schema.Catalogue.LiveColumn;
import org.luoshi.register.internal.schema.Catalogue.LiveTable;

/// Steps from an existing table to the wanted one.
final class TableComparison {

    private final WantedTable wanted;
    private final EntityTable table;
    private final LiveTable live;
    private final Catalogue catalogue;
    private final List<SchemaStep> steps = new ArrayList<>();
    /// Wanted column → the live column that holds its values now.
    private final Map<String, String> sources = new HashMap<>();
    /// Columns that begin anew under their name: what they held so far is kept under another one.
    private final Set<String> renewed = new HashSet<>();
    /// Of those, the ones whose values have no counterpart in the new type.
    private final Set<String> emptied = new HashSet<>();

    TableComparison(WantedTable wanted, LiveTable live, Catalogue catalogue) {
        this.wanted = wanted;
        this.table = wanted.table();
        this.live = live;
        this.catalogue = catalogue;
    }

    void addTo(List<SchemaStep> plan) {
        columns();
        rules();
        indexes();
        if (!steps.isEmpty() || Descriptions.differ(wanted, live)) {
            steps.add(Descriptions.step(wanted));
        }
        plan.addAll(steps);
    }

    private void columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        table.columns().forEach(c -> columns.put(c.name(), c));
        Map<String, String> renames = renames(columns.keySet());
        Set<String> gone = new HashSet<>(live.columns().keySet());
        gone.removeAll(EntityTable.SYSTEM_COLUMNS);
        gone.removeIf(EntityTable::isPast);
        for (Column column : columns.values()) {
            String source = live.columns().containsKey(column.name()) ? column.name() : renames.get(column.name());
            if (source == null) {
                add(column);
                continue;
            }
            gone.remove(source);
            sources.put(column.name(), source);
            if (!source.equals(column.name())) {
                move(Kind.RENAME_COLUMN, column.field(),
                        new Text("改列名 %s → %s".formatted(source, column.name()), "rename column %s to %s".formatted(source, column.name())),
                        null, both("ALTER TABLE %s RENAME COLUMN " + quote(source) + " TO " + quote(column.name())),
                        source, column.name());
            }
            type(column, Known.in(live.columns(), source));
        }
        columns.values().forEach(this::requirement);
        gone.stream().sorted().forEach(this::drop);
    }

    /// New column → old column, for the fields the entity says were renamed.
    private Map<String, String> renames(Set<String> columns) {
        Map<String, String> renames = new HashMap<>();
        wanted.entity().renamed().forEach((from, to) -> {
            Field field = wanted.entity().field(to).orElse(null);
            if (field != null) {
                EntityTable.columns(field).forEach(c -> {
                    String old = from + c.name().substring(to.length());
                    if (live.columns().containsKey(old) && !columns.contains(old)) {
                        renames.put(c.name(), old);
                    }
                });
            }
        });
        return renames;
    }

    private void add(Column column) {
        step(Kind.ADD_COLUMN, column.field(),
                new Text("加列 %s.%s".formatted(wanted.entity().id(), column.name()), "add column %s.%s".formatted(wanted.entity().id(), column.name())),
                null, both("ALTER TABLE %s ADD COLUMN " + quote(column.name()) + " " + column.type().sql()));
    }

    private void drop(String column) {
        long values = catalogue.count(table.currentSql(), quote(column) + " IS NOT NULL")
                + catalogue.count(table.historySql(), quote(column) + " IS NOT NULL");
        String past = past(column);
        move(Kind.DROP_COLUMN, column,
                new Text("删列 %s.%s".formatted(wanted.entity().id(), column), "drop column %s.%s".formatted(wanted.entity().id(), column)),
                new Loss(
                        new Text("登记表会失去现在与历史共 %d 个值（只供按过去时点查看，改名存为 %s）".formatted(values, past),
                                "the register would lose %d values, present and past (kept as %s, for reading as of the past only)".formatted(values, past)),
                        Planner.consent(wanted.subject(column)), true),
                putAside(column, past), column, past);
    }

    /// A name for what a column held so far.
    private String past(String column) {
        int number = 1;
        while (live.columns().containsKey(EntityTable.pastName(column, number))) number++;
        return EntityTable.pastName(column, number);
    }

    private List<String> putAside(String column, String past) {
        List<String> sql = new ArrayList<>(both("ALTER TABLE %s RENAME COLUMN " + quote(column) + " TO " + quote(past)));
        sql.add("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL".formatted(table.currentSql(), quote(past)));
        sql.addAll(both("COMMENT ON COLUMN %s." + quote(past) + " IS "
                + WantedTable.literal("原字段 %1$s 的值，只供按过去时点查看 / values of the former field %1$s, for reading as of the past".formatted(column))));
        return sql;
    }

    private void type(Column column, LiveColumn from) {
        String to = column.type().sql();
        if (from.type().equals(to)) {
            return;
        }
        TypeChange change = TypeChange.between(from.type(), to);
        Text text = new Text("列 %s.%s 的类型 %s → %s".formatted(wanted.entity().id(), column.name(), from.type(), to),
                "type of column %s.%s: %s to %s".formatted(wanted.entity().id(), column.name(), from.type(), to));
        switch (change) {
            case WIDER -> step(Kind.CHANGE_TYPE, column.field(), text, null, both(
                    "ALTER TABLE %s ALTER COLUMN " + quote(column.name()) + " TYPE " + to));
            case LOSSLESS -> renew(column, text, null, to, true);
            case MAY_NOT_FIT -> {
                String source = quote(Known.in(sources, column.name()));
                String misfit = TypeChange.misfit(source, to);
                long lost = catalogue.count(table.currentSql(), misfit) + catalogue.count(table.historySql(), misfit);
                Loss loss = lost == 0 ? null : new Loss(
                        new Text("%d 个值放不下，会被舍入或放不进".formatted(lost), "%d values do not fit: they would be rounded or not go in".formatted(lost)),
                        Planner.consent(wanted.subject(column.field())),
                        catalogue.count(table.currentSql(), TypeChange.overflow(source, to)) == 0);
                renew(column, text, loss, to, true);
            }
            case UNRELATED -> {
                long values = catalogue.count(table.currentSql(), quote(Known.in(sources, column.name())) + " IS NOT NULL")
                        + catalogue.count(table.historySql(), quote(Known.in(sources, column.name())) + " IS NOT NULL");
                emptied.add(column.name());
                renew(column, text,
                        values == 0 ? null : new Loss(
                                new Text("没有换算办法，登记表会失去 %d 个值".formatted(values), "there is no conversion: the register would lose %d values".formatted(values)),
                                Planner.consent(wanted.subject(column.field())), true), to, false);
            }
        }
    }

    /// A new column under the name; what the old one held is put aside as it was.
    ///
    /// @param converted whether the new column starts with the old one's values
    private void renew(Column column, Text text, @Nullable Loss loss, String to, boolean converted) {
        renewed.add(column.name());
        String name = quote(column.name());
        String past = past(column.name());
        List<String> sql = new ArrayList<>(putAside(column.name(), past));
        sql.addAll(both("ALTER TABLE %s ADD COLUMN " + name + " " + to));
        // rewrites each table once, which an UPDATE of all rows would bloat
        if (converted) sql.addAll(both("ALTER TABLE %s ALTER COLUMN " + name + " TYPE " + to + " USING " + quote(past) + "::" + to));
        move(Kind.CHANGE_TYPE, column.field(), text, loss, sql, column.name(), past);
    }

    private void requirement(Column column) {
        String source = emptied.contains(column.name()) ? null : sources.get(column.name());
        boolean is = source != null && !renewed.contains(column.name()) && Known.in(live.columns(), source).required();
        boolean must = wanted.required(column);
        if (is && !must) {
            step(Kind.ALLOW_MISSING, column.field(),
                    new Text("列 %s.%s 不再必填".formatted(wanted.entity().id(), column.name()), "column %s.%s is no longer required".formatted(wanted.entity().id(), column.name())),
                    null, List.of("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL".formatted(table.currentSql(), quote(column.name()))));
        } else if (!is && must) {
            require(column, source);
        }
    }

    private void require(Column column, @Nullable String source) {
        long missing = catalogue.count(table.currentSql(), source == null ? "true" : quote(source) + " IS NULL");
        String predicate = quote(column.name()) + " IS NOT NULL";
        String name = Rule.name(table.name(), column.name(), "required", predicate);
        boolean excused = live.constraints().contains(name) && !renewed.contains(column.name());
        if (missing > 0 && excused) {
            return; // consented to earlier: old records may stay without, new ones may not
        }
        Text text = new Text("列 %s.%s 必填".formatted(wanted.entity().id(), column.name()), "column %s.%s is required".formatted(wanted.entity().id(), column.name()));
        if (missing == 0) {
            List<String> sql = new ArrayList<>();
            sql.add("ALTER TABLE %s ALTER COLUMN %s SET NOT NULL".formatted(table.currentSql(), quote(column.name())));
            if (excused) {
                sql.add("ALTER TABLE %s DROP CONSTRAINT %s".formatted(table.currentSql(), quote(name)));
            }
            step(Kind.REQUIRE, column.field(), text, null, sql);
        } else {
            step(Kind.REQUIRE, column.field(), text,
                    new Loss(
                            new Text("%d 条记录没有值".formatted(missing), "%d records have no value".formatted(missing)),
                            new Text("先补齐；或加 --drop %s，旧记录暂缺，改动时须补".formatted(wanted.subject(column.field())),
                                    "fill it in first; or add --drop %s: old records stay without until they are next changed"
                                            .formatted(wanted.subject(column.field()))), true),
                    List.of("ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID".formatted(table.currentSql(), quote(name), predicate)));
        }
    }

    private void rules() {
        Set<String> names = wanted.rules().stream()
                .filter(rule -> rule.columns().stream().noneMatch(renewed::contains))
                .map(Rule::name)
                .collect(Collectors.toSet());
        Set<String> kept = table.columns().stream()
                .filter(c -> wanted.required(c) && !renewed.contains(c.name()))
                .map(c -> Rule.name(table.name(), c.name(), "required", quote(c.name()) + " IS NOT NULL"))
                .collect(Collectors.toSet());
        live.constraints().stream()
                .filter(Rule::managed)
                .filter(n -> !names.contains(n) && !kept.contains(n))
                .sorted()
                .forEach(n -> step(Kind.DROP_RULE, "", new Text("去约束 " + n, "drop constraint " + n), null,
                        List.of("ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(table.currentSql(), quote(n)))));
        wanted.rules().stream()
                .filter(rule -> !live.constraints().contains(rule.name()) || rule.columns().stream().anyMatch(renewed::contains))
                .forEach(rule -> {
                    Loss loss = loss(rule);
                    steps.add(addRule(table, rule, loss, loss != null || !wanted.carriedBy(rule).isEmpty()));
                });
    }

    private @Nullable Loss loss(Rule rule) {
        if (!rule.columns().stream().allMatch(c -> sources.containsKey(c) && !emptied.contains(c))) {
            return null;
        }
        if (rule.kind() == Rule.Kind.UNIQUE) {
            String columns = rule.columns().stream().map(this::value).collect(Collectors.joining(", "));
            long twice = catalogue.count("(SELECT 1 FROM %s GROUP BY %s HAVING count(*) > 1) d".formatted(table.currentSql(), columns), "true");
            return twice == 0 ? null : new Loss(
                    new Text("%d 个主键值重复".formatted(twice), "%d key values occur more than once".formatted(twice)),
                    new Text("先改正重复的记录", "mend the duplicate records first"), false);
        }
        long broken = broken(rule);
        return broken == 0 ? null : new Loss(
                new Text("%d 条记录不合「%s」".formatted(broken, rule.meaning().zh()), "%d records break \"%s\"".formatted(broken, rule.meaning().en())),
                new Text("先改这些记录；或加 --drop %s，旧记录照旧，改动时须合规".formatted(rule.subject()),
                        "mend them first; or add --drop %s: old records stay until they are next changed".formatted(rule.subject())), true);
    }

    private long broken(Rule rule) {
        if (rule.kind() == Rule.Kind.FOREIGN_KEY && rule.definition().contains("REFERENCES \"luoshi\"") == false
                && !targetExists(rule)) {
            return catalogue.count(table.currentSql(), quote(Known.in(sources, rule.columns().getFirst())) + " IS NOT NULL");
        }
        String sql = rule.predicate().sql(this::value);
        String present = rule.columns().stream().map(c -> quote(Known.in(sources, c)) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String carried = wanted.carriedBy(rule).stream().sorted().map(WantedTable::literal).collect(Collectors.joining(", "));
        String others = carried.isEmpty() ? "" : " AND %s NOT IN (%s)".formatted(value(rule.columns().getFirst()), carried);
        return catalogue.count(table.currentSql() + " t", present + " AND NOT (" + sql + ")" + others);
    }

    /// What a wanted column will hold, before anything has been done. Text takes every value; numbers are compared as
    /// they are.
    private String value(String column) {
        String source = quote(Known.in(sources, column));
        boolean text = table.columns().stream()
                .anyMatch(c -> c.name().equals(column) && c.type().equals(ColumnType.TEXT));
        return renewed.contains(column) && text ? source + "::text" : source;
    }

    private boolean targetExists(Rule rule) {
        var parts = java.util.regex.Pattern.compile("REFERENCES \"([^\"]+)\"\\.\"([^\"]+)\"").matcher(rule.definition());
        return parts.find() && catalogue.table(parts.group(1), parts.group(2)) != null;
    }

    private void indexes() {
        Set<String> names = wanted.indexes().stream()
                .filter(index -> index.columns().stream().noneMatch(renewed::contains))
                .map(Index::name)
                .collect(Collectors.toSet());
        live.indexes().stream().filter(Rule::managed).filter(n -> !names.contains(n)).sorted().forEach(n ->
                step(Kind.DROP_INDEX, "", new Text("去索引 " + n, "drop index " + n), null,
                        List.of("DROP INDEX IF EXISTS %s.%s".formatted(quote(table.schema()), quote(n)))));
        wanted.indexes().stream()
                .filter(i -> !live.indexes().contains(i.name()) || i.columns().stream().anyMatch(renewed::contains))
                .forEach(i -> steps.add(addIndex(table, wanted.entity().id().toString(), i)));
    }

    /// @param excused existing records may break it until they are next changed
    static SchemaStep addRule(EntityTable table, Rule rule, @Nullable Loss loss, boolean excused) {
        String sql = "ALTER TABLE %s ADD CONSTRAINT %s %s%s"
                .formatted(table.currentSql(), quote(rule.name()), rule.definition(), excused ? " NOT VALID" : "");
        return new SchemaStep(Kind.ADD_RULE, rule.subject(),
                new Text("约束 %s:%s".formatted(rule.subject(), rule.meaning().zh()), "constraint on %s: %s".formatted(rule.subject(), rule.meaning().en())),
                List.of(sql), loss);
    }

    static SchemaStep addIndex(EntityTable table, String id, Index index) {
        return new SchemaStep(Kind.ADD_INDEX, id,
                new Text("索引 %s（%s）".formatted(id, String.join(", ", index.columns())), "index %s (%s)".formatted(id, String.join(", ", index.columns()))),
                List.of("CREATE INDEX %s ON %s (%s)".formatted(quote(index.name()), table.currentSql(), index.columnsSql())), null);
    }

    private void step(Kind kind, String field, Text text, @Nullable Loss loss, List<String> sql) {
        String subject = field.isEmpty() ? wanted.entity().id().toString() : wanted.subject(field);
        steps.add(new SchemaStep(kind, subject, text, sql, loss));
    }

    private void move(
            Kind kind, String field, Text text, @Nullable Loss loss, List<String> sql, String from, String to) {
        SchemaStep.Move move = new SchemaStep.Move(wanted.entity().id(), from, to);
        steps.add(new SchemaStep(kind, wanted.subject(field), text, sql, loss, List.of(move)));
    }

    private List<String> both(String sql) {
        return List.of(sql.formatted(table.currentSql()), sql.formatted(table.historySql()));
    }
}
