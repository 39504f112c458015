package org.luoshi.compiler.internal.bind;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.kernel.diagnostic.Span;

/// A YAML file of a pack, read as far as it can be without knowing the others.
///
/// @param path from the pack's folder
/// @param file path for reports, beginning with the pack's id
/// @param read what the construct's shape made of it, absent when it could make nothing
/// @param findings what was told on the way
record ParsedFile(
        String path,
        String file,
        Construct construct,
        @Nullable Node node,
        @Nullable Object read,
        Findings findings) {

    /// The id it declares.
    String name() {
        return Construct.nameOf(path);
    }

    Optional<View> view() {
        return read instanceof View view ? Optional.of(view) : Optional.empty();
    }

    /// The whole file.
    Span whole() {
        return Span.ofFile(file);
    }
}
