package org.luoshi.indicator.internal;

import org.luoshi.kernel.period.PeriodKind;

/// Periods in SQL: the same first and last days as [org.luoshi.kernel.period.Period].
final class PeriodSql {

    private PeriodSql() {}

    /// First day of the period that holds a date.
    static String start(PeriodKind kind, String date) {
        return switch (kind) {
            case DAY -> date;
            case WEEK -> "date_trunc('week', %s)::date".formatted(date);
            case MONTH -> "date_trunc('month', %s)::date".formatted(date);
            case QUARTER -> "date_trunc('quarter', %s)::date".formatted(date);
            case HALF_YEAR ->
                "make_date(extract(year from %1$s)::int, case when extract(month from %1$s) > 6 then 7 else 1 end, 1)"
                        .formatted(date);
            case YEAR -> "date_trunc('year', %s)::date".formatted(date);
        };
    }

    static String step(PeriodKind kind) {
        return switch (kind) {
            case DAY -> "interval '1 day'";
            case WEEK -> "interval '7 days'";
            case MONTH -> "interval '1 month'";
            case QUARTER -> "interval '3 months'";
            case HALF_YEAR -> "interval '6 months'";
            case YEAR -> "interval '1 year'";
        };
    }

    /// Last day, inclusive.
    static String end(PeriodKind kind, String start) {
        return "(%s + %s - interval '1 day')::date".formatted(start, step(kind));
    }

    /// The year a period belongs to: for weeks the one of ISO 8601, which no week straddles.
    static String year(PeriodKind kind, String start) {
        return "extract(%s from %s)::int".formatted(kind == PeriodKind.WEEK ? "isoyear" : "year", start);
    }

    /// First day of the year a period belongs to.
    static String yearStart(PeriodKind kind, String start) {
        return kind == PeriodKind.WEEK
                ? "date_trunc('week', make_date(%s, 1, 4))::date".formatted(year(kind, start))
                : "date_trunc('year', %s)::date".formatted(start);
    }
}
