package org.luoshi.web.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param told `refused`, `locked`, `ended`, `out` or nothing
/// @param until end of the lock, only for `locked`
public record LoginView(String told, @Nullable Instant until) {}
