package org.luoshi.register;

/// Records without a value come last either way.
public record Sort(String field, boolean descending) {}
