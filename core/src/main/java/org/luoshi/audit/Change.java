package org.luoshi.audit;

import java.time.Instant;

/// A change in progress or made: its place in the order of all changes and the moment from which it is known.
///
/// @param number rises by one with each change
/// @param knownAt microsecond precision; strictly later than every earlier change's
public record Change(long number, Instant knownAt, String actor) {}
