package org.luoshi.register;

import org.jspecify.annotations.Nullable;

/// One field in one step of a record's history.
public record FieldChange(String field, @Nullable Object from, @Nullable Object to) {}
