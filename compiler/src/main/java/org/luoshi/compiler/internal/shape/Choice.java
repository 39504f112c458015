package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_MEMBER;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.kernel.text.Text;

/// One word of a closed set.
///
/// @param what for "`x` is not …": "升降方向", "a direction"
public record Choice<T>(Text what, Map<String, T> members) implements Shape<T> {

    /// Every constant of an enum, by its lower-case name.
    public static <E extends Enum<E>> Choice<E> of(Class<E> type, String zh, String en) {
        Map<String, E> members = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(c -> members.put(c.name().toLowerCase(Locale.ROOT), c));
        return new Choice<>(new Text(zh, en), members);
    }

    public static Choice<String> of(String zh, String en, String... words) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String word : words) members.put(word, word);
        return new Choice<>(new Text(zh, en), members);
    }

    public static <T> Choice<T> of(Map<String, T> members, String zh, String en) {
        return new Choice<>(new Text(zh, en), members);
    }

    @Override
    public Optional<T> read(Node node, Findings findings) {
        return new Single<>(describe(), schema(), (scalar, to) -> {
                    T member = members.get(scalar.text());
                    if (member == null) {
                        to.report(NOT_A_MEMBER
                                .at(scalar.span())
                                .with("word", scalar.text())
                                .with("what", what)
                                .with("members", Members.of(members.keySet(), scalar.text()))
                                .with("meant", Members.meant(scalar.text(), members.keySet())));
                    }
                    return Optional.ofNullable(member);
                })
                .read(node, findings);
    }

    @Override
    public Text describe() {
        Text list = Members.list(members.keySet());
        return new Text("下列之一：" + list.zh(), "one of " + list.en());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", List.copyOf(members.keySet()));
    }
}
