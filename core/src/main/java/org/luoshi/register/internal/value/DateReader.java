package org.luoshi.register.internal.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as offices here write them: 2025-03-05, 2025/3/5, 2025.3.5, 20250305, 2025年3月5日, 二〇二五年三月五日, and the
/// day number of a spreadsheet (45721).
public final class DateReader {

    /// Days from the spreadsheet epoch; it counts a 29 February 1900 that never was, hence the 30th.
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})\\s*(?:[-/.]|年)\\s*(\\d{1,2})\\s*(?:[-/.]|月)\\s*(\\d{1,2})\\s*(?:日|号)?");
    private static final Pattern MIDNIGHT = Pattern.compile("(.+?)(?:T|\\s+)0{1,2}:00(?::00(?:\\.0+)?)?");
    private static final String NUMERALS = "〇一二三四五六七八九";

    private DateReader() {}

    /// @param text trimmed, not empty
    public static LocalDate read(String text) throws BadValue {
        LocalDate iso = iso(text);
        if (iso != null) {
            return iso;
        }
        String plain = Plain.halfWidth(text);
        Matcher midnight = MIDNIGHT.matcher(plain);
        if (midnight.matches()) {
            plain = midnight.group(1);
        }
        if (plain.codePoints().anyMatch(c -> c == '〇' || c == '零' || NUMERALS.indexOf(c) > 0)) {
            plain = arabic(plain);
        }
        try {
            Matcher parts = PARTS.matcher(plain);
            if (parts.matches()) {
                return LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
            }
            if (plain.length() == 8 && digits(plain, 0, 8)) {
                return LocalDate.of(number(plain.substring(0, 4)), number(plain.substring(4, 6)), number(plain.substring(6)));
            }
        } catch (DateTimeException e) {
            throw new BadValue("没有「%s」这一天".formatted(text), "there is no day %s: %s".formatted(text, e.getMessage()));
        }
        if (plain.length() == 5 && digits(plain, 0, 5)) {
            return SPREADSHEET_EPOCH.plusDays(number(plain));
        }
        throw new BadValue(
                "「%s」不是日期；写作 2025-03-05 或 2025年3月5日".formatted(text),
                "\"%s\" is not a date; write 2025-03-05 or 2025年3月5日".formatted(text));
    }

    private static @Nullable LocalDate iso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-'
                || !digits(text, 0, 4) || !digits(text, 5, 7) || !digits(text, 8, 10)) {
            return null;
        }
        int month = two(text, 5);
        int day = two(text, 8);
        // days 29 to 31 take the careful way, with its message
        return month >= 1 && month <= 12 && day >= 1 && day <= 28
                ? LocalDate.of(two(text, 0) * 100 + two(text, 2), month, day)
                : null;
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /// 二〇二五年十二月二十五日 → 2025年12月25日: digit by digit in the year, with tens in month and day.
    private static String arabic(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '零' ? '〇' : text.charAt(i);
            int digit = NUMERALS.indexOf(c);
            if (digit >= 0) {
                out.append(digit);
            } else if (c == '十') {
                boolean after = i > 0 && NUMERALS.indexOf(text.charAt(i - 1)) > 0;
                boolean before = i + 1 < text.length() && NUMERALS.indexOf(text.charAt(i + 1)) > 0;
                out.append(after ? "" : "1").append(before ? "" : "0");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
