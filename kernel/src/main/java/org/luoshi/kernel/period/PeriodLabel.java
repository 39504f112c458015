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
            case DAY -> "%d年%d月%d日".formatted(year, month, start.getDayOfMonth());
            case WEEK -> "%d年第%d周".formatted(start.get(IsoFields.WEEK_BASED_YEAR), PeriodId.weekOf(start));
            case MONTH -> "%d年%d月".formatted(year, month);
            case QUARTER -> "%d年%s季度".formatted(year, "一二三四".charAt(month / 3));
            case HALF_YEAR -> "%d年%s".formatted(year, month < 7 ? "上半年" : "下半年");
            case YEAR -> "%d年".formatted(year);
        };
    }

    private static String english(Period period) {
        LocalDate start = period.start();
        int year = start.getYear();
        String month = start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (period.kind()) {
            case DAY -> "%d %s %d".formatted(start.getDayOfMonth(), month, year);
            case WEEK -> "week %d of %d".formatted(PeriodId.weekOf(start), start.get(IsoFields.WEEK_BASED_YEAR));
            case MONTH -> "%s %d".formatted(month, year);
            case QUARTER -> "Q%d %d".formatted(start.getMonthValue() / 3 + 1, year);
            case HALF_YEAR -> "%s half of %d".formatted(start.getMonthValue() < 7 ? "first" : "second", year);
            case YEAR -> "%d".formatted(year);
        };
    }
}
