package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.EMPTY_LIST;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.TWICE_IN_LIST;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.WRONG_KIND;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Kinds;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Items;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// A list of values of one shape. Members that do not fit are left out of what is read.
///
/// @param least fewest members, 0 or 1
/// @param single whether one value may stand without a list
/// @param distinct whether a single value may be named only once
public record ListOf<T>(Shape<T> member, int least, boolean single, boolean distinct)
        implements Shape<List<Listed<T>>> {

    public static <T> ListOf<T> any(Shape<T> member) {
        return new ListOf<>(member, 0, false, false);
    }

    public static <T> ListOf<T> some(Shape<T> member) {
        return new ListOf<>(member, 1, false, false);
    }

    /// Ids, each once.
    public static <T> ListOf<T> distinct(Shape<T> member) {
        return new ListOf<>(member, 0, false, true);
    }

    /// One id or a list of them.
    public static <T> ListOf<T> oneOrMore(Shape<T> member) {
        return new ListOf<>(member, 1, true, true);
    }

    @Override
    public Optional<List<Listed<T>>> read(Node node, Findings findings) {
        if (single && node instanceof Scalar) {
            return member.read(node, findings).map(value -> List.of(new Listed<>(value, node)));
        }
        if (!(node instanceof Items items)) {
            findings.report(WRONG_KIND
                    .at(node.span())
                    .with("expected", new Text("一个列表", "a list"))
                    .with("found", Kinds.of(node)));
            return Optional.empty();
        }
        if (items.items().size() < least) {
            findings.report(EMPTY_LIST.at(node.span()));
            return Optional.empty();
        }
        List<Listed<T>> read = new ArrayList<>();
        Map<String, Node> seen = new HashMap<>();
        boolean whole = true;
        for (Node item : items.items()) {
            Node first = distinct && item instanceof Scalar scalar ? seen.putIfAbsent(scalar.text(), item) : null;
            if (first != null) {
                findings.report(TWICE_IN_LIST
                        .at(item.span())
                        .with("member", ((Scalar) item).text())
                        .other(first.span()));
                whole = false;
                continue;
            }
            Optional<T> value = member.read(item, findings);
            whole &= value.isPresent();
            value.ifPresent(v -> read.add(new Listed<>(v, item)));
        }
        return whole || !read.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    @Override
    public Text describe() {
        Text of = member.describe();
        return single
                ? new Text(of.zh() + "，或其列表", of.en() + ", or a list of them")
                : new Text("列表，每项为" + of.zh(), "list, each member " + of.en());
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", member.schema());
        if (least > 0) schema.put("minItems", least);
        if (distinct) schema.put("uniqueItems", true);
        return single ? Map.of("anyOf", List.of(member.schema(), schema)) : schema;
    }
}
