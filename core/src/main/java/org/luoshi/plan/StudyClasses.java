package org.luoshi.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StudyClass;
import org.luoshi.plan.internal.Freshness;
import org.springframework.stereotype.Service;

/// Study classes 读书班: what units said there, the commitments that came of it, and what became of those.
@Service
public class StudyClasses {

    private final Plans plans;
    private final Freshness freshness;

    StudyClasses(Plans plans, Freshness freshness) {
        this.plans = plans;
        this.freshness = freshness;
    }

    public List<StudyClass> all() {
        return freshness.packs().classes();
    }

    public Optional<ClassView> find(QualifiedId id, @Nullable Instant asOf, Viewer viewer) {
        return all().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .map(c -> view(c, asOf, viewer));
    }

    private ClassView view(StudyClass declared, @Nullable Instant asOf, Viewer viewer) {
        Map<String, CommitmentRow> rows = plans.board(BoardFilter.ALL, asOf, viewer).rows().stream()
                .collect(Collectors.toMap(CommitmentRow::id, Function.identity()));
        Plan plan = plans.plan(asOf).orElse(null);
        Map<String, Plan.Clause> clauses = plan == null
                ? Map.of()
                : plan.clauses().stream().collect(Collectors.toMap(Plan.Clause::id, Function.identity()));
        Map<String, Plan.Commitment> commitments = new LinkedHashMap<>();
        if (plan != null) {
            plan.focuses().stream()
                    .flatMap(f -> f.measures().stream())
                    .flatMap(m -> m.commitments().stream())
                    .forEach(c -> commitments.put(c.id(), c));
        }
        Map<String, List<ClassView.StatementView>> byUnit = new LinkedHashMap<>();
        for (StudyClass.Statement statement : declared.statements()) {
            byUnit.computeIfAbsent(statement.unit(), u -> new ArrayList<>())
                    .add(new ClassView.StatementView(
                            statement,
                            statement.clauses().stream()
                                    .map(clauses::get)
                                    .filter(java.util.Objects::nonNull)
                                    .toList(),
                            statement.commitments().stream()
                                    .map(commitments::get)
                                    .filter(java.util.Objects::nonNull)
                                    .map(c -> outcome(c, rows))
                                    .toList(),
                            statement.commitments().stream()
                                    .filter(c -> !commitments.containsKey(c))
                                    .toList()));
        }
        return new ClassView(
                declared,
                byUnit.entrySet().stream()
                        .map(e -> new ClassView.UnitStatements(e.getKey(), e.getValue()))
                        .toList());
    }

    private static ClassView.Outcome outcome(Plan.Commitment commitment, Map<String, CommitmentRow> rows) {
        CommitmentRow row = rows.get(commitment.id());
        return new ClassView.Outcome(commitment.id(), commitment.title(), row == null ? null : row.status());
    }
}
