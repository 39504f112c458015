package org.luoshi.plan;

import java.time.Instant;

/// A state of the plan, as numbered.
///
/// @param number 1 for the first
/// @param digest SHA-256 (hex) of what was taken in; names the pack or file
/// @param by account
public record PlanVersion(
        int number, long change, Instant knownAt, Origin origin, String digest, String note, String by) {

    public enum Origin {
        PACK,
        YAML,
        XLSX,
        EDIT;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
