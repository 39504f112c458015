package org.luoshi.compiler.internal.yaml;

import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.diagnostic.Span;

/// A part of a YAML file.
public sealed interface Node {

    /// Where it stands; of a block that runs over several lines, the first line.
    Span span();

    /// What to point at when something is missing from it: its key, its first line in a list, or the file.
    Span anchor();

    /// Key–value pairs, in order, keys distinct.
    record Entries(List<Entry> entries, Span span, Span anchor) implements Node {
        public Entries {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> find(String key) {
            return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
        }
    }

    record Entry(Scalar key, Node value) {}

    record Items(List<Node> items, Span span, Span anchor) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A single value.
    ///
    /// @param quoted written in quotes or as a block: then `"1"` is a text and no number
    /// @param written the characters in the file, for places inside the value
    record Scalar(String text, boolean quoted, Written written, Span span, Span anchor) implements Node {

        /// The place of a stretch of the value.
        ///
        /// @param from offset of the first code point in `text`
        /// @param to offset after the last one
        public Span span(int from, int to) {
            return written.span(span, from, to);
        }
    }

    /// Nothing written, or `null`.
    record Empty(Span span, Span anchor) implements Node {}
}
