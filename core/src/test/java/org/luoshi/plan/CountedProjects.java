package org.luoshi.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.plan.internal.FigureSource;
import org.luoshi.plan.status.Facts;
import org.luoshi.register.AsOfTable;

/// Counts the project register's starts to date, at ends of months.
final class CountedProjects implements FigureSource {

    private final DSLContext database;

    CountedProjects(DSLContext database) {
        this.database = database;
    }

    @Override
    public Map<Wanted, List<Facts.Actual>> readings(
            Collection<Wanted> wanted, LocalDate day, @Nullable Instant asOf) {
        Map<Wanted, List<Facts.Actual>> readings = new HashMap<>();
        for (Wanted one : wanted) {
            List<Facts.Actual> values = new ArrayList<>();
            for (LocalDate month = one.from().withDayOfMonth(1); !month.isAfter(day); month = month.plusMonths(1)) {
                LocalDate end = month.plusMonths(1).minusDays(1);
                LocalDate on = end.isAfter(day) ? day : end;
                Integer count = database.resultQuery(
                                "select count(*) from " + AsOfTable.sql(SmallPlan.project(), asOf)
                                        + " p where unit = ? and started_on <= ?",
                                one.unit(), on)
                        .fetchOne(0, Integer.class);
                values.add(new Facts.Actual(on, BigDecimal.valueOf(count == null ? 0 : count)));
            }
            readings.put(one, values);
        }
        return readings;
    }
}
