package org.luoshi.kernel.period;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.luoshi.kernel.text.Language;

/// How people write a period.
final class PeriodLabel {

    private PeriodLabel() {}

    static String of(Period period, Language language) {
        return switch (language) {
            case ZH -> chinese(period);
            case EN -> english(period);
        };
    }

    private static String chinese(Period period) {
        LocalDate start = period.start();
        int year = start.getYear();
        int month = start.getMonthValue();
        return switch (period.kind()) {
            case DAY -> plain("%d年%d月%d日", year, month, start.getDayOfMonth());
            case WEEK -> plain("%d年第%d周", start.get(IsoFields.WEEK_BASED_YEAR), PeriodId.weekOf(start));
            case MONTH -> plain("%d年%d月", year, month);
            case QUARTER -> plain("%d年%s季度", year, "一二三四".charAt(month / 3));
            case HALF_YEAR -> plain("%d年%s", year, month < 7 ? "上半年" : "下半年");
            case YEAR -> plain("%d年", year);
        };
    }

    private static String english(Period period) {
        LocalDate start = period.start();
        int year = start.getYear();
        String month = start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (period.kind()) {
            case DAY -> plain("%d %s %d", start.getDayOfMonth(), month, year);
            case WEEK -> plain("week %d of %d", PeriodId.weekOf(start), start.get(IsoFields.WEEK_BASED_YEAR));
            case MONTH -> plain("%s %d", month, year);
            case QUARTER -> plain("Q%d %d", start.getMonthValue() / 3 + 1, year);
            case HALF_YEAR -> plain("%s half of %d", start.getMonthValue() < 7 ? "first" : "second", year);
            case YEAR -> plain("%d", year);
        };
    }

    /// With 0 to 9 whatever digits the machine's locale prefers.
    private static String plain(String form, Object... words) {
        return String.format(Locale.ROOT, form, words);
    }
}
