package org.luoshi.register;

import org.jspecify.annotations.Nullable;

/// A record before and after a change; nothing before for a new one, nothing after for a deleted one.
public record RecordChange(@Nullable RegisterRecord before, @Nullable RegisterRecord after) {}
