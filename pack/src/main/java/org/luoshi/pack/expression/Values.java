package org.luoshi.pack.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.luoshi.pack.expression.Type.EnumType;

/// Order of values: numbers by size, texts by code point, enumerations by declaration, dates by time.
final class Values {

    private Values() {}

    static int compare(Object left, Object right, Type type) {
        if (type instanceof EnumType(var enumeration))
            return Integer.compare(enumeration.position((String) left), enumeration.position((String) right));
        return switch (left) {
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case String text -> byCodePoint(text, (String) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Instant moment -> moment.compareTo((Instant) right);
            default -> throw new IllegalStateException("no order for " + left.getClass());
        };
    }

    /// Java's own order is by UTF-16 unit, which puts emoji before U+E000 to U+FFFF.
    private static int byCodePoint(String a, String b) {
        int i = 0;
        int length = Math.min(a.length(), b.length());
        while (i < length && a.charAt(i) == b.charAt(i)) i++;
        if (i == length) return Integer.compare(a.length(), b.length());
        return Integer.compare(wholeCharacter(a, i), wholeCharacter(b, i));
    }

    private static int wholeCharacter(String text, int at) {
        boolean second = Character.isLowSurrogate(text.charAt(at)) && at > 0;
        return text.codePointAt(second ? at - 1 : at);
    }
}
