package org.luoshi.web.part;

import org.jspecify.annotations.Nullable;

/// A figure with its unit and age.
///
/// @param value as written, `—` where unknown
/// @param age from when it is; empty where it goes without saying
/// @param stale past its period: grey, with a clock
/// @param href where it is explained
public record FigureTile(String name, String value, String unit, String age, boolean stale, @Nullable String href) {}
