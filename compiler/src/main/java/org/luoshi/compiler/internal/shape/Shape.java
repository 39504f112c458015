package org.luoshi.compiler.internal.shape;

import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.kernel.text.Text;

/// What a value may look like. One declaration reads and checks it, describes it, and gives its JSON Schema.
///
/// @param <T> what comes of a value that fits
public interface Shape<T> {

    /// The value, or empty when it does not fit: then that has been told, and later steps stay silent about it.
    Optional<T> read(Node node, Findings findings);

    /// For the reference page: "a day, `2025-03-31`".
    Text describe();

    /// JSON Schema (draft 2020-12) of the value.
    Map<String, Object> schema();
}
