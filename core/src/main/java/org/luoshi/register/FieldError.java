package org.luoshi.register;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What keeps a record from being written.
///
/// @param field beside which to show it; null for the record as a whole
public record FieldError(@Nullable String field, Text text) {}
