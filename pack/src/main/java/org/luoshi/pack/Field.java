package org.luoshi.pack;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A field of an entity.
///
/// @param id column name and name in expressions
/// @param personal which kind of personal data the field holds; masked in pages and exports, revealing is logged
/// @param setBy who alone sets the field; null where whoever writes the record does
/// @param initial what a field that others set holds until then; null where it is empty
public record Field(
        String id,
        Text title,
        FieldType type,
        boolean required,
        @Nullable PersonalKind personal,
        @Nullable Text help,
        @Nullable SetBy setBy,
        @Nullable String initial) {

    /// Kinds of personal data, each with its own way of masking.
    public enum PersonalKind {
        NAME,
        PHONE,
        IDENTITY,
        ADDRESS,
        HEALTH
    }

    /// Who sets a field that is not for those who enter the record's facts.
    public enum SetBy {
        /// One with the right to verify over the record's unit who has entered none of its facts.
        VERIFIER
    }

    /// A field that whoever writes the record sets.
    public Field(
            String id, Text title, FieldType type, boolean required, @Nullable PersonalKind personal, @Nullable Text help) {
        this(id, title, type, required, personal, help, null, null);
    }

    /// Whether only some set it.
    public boolean reserved() {
        return setBy != null;
    }
}
