package org.luoshi.kernel.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.text.Text;

/// Writes and reads period ids.
final class PeriodId {

    private static final Pattern FORM = Pattern.compile(
            "(?<year>[0-9]{4})(?:-(?:W(?<week>[0-9]{2})|Q(?<quarter>[0-9])|H(?<half>[0-9])"
                    + "|(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?))?");

    private PeriodId() {}

    static String of(Period period) {
        LocalDate start = period.start();
        int month = start.getMonthValue();
        return switch (period.kind()) {
            case DAY -> plain("%04d-%02d-%02d", start.getYear(), month, start.getDayOfMonth());
            case WEEK -> plain("%04d-W%02d", start.get(IsoFields.WEEK_BASED_YEAR), weekOf(start));
            case MONTH -> plain("%04d-%02d", start.getYear(), month);
            case QUARTER -> plain("%04d-Q%d", start.getYear(), (month + 2) / 3);
            case HALF_YEAR -> plain("%04d-H%d", start.getYear(), month < 7 ? 1 : 2);
            case YEAR -> plain("%04d", start.getYear());
        };
    }

    static int weekOf(LocalDate date) {
        return date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    static PeriodReading read(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches())
            return wrong(
                    "`%s` 不是周期，写成 2025-03-01、2025-W05、2025-03、2025-Q1、2025-H1 或 2025".formatted(id),
                    "`%s` is not a period; write 2025-03-01, 2025-W05, 2025-03, 2025-Q1, 2025-H1 or 2025"
                            .formatted(id));
        int year = number(form, "year");
        if (year == 0) return wrong("`%s`：年份从 0001 起".formatted(id), "`%s`: years start at 0001".formatted(id));
        if (form.group("week") != null) return week(id, year, number(form, "week"));
        if (form.group("quarter") != null) return quarter(id, year, number(form, "quarter"));
        if (form.group("half") != null) return half(id, year, number(form, "half"));
        if (form.group("month") == null) return read(PeriodKind.YEAR, LocalDate.of(year, 1, 1));
        int month = number(form, "month");
        if (month < 1 || month > 12)
            return wrong(
                    "`%s`：月份须在 01 到 12 之间".formatted(id), "`%s`: months run from 01 to 12".formatted(id));
        if (form.group("day") == null) return read(PeriodKind.MONTH, LocalDate.of(year, month, 1));
        return day(id, YearMonth.of(year, month), number(form, "day"));
    }

    private static PeriodReading week(String id, int year, int week) {
        int weeks = weekOf(LocalDate.of(year, 12, 28)); // 28 December is always in the year's last ISO week
        if (week < 1 || week > weeks)
            return wrong(
                    "`%s`：%d 年有 %d 周，须在 W01 到 W%d 之间".formatted(id, year, weeks, weeks),
                    "`%s`: %d has weeks W01 to W%d".formatted(id, year, weeks));
        return read(PeriodKind.WEEK, LocalDate.of(year, 1, 4).plusWeeks(week - 1L));
    }

    private static PeriodReading quarter(String id, int year, int quarter) {
        if (quarter < 1 || quarter > 4)
            return wrong("`%s`：季度须为 Q1 到 Q4".formatted(id), "`%s`: quarters run from Q1 to Q4".formatted(id));
        return read(PeriodKind.QUARTER, LocalDate.of(year, 3 * quarter, 1));
    }

    private static PeriodReading half(String id, int year, int half) {
        if (half < 1 || half > 2)
            return wrong("`%s`：半年须为 H1 或 H2".formatted(id), "`%s`: half-years are H1 and H2".formatted(id));
        return read(PeriodKind.HALF_YEAR, LocalDate.of(year, 6 * half, 1));
    }

    private static PeriodReading day(String id, YearMonth month, int day) {
        if (!month.isValidDay(day))
            return wrong(
                    "`%s`：%d 年 %d 月有 %d 天".formatted(id, month.getYear(), month.getMonthValue(), month.lengthOfMonth()),
                    "`%s`: %s has %d days".formatted(id, month, month.lengthOfMonth()));
        return read(PeriodKind.DAY, month.atDay(day));
    }

    private static PeriodReading read(PeriodKind kind, LocalDate date) {
        return new PeriodReading.Read(Period.of(kind, date));
    }

    private static PeriodReading wrong(String zh, String en) {
        return new PeriodReading.Unreadable(new Text(zh, en));
    }

    private static int number(Matcher form, String group) {
        return Integer.parseInt(form.group(group));
    }

    /// With 0 to 9 whatever digits the machine's locale prefers.
    private static String plain(String form, Object... numbers) {
        return String.format(Locale.ROOT, form, numbers);
    }
}
