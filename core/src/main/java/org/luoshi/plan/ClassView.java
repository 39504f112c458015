package org.luoshi.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StudyClass;

/// A study class and what became of it.
///
/// @param byUnit units in the order they spoke
public record ClassView(StudyClass declared, List<UnitStatements> byUnit) {

    public ClassView {
        byUnit = List.copyOf(byUnit);
    }

    public record UnitStatements(String unit, List<StatementView> statements) {
        public UnitStatements {
            statements = List.copyOf(statements);
        }
    }

    /// @param commitments that came out of the statement; empty for one that led to none
    /// @param missing ids it names that the plan does not have any more
    public record StatementView(
            StudyClass.Statement statement,
            List<Plan.Clause> clauses,
            List<Outcome> commitments,
            List<String> missing) {
        public StatementView {
            clauses = List.copyOf(clauses);
            commitments = List.copyOf(commitments);
            missing = List.copyOf(missing);
        }
    }

    /// What became of a commitment.
    ///
    /// @param status absent where the viewer may not read it
    public record Outcome(String commitment, Text title, @Nullable StatusView status) {}

    /// Statements that no commitment came out of.
    public List<StatementView> withoutCommitment() {
        return byUnit.stream()
                .flatMap(u -> u.statements().stream())
                .filter(s -> s.commitments().isEmpty())
                .toList();
    }

    public long commitments() {
        return byUnit.stream()
                .flatMap(u -> u.statements().stream())
                .flatMap(s -> s.commitments().stream())
                .map(Outcome::commitment)
                .distinct()
                .count();
    }
}
