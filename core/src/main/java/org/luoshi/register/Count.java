package org.luoshi.register;

import org.luoshi.kernel.text.Text;

/// How many records there are.
///
/// @param exact whether it is that many; otherwise at least that many
public record Count(long value, boolean exact) {

    public static final Count NONE = new Count(0, true);

    public Count plus(Count other) {
        return new Count(value + other.value, exact && other.exact);
    }

    public Text text() {
        return exact ? Text.same(String.valueOf(value)) : new Text("≥ " + value, "≥ " + value);
    }
}
