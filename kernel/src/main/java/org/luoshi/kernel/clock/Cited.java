package org.luoshi.kernel.clock;

/// A rule with its source.
public record Cited<T>(T value, LegalBasis basis) {}
