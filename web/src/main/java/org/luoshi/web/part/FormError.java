package org.luoshi.web.part;

import org.luoshi.kernel.text.Text;

/// What is wrong with a field and what would be right.
///
/// @param field id of the field, or `form` for the whole
public record FormError(String field, Text text) {}
