package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.BAD_ID;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.EMPTY_MAP;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.WRONG_KIND;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Kinds;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Entries;
import org.luoshi.compiler.internal.yaml.Node.Entry;
import org.luoshi.kernel.text.Text;

/// Values of one shape under ids that the author chooses, in the order written.
///
/// @param key what the ids are: "字段标识", "field id"
/// @param ids whether the keys must be well-formed ids; otherwise later steps check them
public record MapOf<T>(Text key, Shape<T> value, boolean ids, int least) implements Shape<Map<Node.Scalar, Listed<T>>> {

    public static <T> MapOf<T> declared(String zh, String en, Shape<T> value) {
        return new MapOf<>(new Text(zh, en), value, true, 1);
    }

    public static <T> MapOf<T> named(String zh, String en, Shape<T> value) {
        return new MapOf<>(new Text(zh, en), value, false, 0);
    }

    @Override
    public Optional<Map<Node.Scalar, Listed<T>>> read(Node node, Findings findings) {
        if (!(node instanceof Entries entries)) {
            findings.report(WRONG_KIND
                    .at(node.span())
                    .with("expected", new Text("一组“" + key.zh() + ": 值”", "a group of `" + key.en() + ": value`"))
                    .with("found", Kinds.of(node)));
            return Optional.empty();
        }
        if (entries.entries().size() < least) {
            findings.report(EMPTY_MAP.at(node.span()).with("what", key));
            return Optional.empty();
        }
        Map<Node.Scalar, Listed<T>> read = new LinkedHashMap<>();
        for (Entry entry : entries.entries()) {
            if (ids && !Ids.fits(entry.key().text())) {
                findings.report(BAD_ID.at(entry.key().span())
                        .with("id", entry.key().text())
                        .with("meant", Ids.mend(entry.key().text())));
            }
            value.read(entry.value(), findings).ifPresent(v -> read.put(entry.key(), new Listed<>(v, entry.value())));
        }
        return Optional.of(read);
    }

    @Override
    public Text describe() {
        Text of = value.describe();
        return new Text(
                "“" + key.zh() + ": 值”若干，值为" + of.zh(),
                "any number of `" + key.en() + ": value`, each value " + of.en());
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (ids) schema.put("propertyNames", Map.of("pattern", Ids.PATTERN));
        schema.put("additionalProperties", value.schema());
        if (least > 0) schema.put("minProperties", least);
        return schema;
    }
}
