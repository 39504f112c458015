package org.luoshi.matching;

/// A text that may be found.
public record Entry(String id, String text) {}
