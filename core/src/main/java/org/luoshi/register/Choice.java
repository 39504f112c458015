package org.luoshi.register;

/// A record as an answer to a search, e.g. for a field that refers to it.
///
/// @param key its business key, parts joined by `/`
public record Choice(long id, String key, String label) {}
