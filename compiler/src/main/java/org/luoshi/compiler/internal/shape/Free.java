package org.luoshi.compiler.internal.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.kernel.text.Text;

/// Anything, as plain values: text, number, true or false, list, map.
public enum Free implements Shape<Object> {
    VALUE;

    @Override
    public Optional<Object> read(Node node, Findings findings) {
        return Optional.of(plain(node));
    }

    public static Object plain(Node node) {
        return switch (node) {
            case Node.Empty unused -> "";
            case Node.Scalar scalar -> plain(scalar);
            case Node.Items items -> {
                List<Object> list = new ArrayList<>();
                items.items().forEach(item -> list.add(plain(item)));
                yield List.copyOf(list);
            }
            case Node.Entries entries -> {
                Map<String, Object> map = new LinkedHashMap<>();
                entries.entries().forEach(e -> map.put(e.key().text(), plain(e.value())));
                yield map;
            }
        };
    }

    private static Object plain(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.quoted()) return text;
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,12})?") ? new BigDecimal(text) : text;
    }

    @Override
    public Text describe() {
        return new Text("任意内容", "anything");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of();
    }
}
