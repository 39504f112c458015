package org.luoshi.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;

/// One input of a form that is generated from an entity.
///
/// @param text what stands in it: a value in editable form, or what was typed
/// @param required must be filled in, also because it belongs to the business key
/// @param masked what stands in it is masked; left as it is, the value stays
/// @param options to choose from, for enumerations, units and booleans; empty otherwise
/// @param symbol unit of measure, where there is one
/// @param error what is wrong with what was typed
public record FormField(
        Field field,
        Input input,
        String text,
        boolean required,
        boolean masked,
        List<Option> options,
        @Nullable String symbol,
        @Nullable Text error) {

    public enum Input {
        TEXT,
        NUMBER,
        CHOICE,
        DATE,
        MOMENT,
        /// A record of another register; text is `#id label`, see [Register#lookup].
        REFERENCE,
        POINT,
        COMMITMENT
    }

    /// @param value what to send
    public record Option(String value, Text label) {}

    public FormField {
        options = List.copyOf(options);
    }
}
