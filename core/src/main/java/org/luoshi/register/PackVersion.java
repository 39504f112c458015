package org.luoshi.register;

import java.time.Instant;

/// A version of a pack as it came into force.
///
/// @param digest SHA-256 (hex) over its files
/// @param knownAt moment from which it was in force
public record PackVersion(String pack, String version, String digest, Instant knownAt, long change) {}
