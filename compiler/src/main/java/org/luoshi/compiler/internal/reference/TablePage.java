package org.luoshi.compiler.internal.reference;

import org.luoshi.compiler.internal.form.Table;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// The reference page of one CSV file, in one language.
final class TablePage {

    private static final Text HEAD = new Text("| 列 | 必填 | 说明 |", "| Column | Required | Says |");
    private static final Text FILE =
            new Text("UTF-8，首行为表头，以逗号分隔；只在城市包里", "UTF-8, header first, comma between cells; in the city pack only");

    private TablePage() {}

    static String of(Table table, Language language) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(table.title().in(language)).append("\n\n");
        out.append(table.about().in(language))
                .append("\n\n`")
                .append(table.path())
                .append("`: ");
        out.append(FILE.in(language)).append("\n\n").append(HEAD.in(language)).append("\n|---|---|---|\n");
        for (Table.Column column : table.columns()) {
            out.append("| `").append(column.name()).append("` | ");
            out.append(column.required() ? new Text("是", "yes").in(language) : "")
                    .append(" | ");
            out.append(column.about().in(language)).append(" |\n");
        }
        return out.append("\n```csv\n").append(table.example()).append("```\n").toString();
    }
}
