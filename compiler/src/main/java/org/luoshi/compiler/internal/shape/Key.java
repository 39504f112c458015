package org.luoshi.compiler.internal.shape;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A key of a construct.
///
/// @param about what it says, for the reference page and the editor
/// @param fallback what holds when it is left out, where that is not plain
public record Key<T>(
        String name,
        Shape<T> shape,
        boolean required,
        Text about,
        @Nullable Text fallback) {

    public static <T> Key<T> required(String name, Shape<T> shape, String zh, String en) {
        return new Key<>(name, shape, true, new Text(zh, en), null);
    }

    public static <T> Key<T> optional(String name, Shape<T> shape, String zh, String en) {
        return new Key<>(name, shape, false, new Text(zh, en), null);
    }

    public Key<T> otherwise(String zh, String en) {
        return new Key<>(name, shape, required, about, new Text(zh, en));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
