package org.luoshi.register.internal.load;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// Something that bad rows break, found for all rows at once.
///
/// @param sql selects `_row` and a detail for the message from the staged rows
/// @param bindings for the `?` in it
/// @param field beside which it is told
/// @param message made from the detail
record Check(String sql, List<Object> bindings, @Nullable String field, Function<String, Text> message) {}
