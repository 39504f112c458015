package org.luoshi.compiler.internal.shape;

import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.kernel.diagnostic.Span;

/// A member of a list, or a value under a free key, with the place of it.
public record Listed<T>(T value, Node node) {

    public Span span() {
        return node.span();
    }
}
