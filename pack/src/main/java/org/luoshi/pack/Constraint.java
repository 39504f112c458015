package org.luoshi.pack;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Expr;

/// A rule every record must keep; unknown (null) counts as kept, as in SQL.
///
/// @param field the field beside which the message is shown, where there is one
public record Constraint(Expr check, Text message, @Nullable String field) {}
