package org.luoshi.kernel.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// The lengths of time that figures are reported for, shortest first.
///
/// All follow the civil calendar, which in China is also the fiscal one; weeks follow ISO 8601 (Monday first, week 1
/// holds the year's first Thursday) whatever the machine's locale.
public enum PeriodKind {
    DAY(new Text("日", "day")),
    WEEK(new Text("周", "week")),
    MONTH(new Text("月", "month")),
    QUARTER(new Text("季度", "quarter")),
    HALF_YEAR(new Text("半年", "half-year")),
    YEAR(new Text("年", "year"));

    private final Text label;

    PeriodKind(Text label) {
        this.label = label;
    }

    /// Lower case, as packs write it: `half_year`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PeriodKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public Text label() {
        return label;
    }

    /// First day of the period of this kind that holds `date`.
    LocalDate startOf(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> firstOfMonths(date, 3);
            case HALF_YEAR -> firstOfMonths(date, 6);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /// Start of the period `count` periods later (earlier when negative).
    LocalDate shift(LocalDate start, long count) {
        return switch (this) {
            case DAY -> start.plusDays(count);
            case WEEK -> start.plusWeeks(count);
            case MONTH -> start.plusMonths(count);
            case QUARTER -> start.plusMonths(3 * count);
            case HALF_YEAR -> start.plusMonths(6 * count);
            case YEAR -> start.plusYears(count);
        };
    }

    private static LocalDate firstOfMonths(LocalDate date, int months) {
        int month = (date.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(date.getYear(), month, 1);
    }
}
