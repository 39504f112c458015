package org.luoshi.pack;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A field of an entity.
///
/// @param id column name and name in expressions
/// @param personal which kind of personal data the field holds; masked in pages and exports, revealing is logged
public record Field(
        String id, Text title, FieldType type, boolean required, @Nullable PersonalKind personal, @Nullable Text help) {

    /// Kinds of personal data, each with its own way of masking.
    public enum PersonalKind {
        NAME,
        PHONE,
        IDENTITY,
        ADDRESS,
        HEALTH
    }
}
