package org.luoshi.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;

/// A form made from an entity.
///
/// @param id null for a new record
/// @param version the version that the form was filled from
/// @param reserved what only others set, as it is; empty for a new record
/// @param conflict set where somebody else has written the record meanwhile
public record FormView(
        String path,
        Text register,
        @Nullable Long id,
        int version,
        String label,
        List<Input> inputs,
        List<RecordView.Line> reserved,
        List<FormError> errors,
        @Nullable Conflict conflict) {

    /// @param kind `text`, `area`, `number`, `date`, `moment`, `boolean`, `select` or `lookup`
    /// @param value as typed
    /// @param error in words, null where there is none
    /// @param choices of a select; suggestions of a lookup
    /// @param chosen the title of the code that a lookup holds
    public record Input(
            String id,
            String kind,
            Text title,
            @Nullable Text help,
            boolean required,
            String unit,
            int maxLength,
            String value,
            List<Option> choices,
            @Nullable String chosen,
            @Nullable Text error) {

        public Input(
                String id,
                String kind,
                Text title,
                @Nullable Text help,
                boolean required,
                String unit,
                int maxLength,
                String value,
                List<Option> choices,
                @Nullable Text error) {
            this(id, kind, title, help, required, unit, maxLength, value, choices, null, error);
        }

        public String describedBy() {
            String ids = (help == null ? "" : "help-" + id) + (error == null ? "" : " error-" + id);
            return ids.trim();
        }
    }

    /// @param by who wrote the record meanwhile
    public record Conflict(Text by, List<Difference> differences) {}

    /// @param clash both changed it, and not to the same
    public record Difference(Text field, String base, String mine, String theirs, boolean clash) {}
}
