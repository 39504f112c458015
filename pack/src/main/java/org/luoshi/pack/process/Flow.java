package org.luoshi.pack.process;

import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Expr;

/// A way from one node to another.
///
/// @param condition over the case's record and `action`, the action that finished the last step; null where there is none
public record Flow(String id, String from, String to, @Nullable Expr condition) {}
