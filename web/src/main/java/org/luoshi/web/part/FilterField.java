package org.luoshi.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field of a filter bar.
///
/// @param kind `select`, `date`, `search` or `hidden`
/// @param value as in the address; empty where nothing is chosen
public record FilterField(String name, String label, String kind, String value, List<Option> options) {

    public record Option(String value, String words) {}

    public static FilterField select(String name, String label, @Nullable String value, List<Option> options) {
        return new FilterField(name, label, "select", value == null ? "" : value, options);
    }

    public static FilterField input(String name, String label, String kind, @Nullable String value) {
        return new FilterField(name, label, kind, value == null ? "" : value, List.of());
    }
}
