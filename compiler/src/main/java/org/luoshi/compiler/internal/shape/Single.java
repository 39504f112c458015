package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.EMPTY_VALUE;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.WRONG_KIND;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Kinds;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// A single value, read from what is written by a rule that reports when it cannot.
public record Single<T>(Text describe, Map<String, Object> schema, Rule<T> rule) implements Shape<T> {

    public Single {
        // Map.of has no order of its own, and another one in each process
        schema = Collections.unmodifiableMap(new TreeMap<>(schema));
    }

    @FunctionalInterface
    public interface Rule<T> {
        Optional<T> read(Scalar scalar, Findings findings);
    }

    @Override
    public Optional<T> read(Node node, Findings findings) {
        if (node instanceof Scalar scalar) return rule.read(scalar, findings);
        findings.report(
                node instanceof Node.Empty
                        ? EMPTY_VALUE.at(node.anchor()).with("expected", describe)
                        : WRONG_KIND.at(node.span()).with("expected", describe).with("found", Kinds.of(node)));
        return Optional.empty();
    }
}
