package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.COMMA_IN_TEXT;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.MISSING_KEY;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.UNKNOWN_KEY;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.WRONG_KIND;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Kinds;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Entries;
import org.luoshi.compiler.internal.yaml.Node.Entry;
import org.luoshi.kernel.text.Text;

/// A group of declared keys.
///
/// @param what the thing the keys belong to: "指标", "an indicator"
public record Form(Text what, List<Key<?>> keys) implements Shape<View> {

    public Form {
        keys = List.copyOf(keys);
    }

    public static Form of(String zh, String en, Key<?>... keys) {
        return new Form(new Text(zh, en), List.of(keys));
    }

    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public Optional<View> read(Node node, Findings findings) {
        if (!(node instanceof Entries entries)) {
            findings.report(WRONG_KIND
                    .at(node.span())
                    .with("expected", new Text("一组键和值", "a group of keys and values"))
                    .with("found", Kinds.of(node))
                    .with("members", Members.list(names())));
            return Optional.empty();
        }
        boolean whole = true;
        for (Entry entry : entries.entries()) {
            String name = entry.key().text();
            if (keys.stream().noneMatch(k -> k.name().equals(name))) {
                whole = false;
                if (entry.value() instanceof Node.Empty && isPartOfText(entries, entry)) {
                    findings.report(COMMA_IN_TEXT.at(entry.key().span()).with("word", name));
                    continue;
                }
                findings.report(UNKNOWN_KEY
                        .at(entry.key().span())
                        .with("key", name)
                        .with("what", what)
                        .with("members", Members.of(names(), name))
                        .with("meant", Members.meant(name, names())));
            }
        }
        IdentityHashMap<Key<?>, Object> values = new IdentityHashMap<>();
        for (Key<?> key : keys) {
            Optional<Node> written = entries.find(key.name()).map(Entry::value);
            Optional<?> value = written.flatMap(v -> key.shape().read(v, findings));
            value.ifPresent(v -> values.put(key, v));
            whole &= value.isPresent() || (written.isEmpty() && !key.required());
            if (written.isEmpty() && key.required() && !misspelt(entries, key.name())) {
                findings.report(MISSING_KEY
                        .at(node.anchor())
                        .with("key", key.name())
                        .with("what", what)
                        .with("about", key.about()));
            }
        }
        return Optional.of(new View(entries, values, whole));
    }

    /// `{ zh: 项目, en: Parks, and projects }` has the key `and projects`.
    private static boolean isPartOfText(Entries entries, Entry entry) {
        int at = entries.entries().indexOf(entry);
        return at > 0
                && entries.entries().get(at - 1).value().span().to().line()
                        == entry.key().span().from().line();
    }

    /// Whether an unknown key was told with this one as what was meant; then one report is enough.
    private boolean misspelt(Entries entries, String name) {
        return entries.entries().stream()
                .map(e -> e.key().text())
                .filter(written -> !names().contains(written))
                .anyMatch(written ->
                        Members.meant(written, names()).filter(name::equals).isPresent());
    }

    @Override
    public Text describe() {
        return new Text("一组键", "a group of keys");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("description", key.about().zh() + " · " + key.about().en());
            schema.putAll(key.shape().schema());
            properties.put(key.name(), schema);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
