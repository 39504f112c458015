package org.luoshi.indicator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.Aggregate;

/// Fields that an aggregate reads: its own, those that references lead to, and those that place its records.
final class Needs {

    private Needs() {}

    record Needed(QualifiedId entity, String id) {
        @Override
        public String toString() {
            return entity + "." + id;
        }
    }

    static Stream<Needed> of(Aggregate aggregate, SourceLayout layout, Function<QualifiedId, Entity> entities) {
        Source source = layout.source();
        Stream<Needed> placing = Stream.of(source.unit(), source.date(), source.until())
                .filter(Objects::nonNull)
                .map(field -> new Needed(source.entity(), field));
        Stream<Needed> read = aggregate
                .all()
                .filter(Expr.FieldPath.class::isInstance)
                .flatMap(path -> steps(((Expr.FieldPath) path).path(), source.entity(), entities));
        return Stream.concat(placing, read).distinct();
    }

    private static Stream<Needed> steps(List<String> path, QualifiedId from, Function<QualifiedId, Entity> entities) {
        List<Needed> steps = new ArrayList<>();
        QualifiedId at = from;
        for (String field : path) {
            steps.add(new Needed(at, field));
            if (steps.size() < path.size()
                    && entities.apply(at).require(field).type() instanceof FieldType.ReferenceType(QualifiedId next))
                at = next;
        }
        return steps.stream();
    }
}
