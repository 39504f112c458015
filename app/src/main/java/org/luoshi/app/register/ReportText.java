package org.luoshi.app.register;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.CellError;
import org.luoshi.register.ImportReport;

/// An import's report on a terminal and for scripts.
final class ReportText {

    private static final int SHOWN = 20;

    private ReportText() {}

    static String plain(ImportReport report) {
        StringBuilder out = new StringBuilder();
        report.notes().forEach(note -> line(out, note));
        if (report.problem() != null) {
            line(out, report.problem());
        }
        report.errors().stream().limit(SHOWN).forEach(error -> out.append("第 %d 行 / row %d%s: %s / %s%n"
                .formatted(error.row(), error.row(), error.column() == null ? "" : " [" + error.column() + "] " + error.value(),
                        error.text().zh(), error.text().en())));
        if (report.errorCount() > SHOWN) {
            line(out, new Text("共 %d 处错误".formatted(report.errorCount()), "%d errors in all".formatted(report.errorCount())));
        }
        line(out, new Text(
                "%s：读 %d 行，新增 %d，更新 %d，未变 %d，错行 %d".formatted(outcome(report).zh(), report.rows(), report.created(), report.updated(), report.unchanged(), report.bad()),
                "%s: %d rows read, %d new, %d updated, %d unchanged, %d bad".formatted(outcome(report).en(), report.rows(), report.created(), report.updated(), report.unchanged(), report.bad())));
        if (report.errorFile() != null) {
            line(out, new Text("错行在 " + report.errorFile(), "the bad rows are in " + report.errorFile()));
        }
        return out.toString();
    }

    static String json(ImportReport report) {
        List<String> errors = report.errors().stream().map(ReportText::json).toList();
        return """
                {"outcome":%s,"rows":%d,"created":%d,"updated":%d,"unchanged":%d,"bad":%d,"errorCount":%d,"problem":%s,"change":%s,"errors":[%s]}
                """
                .formatted(
                        quoted(report.outcome().name().toLowerCase(java.util.Locale.ROOT)),
                        report.rows(), report.created(), report.updated(), report.unchanged(), report.bad(), report.errorCount(),
                        report.problem() == null ? "null" : json(report.problem()),
                        report.change() == null ? "null" : String.valueOf(report.change().number()),
                        String.join(",", errors));
    }

    private static String json(CellError error) {
        return "{\"row\":%d,\"column\":%s,\"field\":%s,\"value\":%s,\"message\":%s}"
                .formatted(error.row(), quoted(error.column()), quoted(error.field()), quoted(error.value()), json(error.text()));
    }

    private static String json(Text text) {
        return "{\"zh\":%s,\"en\":%s}".formatted(quoted(text.zh()), quoted(text.en()));
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    default -> c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static Text outcome(ImportReport report) {
        return switch (report.outcome()) {
            case CHECKED -> new Text("检查完毕，没有写入", "checked, nothing written");
            case IMPORTED -> new Text("已导入", "imported");
            case REFUSED -> new Text("有错行，没有写入", "bad rows, nothing written");
            case STOPPED -> new Text("已停止，没有写入", "stopped, nothing written");
            case FAILED -> new Text("未成功", "failed");
        };
    }

    private static void line(StringBuilder out, Text text) {
        out.append(text.zh()).append(" / ").append(text.en()).append(System.lineSeparator());
    }
}
