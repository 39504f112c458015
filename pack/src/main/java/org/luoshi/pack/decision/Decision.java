package org.luoshi.pack.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.decision.DecisionTable.Input;

/// What a table says of one record.
public sealed interface Decision {

    /// @param inputs what the rules looked at; null for empty
    /// @param rules numbers of the rules that the answers come from, in the order of the answers; none where `otherwise`
    ///     answers
    /// @param answers output → answer, once or as often as the hit policy lets rules answer
    record Decided(Map<String, @Nullable Object> inputs, List<Integer> rules, List<Map<String, Object>> answers)
            implements Decision {
        public Decided {
            inputs = new HashMap<>(inputs);
            rules = List.copyOf(rules);
            answers = List.copyOf(answers);
        }
    }

    /// It cannot be decided while this is not known.
    record Lacking(Input input) implements Decision {}
}
