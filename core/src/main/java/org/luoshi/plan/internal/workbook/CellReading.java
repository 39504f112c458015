package org.luoshi.plan.internal.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A cell as a clerk may have left it: full-width digits, Chinese dates, numbers kept as text.
final class CellReading {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private CellReading() {}

    /// Told to whoever filled the cell.
    static final class Unreadable extends Exception {
        private final transient Text reason;

        Unreadable(String zh, String en) {
            super(en);
            this.reason = new Text(zh, en);
        }

        Text reason() {
            return reason;
        }
    }

    /// Null for an empty cell.
    static @Nullable String text(@Nullable Cell cell) throws Unreadable {
        if (cell == null) {
            return null;
        }
        String text =
                switch (cell.getCellType()) {
                    case STRING -> cell.getStringCellValue();
                    case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
                    case NUMERIC ->
                        DateUtil.isCellDateFormatted(cell)
                                ? String.valueOf(cell.getLocalDateTimeCellValue().toLocalDate())
                                : plain(BigDecimal.valueOf(cell.getNumericCellValue()));
                    case FORMULA -> throw new Unreadable("单元格是公式，改填数值或文字", "the cell is a formula; enter a value or text");
                    case ERROR -> throw new Unreadable("单元格是错误值", "the cell holds an error");
                    case BLANK, _NONE -> "";
                };
        return text.isBlank() ? null : text.strip();
    }

    static @Nullable LocalDate date(@Nullable Cell cell) throws Unreadable {
        String text = text(cell);
        return text == null ? null : date(text);
    }

    static LocalDate date(String words) throws Unreadable {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            matcher = COMPACT.matcher(text);
        }
        if (matcher.matches()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
            } catch (DateTimeException impossible) {
                throw new Unreadable("没有“%s”这一天".formatted(words), "there is no such day as “%s”".formatted(words));
            }
        }
        throw new Unreadable(
                "“%s”不是日期，写作 2025-03-31 或 2025年3月31日".formatted(words),
                "“%s” is not a date; write 2025-03-31 or 2025年3月31日".formatted(words));
    }

    static @Nullable BigDecimal number(@Nullable Cell cell) throws Unreadable {
        String text = text(cell);
        return text == null ? null : number(text);
    }

    static BigDecimal number(String words) throws Unreadable {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC).replace(",", "").strip();
        try {
            BigDecimal value = new BigDecimal(text, MathContext.DECIMAL64).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        } catch (NumberFormatException e) {
            throw new Unreadable("“%s”不是数字".formatted(words), "“%s” is not a number".formatted(words));
        }
    }

    static @Nullable Boolean yesNo(@Nullable Cell cell) throws Unreadable {
        String text = text(cell);
        return switch (text == null ? "" : text.toLowerCase(java.util.Locale.ROOT)) {
            case "" -> null;
            case "是", "yes", "y", "true" -> true;
            case "否", "no", "n", "false" -> false;
            default -> throw new Unreadable("“%s”应为“是”或“否”".formatted(text), "“%s” should be yes (是) or no (否)".formatted(text));
        };
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
