package org.luoshi.compiler.internal.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// A single value, or something with structure.
///
/// @param wide reads everything that is no single value
public record Either<A, B>(Shape<A> single, Shape<B> wide) implements Shape<Either.Read<A, B>> {

    /// What was written: exactly one of the two.
    public record Read<A, B>(Optional<A> single, Optional<B> wide) {}

    @Override
    public Optional<Read<A, B>> read(Node node, Findings findings) {
        return node instanceof Scalar || node instanceof Node.Empty
                ? single.read(node, findings).map(a -> new Read<>(Optional.of(a), Optional.empty()))
                : wide.read(node, findings).map(b -> new Read<>(Optional.empty(), Optional.of(b)));
    }

    @Override
    public Text describe() {
        Text a = single.describe();
        Text b = wide.describe();
        return new Text(a.zh() + "；或" + b.zh(), a.en() + "; or " + b.en());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(single.schema(), wide.schema()));
    }
}
