package org.luoshi.pack;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/// Name of a thing declared in a pack, e.g. `parks.project`.
///
/// @param pack id of the declaring pack
/// @param name id inside the pack
public record QualifiedId(String pack, String name) implements Comparable<QualifiedId> {

    private static final Comparator<QualifiedId> ORDER =
            Comparator.comparing(QualifiedId::pack).thenComparing(QualifiedId::name);

    public QualifiedId {
        Objects.requireNonNull(pack);
        Objects.requireNonNull(name);
    }

    /// Reads `pack.name`.
    ///
    /// @throws IllegalArgumentException unless the text has exactly one dot with something on both sides
    public static QualifiedId parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
            throw new IllegalArgumentException("need `pack.name`, got `" + text + "`");
        }
        return new QualifiedId(text.substring(0, dot), text.substring(dot + 1));
    }

    /// Reads `pack.name`; empty for any other text.
    public static Optional<QualifiedId> find(String text) {
        return text.matches("[^.]+\\.[^.]+") ? Optional.of(parse(text)) : Optional.empty();
    }

    @Override
    public int compareTo(QualifiedId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return pack + "." + name;
    }
}
