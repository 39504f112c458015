package org.luoshi.register.internal.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;

/// Names that PostgreSQL or Luoshi keeps for itself, and names that would meet.
final class ReservedNames {

    private static final Set<String> SCHEMAS = Set.of("luoshi", "public", "information_schema");
    private static final Set<String> COLUMNS =
            Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private ReservedNames() {}

    /// @return what is wrong, each with the id it is about; empty when all is well
    static List<Text> problems(PackSet packs) {
        List<Text> problems = new ArrayList<>();
        Set<QualifiedId> all = packs.entities().map(Entity::id).collect(Collectors.toSet());
        packs.entities().forEach(entity -> {
            EntityTable table = new EntityTable(entity);
            if (SCHEMAS.contains(table.schema()) || table.schema().startsWith("pg_")) {
                problems.add(new Text(
                        "包名 `%s` 为数据库保留；换一个".formatted(table.schema()),
                        "pack id `%s` is reserved by the database; take another".formatted(table.schema())));
            }
            if (all.contains(new QualifiedId(table.schema(), table.historyName()))) {
                problems.add(new Text(
                        "`%s` 的历史表与实体 `%s` 同名；改实体名".formatted(entity.id(), table.historyName()),
                        "the history table of `%s` has the name of the entity `%s`; rename the entity"
                                .formatted(entity.id(), table.historyName())));
            }
            Set<String> seen = new HashSet<>();
            for (Column column : table.columns()) {
                if (COLUMNS.contains(column.name())) {
                    problems.add(new Text(
                            "字段名 `%s.%s` 为数据库保留；换一个".formatted(entity.id(), column.field()),
                            "field id `%s.%s` is reserved by the database; take another"
                                    .formatted(entity.id(), column.field())));
                }
                if (!seen.add(column.name())) {
                    problems.add(new Text(
                            "`%s` 的两个字段都要用列 `%s`；改其中一个".formatted(entity.id(), column.name()),
                            "two fields of `%s` need the column `%s`; rename one".formatted(entity.id(), column.name())));
                }
            }
        });
        return problems;
    }
}
