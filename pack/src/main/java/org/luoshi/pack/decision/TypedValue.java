package org.luoshi.pack.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.luoshi.pack.FieldType;

/// Values of inputs and answers as texts and back.
public final class TypedValue {

    private TypedValue() {}

    /// @param written a text that fits the type
    public static Object of(FieldType type, String written) {
        return switch (type) {
            case FieldType.IntegerType _ -> Long.valueOf(written);
            case FieldType.DecimalType _ -> new BigDecimal(written);
            case FieldType.BooleanType _ -> Boolean.valueOf(written);
            case FieldType.DateType _ -> LocalDate.parse(written);
            default -> written;
        };
    }

    public static String written(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
