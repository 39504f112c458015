package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.luoshi.indicator.CheckReport;
import org.luoshi.indicator.CheckScope;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Sql;
import org.springframework.stereotype.Component;

/// Which checks were made and what came of them.
@Component
public class CheckRecord {

    private final DSLContext database;

    public CheckRecord(DSLContext database) {
        this.database = database;
    }

    public void keep(CheckReport report) {
        String[] indicators = report.scope().indicators().stream().map(QualifiedId::toString).sorted().toArray(String[]::new);
        database.query(
                        "insert into luoshi.indicator_check"
                                + " (made_at, indicators, since, compared, late, wrong_cells, wrong_sums, remaining)"
                                + " values (?::timestamptz, ?::text[], ?::date, ?, ?, ?, ?, ?::bigint)",
                        report.at().atOffset(ZoneOffset.UTC),
                        indicators,
                        report.scope().since(),
                        report.compared(),
                        report.late(),
                        report.wrongCells(),
                        report.wrongSums(),
                        report.remaining())
                .execute();
    }

    public Optional<CheckReport> last() {
        return Query.fetch(database, Sql.of("select * from luoshi.indicator_check order by id desc limit 1")).stream()
                .map(CheckRecord::report)
                .findFirst();
    }

    private static CheckReport report(Record row) {
        CheckScope scope = new CheckScope(
                Arrays.stream(row.get("indicators", String[].class))
                        .map(QualifiedId::parse)
                        .collect(Collectors.toSet()),
                row.get("since", LocalDate.class));
        return new CheckReport(
                row.get("made_at", Instant.class),
                scope,
                row.get("compared", Long.class),
                row.get("late", Long.class),
                row.get("wrong_cells", Long.class),
                row.get("wrong_sums", Long.class),
                row.get("remaining", Long.class));
    }
}
