package org.luoshi.compiler.internal.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// A value, or a word (or nothing at all) that says there is none.
///
/// @param none the word, `null` where only an empty value says so
public record OrNone<T>(Shape<T> shape, String none) implements Shape<Optional<T>> {

    @Override
    public Optional<Optional<T>> read(Node node, Findings findings) {
        boolean absent = node instanceof Node.Empty
                || (node instanceof Scalar s && s.text().equals(none));
        return absent
                ? Optional.of(Optional.empty())
                : shape.read(node, findings).flatMap(value -> Optional.of(Optional.of(value)));
    }

    @Override
    public Text describe() {
        Text of = shape.describe();
        return new Text(of.zh() + "，或 `" + none + "`", of.en() + ", or `" + none + "`");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> word = none.equals("null") ? Map.of("type", "null") : Map.of("enum", List.of(none));
        return Map.of("anyOf", List.of(shape.schema(), word));
    }
}
