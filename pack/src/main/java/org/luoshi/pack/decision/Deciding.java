package org.luoshi.pack.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Output;
import org.luoshi.pack.decision.DecisionTable.Rule;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;

/// Applies a decision table.
public final class Deciding {

    private Deciding() {}

    /// @param record what the inputs are computed from
    public static Decision decide(DecisionTable table, Environment record) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        for (Input input : table.inputs()) {
            Object value = Evaluator.evaluate(input.value(), record);
            if (value == null && !input.optional()) return new Decision.Lacking(input);
            inputs.put(input.id(), value);
        }
        return decide(table, inputs);
    }

    /// @param inputs of the table's types, numbers as decimals; null for empty
    public static Decision.Decided decide(DecisionTable table, Map<String, @Nullable Object> inputs) {
        List<Rule> hits = table.rules().stream().filter(rule -> hits(rule, inputs)).toList();
        if (hits.isEmpty()) return none(table, inputs);
        return switch (table.hit()) {
            case UNIQUE, FIRST -> of(inputs, hits.subList(0, 1));
            case PRIORITY -> of(inputs, ranked(table, hits).subList(0, 1));
            case ANY -> new Decision.Decided(
                    inputs, numbers(hits), List.of(hits.getFirst().then()));
            case RULE_ORDER -> of(inputs, hits);
            case OUTPUT_ORDER -> of(inputs, ranked(table, hits));
            case COLLECT -> table.aggregator() == null
                    ? of(inputs, hits)
                    : new Decision.Decided(inputs, numbers(hits), List.of(aggregate(table, hits)));
        };
    }

    static boolean hits(Rule rule, Map<String, @Nullable Object> inputs) {
        return rule.when().entrySet().stream().allMatch(cell -> holds(cell.getValue(), inputs.get(cell.getKey())));
    }

    /// Whether a cell's condition holds for a value of its input.
    static boolean holds(Expr cell, @Nullable Object value) {
        return Evaluator.holds(cell, Environment.ofVariables(_ -> value));
    }

    private static Decision.Decided none(DecisionTable table, Map<String, @Nullable Object> inputs) {
        Map<String, Object> otherwise = table.otherwise();
        if (otherwise != null) return new Decision.Decided(inputs, List.of(), List.of(otherwise));
        List<Map<String, Object>> answers = table.aggregator() == Aggregator.COUNT
                ? List.of(aggregate(table, List.of()))
                : List.of();
        return new Decision.Decided(inputs, List.of(), answers);
    }

    private static Decision.Decided of(Map<String, @Nullable Object> inputs, List<Rule> answering) {
        return new Decision.Decided(
                inputs, numbers(answering), answering.stream().map(Rule::then).toList());
    }

    private static List<Integer> numbers(List<Rule> rules) {
        return rules.stream().map(Rule::number).toList();
    }

    /// By the place of each answer among its output's values, output by output; of equals as they are written.
    private static List<Rule> ranked(DecisionTable table, List<Rule> hits) {
        List<Rule> ranked = new ArrayList<>(hits);
        Comparator<Rule> order = Comparator.comparingInt(_ -> 0);
        for (Output output : table.outputs()) {
            if (output.shape().type() instanceof FieldType.EnumerationType values) {
                order = order.thenComparingInt(
                        rule -> values.position(String.valueOf(rule.then().get(output.id()))));
            }
        }
        ranked.sort(order);
        return ranked;
    }

    /// Of the one output that such a table has.
    private static Map<String, Object> aggregate(DecisionTable table, List<Rule> hits) {
        Output output = table.outputs().getFirst();
        if (table.aggregator() == Aggregator.COUNT) return Map.of(output.id(), (long) hits.size());
        BigDecimal made = hits.stream()
                .map(rule -> new BigDecimal(String.valueOf(rule.then().get(output.id()))))
                .reduce((a, b) -> switch (table.aggregator()) {
                    case MIN -> a.min(b);
                    case MAX -> a.max(b);
                    case null, default -> a.add(b);
                })
                .orElseThrow();
        boolean whole = output.shape().type() instanceof FieldType.IntegerType;
        return Map.of(output.id(), whole ? (Object) made.longValueExact() : made);
    }
}
