package org.luoshi.plan;

import java.util.List;
import java.util.Map;
import org.luoshi.pack.Plan;

/// Which sentences of the source the plan answers.
///
/// @param uncovered clauses that need a commitment and have none
/// @param untraced commitments that name no clause themselves
/// @param commitmentsOf clause id → ids of the commitments that name it, or whose measure or focus does
/// @param explained clauses that need none, each with its reason
public record Coverage(
        int clauses,
        int needing,
        List<Plan.Clause> uncovered,
        List<Plan.Commitment> untraced,
        Map<String, List<String>> commitmentsOf,
        List<Plan.Clause> explained) {

    public Coverage {
        uncovered = List.copyOf(uncovered);
        untraced = List.copyOf(untraced);
        commitmentsOf = Map.copyOf(commitmentsOf);
        explained = List.copyOf(explained);
    }

    /// A clause named by a measure or focus counts as covered only if a commitment stands under it.
    public static Coverage of(Plan plan) {
        Map<String, List<String>> named = new java.util.HashMap<>();
        List<Plan.Commitment> untraced = new java.util.ArrayList<>();
        for (Plan.Focus focus : plan.focuses()) {
            for (Plan.Measure measure : focus.measures()) {
                for (Plan.Commitment commitment : measure.commitments()) {
                    name(named, focus.clauses(), commitment);
                    name(named, measure.clauses(), commitment);
                    name(named, commitment.clauses(), commitment);
                    if (commitment.clauses().isEmpty()) {
                        untraced.add(commitment);
                    }
                }
            }
        }
        List<Plan.Clause> needing =
                plan.clauses().stream().filter(Plan.Clause::needsCommitment).toList();
        return new Coverage(
                plan.clauses().size(),
                needing.size(),
                needing.stream().filter(c -> !named.containsKey(c.id())).toList(),
                untraced,
                named,
                plan.clauses().stream().filter(c -> !c.needsCommitment()).toList());
    }

    private static void name(Map<String, List<String>> named, List<String> clauses, Plan.Commitment commitment) {
        for (String clause : clauses) {
            List<String> of = named.computeIfAbsent(clause, c -> new java.util.ArrayList<>());
            if (!of.contains(commitment.id())) {
                of.add(commitment.id());
            }
        }
    }
}
