package org.luoshi.compiler.internal.shape;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Entries;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;

/// A group of keys as read: the values that fit, and where each stands.
public final class View {

    private final Entries node;
    private final IdentityHashMap<Key<?>, Object> values;
    private final boolean whole;

    View(Entries node, IdentityHashMap<Key<?>, Object> values, boolean whole) {
        this.node = node;
        this.values = values;
        this.whole = whole;
    }

    /// Whether every key fits and none is missing.
    public boolean whole() {
        return whole;
    }

    public Entries node() {
        return node;
    }

    /// The value, or empty when it is not written or does not fit.
    @SuppressWarnings("unchecked") // a form stores under a key only what the key's shape read
    public <T> Optional<T> get(Key<T> key) {
        return Optional.ofNullable((T) values.get(key));
    }

    public <T> T get(Key<T> key, T otherwise) {
        return get(key).orElse(otherwise);
    }

    /// Whether the key is written, fitting or not.
    public boolean has(Key<?> key) {
        return node.find(key.name()).isPresent();
    }

    /// Written, but of no use: told already.
    public boolean broken(Key<?> key) {
        return has(key) && !values.containsKey(key);
    }

    /// Place of the value, or what to point at where it is missing.
    public Span at(Key<?> key) {
        return node.find(key.name()).map(e -> e.value().span()).orElse(node.anchor());
    }

    /// Place of the key itself, or what to point at where it is missing.
    public Span keyAt(Key<?> key) {
        return node.find(key.name()).map(e -> e.key().span()).orElse(node.anchor());
    }

    /// The value as written, if it is a single one.
    public Optional<Scalar> scalar(Key<?> key) {
        return node.find(key.name())
                .map(Node.Entry::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }
}
