package org.luoshi.app.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.luoshi.app.command.Refusal;

/// Past readings as CSV: columns `thing`, `time`, `value` and, where several properties are in one file, `property`.
///
/// Times are written `2026-01-03T04:10:00+08:00`, or without a zone for Beijing time.
final class ReadingsFile {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private ReadingsFile() {}

    /// @param unit     whose the thing is, as written; empty where the file has no such column, as the property
    /// @param at       milliseconds since 1970
    /// @param value    NaN for what is no number
    record Row(String thing, Optional<String> unit, Optional<String> property, long at, double value) {}

    /// @throws Refusal naming the line and what is wrong with it
    static void read(Path file, Consumer<Row> rows) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) rows.accept(row(line));
        }
    }

    private static Row row(NamedCsvRecord line) {
        for (String column : List.of("thing", "time", "value"))
            if (line.findField(column).isEmpty())
                throw refusal(line, "缺少 %s 一列".formatted(column), "there is no column %s".formatted(column));
        String time = line.getField("time").strip();
        String value = line.getField("value").strip();
        return new Row(
                line.getField("thing").strip(),
                line.findField("unit").map(String::strip),
                line.findField("property").map(String::strip),
                moment(time).orElseThrow(() ->
                        refusal(line, "%s 不是时刻".formatted(time), "%s is not a moment".formatted(time))),
                number(value));
    }

    private static Optional<Long> moment(String written) {
        String iso = written.replace(' ', 'T');
        try {
            return Optional.of(Instant.parse(iso).toEpochMilli());
        } catch (DateTimeException withoutZone) {
            try {
                return Optional.of(LocalDateTime.parse(iso).atZone(BEIJING).toInstant().toEpochMilli());
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
    }

    /// What is no number is a reading all the same: machines count it among those refused.
    private static double number(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException words) {
            return Double.NaN;
        }
    }

    private static Refusal refusal(NamedCsvRecord line, String zh, String en) {
        long number = line.getStartingLineNumber();
        return Refusal.usage("第 %d 行：%s。".formatted(number, zh), "Line %d: %s.".formatted(number, en));
    }
}
