package org.luoshi.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.decision.DecisionTable.Rule;

/// What a decision table answered in a case.
///
/// @param node the business rule task of the drawing
/// @param table as it was then
/// @param rules numbers of the rules that the answers come from; none where no rule hit
/// @param inputs what was looked at, as far as a page may show it; empty ones are absent
/// @param answers output → answer
public record CaseDecision(
        Instant at,
        String node,
        DecisionTable table,
        List<Integer> rules,
        Map<String, Object> inputs,
        List<Map<String, Object>> answers) {

    public CaseDecision {
        rules = List.copyOf(rules);
        inputs = new HashMap<>(inputs);
        answers = List.copyOf(answers);
    }

    /// Reasons that the rules give, in their order.
    public List<Text> reasons() {
        List<Text> reasons = new ArrayList<>();
        for (int number : rules) {
            table.rule(number).map(Rule::because).ifPresent(reasons::add);
        }
        return reasons;
    }
}
