package org.luoshi.register.internal.schema;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.SchemaStep;
import org.luoshi.register.internal.schema.Catalogue.LiveColumn;
import org.luoshi.register.internal.schema.Catalogue.LiveTable;

/// Titles as comments in the database, for whoever reads the registers with another tool.
final class Descriptions {

    private Descriptions() {}

    static SchemaStep step(WantedTable wanted) {
        List<String> sql = new ArrayList<>();
        EntityTable table = wanted.table();
        sql.add("COMMENT ON TABLE %s IS %s".formatted(table.currentSql(), literal(wanted.entity().title())));
        for (Column column : table.columns()) {
            sql.add("COMMENT ON COLUMN %s.%s IS %s"
                    .formatted(table.currentSql(), EntityTable.quote(column.name()), literal(title(wanted, column))));
        }
        String id = wanted.entity().id().toString();
        return new SchemaStep(SchemaStep.Kind.DESCRIBE, id,
                new Text("写列说明 " + id, "describe the columns of " + id), sql, null);
    }

    static boolean differ(WantedTable wanted, LiveTable live) {
        return wanted.table().columns().stream().anyMatch(column -> {
            LiveColumn found = live.columns().get(column.name());
            return found == null || !comment(title(wanted, column)).equals(found.comment());
        });
    }

    private static Text title(WantedTable wanted, Column column) {
        return wanted.entity().require(column.field()).title();
    }

    private static String literal(Text text) {
        return WantedTable.literal(comment(text));
    }

    private static String comment(Text text) {
        return text.zh() + " / " + text.en();
    }
}
