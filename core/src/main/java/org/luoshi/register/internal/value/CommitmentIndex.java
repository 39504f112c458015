package org.luoshi.register.internal.value;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.CommitmentNames;

/// Finds commitments as people write them: by id, or by their whole title.
///
/// Asks for the plan when a field first names one, and once: made anew for each use of a register.
public final class CommitmentIndex {

    private final CommitmentNames names;
    private volatile @Nullable Answer answer;

    private record Answer(Optional<Map<String, Text>> titles) {}

    public CommitmentIndex(CommitmentNames names) {
        this.names = names;
    }

    public boolean planInForce() {
        return inForce().isPresent();
    }

    public Map<String, Text> titles() {
        return inForce().orElse(Map.of());
    }

    private Optional<Map<String, Text>> inForce() {
        Answer known = answer;
        if (known == null) {
            known = new Answer(names.titles());
            answer = known;
        }
        return known.titles();
    }

    /// Whether what was said of ids so far would be said again now: none has left the plan, and none has come into force
    /// where there was none.
    public boolean stillTrue() {
        Answer said = answer;
        if (said == null) return true;
        Optional<Map<String, Text>> now = names.titles();
        return now.isEmpty()
                || said.titles().filter(before -> now.get().keySet().containsAll(before.keySet())).isPresent();
    }

    public Optional<Text> title(String id) {
        return Optional.ofNullable(titles().get(id));
    }

    /// The id that the text means; the text itself where it is nobody's title.
    String read(String text) {
        Map<String, Text> titles = titles();
        if (titles.containsKey(text)) {
            return text;
        }
        List<String> named = titles.entrySet().stream()
                .filter(e -> e.getValue().zh().equals(text) || e.getValue().en().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? named.getFirst() : text;
    }

    /// What is wrong with a commitment's id as of now; where no plan is in force nothing can be said against it.
    public Optional<BadValue> problem(String id) {
        return inForce().filter(titles -> !titles.containsKey(id)).map(titles -> unknown(id, titles));
    }

    private static BadValue unknown(String id, Map<String, Text> titles) {
        String shown = NumberReader.shorten(id);
        return new BadValue(
                "现行计划里没有任务「%s」；%s".formatted(shown, near(id, titles, Text::zh).map("是不是 %s？"::formatted).orElse("写任务标识或全名")),
                "the plan in force has no commitment \"%s\"; %s".formatted(
                        shown, near(id, titles, Text::en).map("did you mean %s?"::formatted).orElse("write its id or whole title")));
    }

    private static Optional<String> near(String id, Map<String, Text> titles, Function<Text, String> language) {
        Set<String> written = new HashSet<>(titles.keySet());
        titles.values().forEach(title -> written.add(language.apply(title)));
        return EditDistance.suggestion(id, written);
    }
}
