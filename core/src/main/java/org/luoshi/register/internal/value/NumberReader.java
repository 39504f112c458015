package org.luoshi.register.internal.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;

/// Numbers with thousands separators, full-width digits or the field's own unit after them.
///
/// Another unit is an error with the converted figure in the message, never a silent conversion: the writer may have
/// meant either.
final class NumberReader {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)\\s*[¥￥]?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(.*)", Pattern.DOTALL);
    private static final int LONGEST = 60;

    private NumberReader() {}

    static BigDecimal read(String text, UnitOfMeasure unit) throws BadValue {
        if (text.length() <= LONGEST && isSimple(text)) {
            return new BigDecimal(text);
        }
        String plain = Plain.halfWidth(text);
        Matcher parts = NUMBER.matcher(plain);
        if (plain.length() > LONGEST || !parts.matches()) {
            throw new BadValue("「%s」不是数字".formatted(shorten(text)), "\"%s\" is not a number".formatted(shorten(text)));
        }
        String digits = parts.group(2).replace(",", "") + (parts.group(3) == null ? "" : parts.group(3));
        BigDecimal number = new BigDecimal(parts.group(1).equals("-") ? "-" + digits : digits);
        String suffix = parts.group(4).trim();
        if (!suffix.isEmpty()) {
            checkSuffix(text, number, suffix, unit);
        }
        return number;
    }

    private static void checkSuffix(String text, BigDecimal number, String suffix, UnitOfMeasure unit) throws BadValue {
        if (suffix.startsWith("E") || suffix.startsWith("e")) {
            throw new BadValue(
                    "「%s」是科学记数，可能已丢失尾数；写出全部数字".formatted(text),
                    "\"%s\" is in scientific notation and may have lost digits; write it out".formatted(text));
        }
        Optional<UnitOfMeasure> found = UnitsOfMeasure.standard().find(suffix);
        if (found.isEmpty()) {
            throw new BadValue(
                    "「%s」里的「%s」不是这一列的单位（%s）".formatted(text, suffix, unit),
                    "\"%s\" in \"%s\" is not the unit of this column (%s)".formatted(suffix, text, unit));
        }
        if (found.get().isInterchangeableWith(unit)) {
            return;
        }
        if (!found.get().isCompatibleWith(unit)) {
            throw new BadValue(
                    "「%s」的单位是 %s，这一列要 %s".formatted(text, suffix, unit),
                    "\"%s\" is in %s, this column is in %s".formatted(text, suffix, unit));
        }
        String converted = UnitsOfMeasure.standard().convert(number, found.get(), unit).toString();
        throw new BadValue(
                "「%s」的单位是 %s，这一列是 %s；若确为 %s，写 %s".formatted(text, suffix, unit, suffix, converted),
                "\"%s\" is in %s, this column is in %s; if %s is meant, write %s".formatted(text, suffix, unit, suffix, converted));
    }

    /// Digits, at most one point inside, perhaps a minus: what [BigDecimal] reads as it stands.
    private static boolean isSimple(String text) {
        int point = -1;
        int start = text.charAt(0) == '-' ? 1 : 0;
        if (start == text.length()) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i > start && i < text.length() - 1) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
