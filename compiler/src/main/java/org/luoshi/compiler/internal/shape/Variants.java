package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.MISSING_KEY;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.WRONG_KIND;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Kinds;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Entries;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;

/// A group of keys whose set depends on the word under one of them.
///
/// @param key the deciding key, a member of each form
/// @param forms word → keys
public record Variants(Text what, Key<String> key, Map<String, Form> forms) implements Shape<View> {

    @Override
    public Optional<View> read(Node node, Findings findings) {
        if (!(node instanceof Entries entries)) {
            findings.report(WRONG_KIND
                    .at(node.span())
                    .with("expected", new Text("一组键和值", "a group of keys and values"))
                    .with("found", Kinds.of(node))
                    .with(
                            "members",
                            Members.list(forms.values().iterator().next().names())));
            return Optional.empty();
        }
        Optional<Node.Entry> deciding = entries.find(key.name());
        if (deciding.isEmpty()) {
            findings.report(MISSING_KEY
                    .at(node.anchor())
                    .with("key", key.name())
                    .with("what", what)
                    .with("about", key.about()));
            return Optional.empty();
        }
        return key.shape()
                .read(deciding.get().value(), findings)
                .flatMap(word -> Known.in(forms, word).read(node, findings));
    }

    @Override
    public Text describe() {
        return new Text("一组键，由 `" + key.name() + "` 决定", "a group of keys decided by `" + key.name() + "`");
    }

    @Override
    public Map<String, Object> schema() {
        List<Object> branches = new ArrayList<>();
        forms.forEach((word, form) -> {
            Map<String, Object> branch = new LinkedHashMap<>(form.schema());
            Map<String, Object> properties = new LinkedHashMap<>();
            form.schema().forEach((k, v) -> {
                if (k.equals("properties") && v instanceof Map<?, ?> declared)
                    declared.forEach((name, schema) -> properties.put(String.valueOf(name), schema));
            });
            properties.put(key.name(), Map.of("const", word));
            branch.put("properties", properties);
            branches.add(branch);
        });
        return Map.of("oneOf", branches);
    }
}
