package org.luoshi.register;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Narrows a list by one field. Values are of the Java type that goes with the field.
public sealed interface Filter {

    String field();

    record Equal(String field, Object value) implements Filter {}

    record In(String field, List<Object> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /// Both ends belong to the range; an open end is null.
    record Range(String field, @Nullable Object from, @Nullable Object to) implements Filter {}

    /// Anywhere in the text, without regard to case.
    record Contains(String field, String text) implements Filter {}

    record Empty(String field, boolean empty) implements Filter {}

    /// Places in a box of degrees, its edges included; where `west` exceeds `east` it crosses the 180th meridian.
    record Box(String field, BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) implements Filter {}

    /// The unit or one below it, on either basis.
    record Within(String field, String unit) implements Filter {}
}
