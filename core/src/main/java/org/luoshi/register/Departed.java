package org.luoshi.register;

import java.time.Instant;

/// A field or a register that packs no longer declare under this name, whose values are kept for reading as of the past.
///
/// @param name `pack.entity.field` or `pack.entity`
/// @param until moment before which it was declared
/// @param values kept, of all versions; of a register, its versions
public record Departed(String name, Instant until, long values) {}
