package org.luoshi.kernel.unit;

/// A code somebody gave a unit. Codes of two schemes, or of two versions of one, may collide: the key is all three.
///
/// @param scheme who assigns it, for example `mca` 民政部 or `stats` 国家统计局
/// @param version the edition, usually a year
/// @param code as published
public record UnitCode(String scheme, String version, String code) {

    public UnitCode {
        if (scheme.isBlank() || version.isBlank() || code.isBlank())
            throw new IllegalArgumentException(
                    "need scheme, version and code, got `%s`, `%s`, `%s`".formatted(scheme, version, code));
    }

    @Override
    public String toString() {
        return scheme + "@" + version + ":" + code;
    }
}
