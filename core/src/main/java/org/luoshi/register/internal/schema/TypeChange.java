package org.luoshi.register.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a change of column type does to values.
enum TypeChange {
    /// Every number stays the number it is.
    WIDER,
    /// Every value can be written in the new type, but is another kind of thing.
    LOSSLESS,
    /// Between numbers: whether every value fits has to be counted.
    MAY_NOT_FIT,
    UNRELATED;

    private static final Pattern DECIMAL = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

    /// Digits of the largest 64-bit integer.
    private static final int WHOLE_DIGITS = 19;

    static TypeChange between(String from, String to) {
        if (to.equals("text") && !from.equals("boolean")) {
            return LOSSLESS;
        }
        boolean numbers = isNumber(from) && isNumber(to);
        if (!numbers) {
            return UNRELATED;
        }
        return whole(to) >= whole(from) && decimals(to) >= decimals(from) ? WIDER : MAY_NOT_FIT;
    }

    /// SQL that holds for values that the type would change or refuse.
    static String misfit(String column, String to) {
        return "(%1$s <> round(%1$s::numeric, %2$d) OR %3$s)".formatted(column, decimals(to), overflow(column, to));
    }

    /// SQL that holds for values that the type would refuse.
    static String overflow(String column, String to) {
        return to.equals("bigint")
                ? "abs(%s::numeric) > 9223372036854775807".formatted(column)
                : "abs(round(%s::numeric, %d)) >= 1e%d".formatted(column, decimals(to), whole(to));
    }

    private static boolean isNumber(String type) {
        return type.equals("bigint") || DECIMAL.matcher(type).matches();
    }

    private static int whole(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        return decimal.matches()
                ? Integer.parseInt(decimal.group(1)) - Integer.parseInt(decimal.group(2))
                : WHOLE_DIGITS;
    }

    private static int decimals(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        return decimal.matches() ? Integer.parseInt(decimal.group(2)) : 0;
    }
}
