package org.luoshi.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// The city's plan as declared: focus 着力点 → measure 举措 → commitment 任务 → milestone 节点.
public record Plan(
        QualifiedId id,
        Text title,
        Source source,
        Span period,
        QualifiedId statusRule,
        EvidenceRegister evidence,
        List<Clause> clauses,
        List<Focus> focuses) {

    public Plan {
        clauses = List.copyOf(clauses);
        focuses = List.copyOf(focuses);
    }

    /// All commitments, in the plan's order.
    public Stream<Commitment> commitments() {
        return focuses.stream()
                .flatMap(focus -> focus.measures().stream())
                .flatMap(measure -> measure.commitments().stream());
    }

    public record Source(Text title, String publisher, LocalDate date, @Nullable String url) {}

    /// A stretch of days.
    ///
    /// @param stated whether the source document states it; otherwise it is a local setting
    public record Span(LocalDate from, LocalDate to, boolean stated) {}

    /// Which register holds milestone evidence, and which of its fields say what.
    ///
    /// @param accepted the verdict that counts as verified
    public record EvidenceRegister(
            QualifiedId entity,
            String commitment,
            String milestone,
            String happenedOn,
            String verdict,
            String accepted,
            String verifiedOn) {}

    /// A sentence of the source document, by its place, with its gist in our own words.
    ///
    /// @param because why no commitment is needed, where none is
    public record Clause(
            String id,
            int paragraph,
            int sentence,
            @Nullable String speaker,
            Text gist,
            ClauseKind kind,
            boolean needsCommitment,
            @Nullable Text because) {}

    public enum ClauseKind {
        PROMISE,
        NUMBER,
        LEVER,
        EMPHASIS,
        CONTEXT
    }

    public record Focus(String id, int order, Text title, List<String> clauses, List<Measure> measures) {
        public Focus {
            clauses = List.copyOf(clauses);
            measures = List.copyOf(measures);
        }
    }

    public record Measure(
            String id,
            Text title,
            Lever lever,
            @Nullable String lead,
            List<String> clauses,
            List<Commitment> commitments) {
        public Measure {
            clauses = List.copyOf(clauses);
            commitments = List.copyOf(commitments);
        }
    }

    /// 重点, 抓手 or neither.
    public enum Lever {
        EMPHASIS,
        LEVER,
        NONE
    }

    /// @param figure only where the source gives the number; null means "no figure was promised"
    /// @param watch indicators shown beside the commitment without a target
    public record Commitment(
            String id,
            Text title,
            @Nullable Text detail,
            String lead,
            Set<String> assist,
            Span period,
            @Nullable Figure figure,
            List<QualifiedId> watch,
            List<Milestone> milestones,
            List<Text> evidence,
            List<String> dependsOn,
            List<String> clauses) {
        public Commitment {
            assist = Set.copyOf(assist);
            watch = List.copyOf(watch);
            milestones = List.copyOf(milestones);
            evidence = List.copyOf(evidence);
            dependsOn = List.copyOf(dependsOn);
            clauses = List.copyOf(clauses);
        }
    }

    /// A promised number and its path.
    ///
    /// @param path intermediate targets in order of date; a straight line where empty
    public record Figure(
            QualifiedId indicator,
            String unit,
            Point baseline,
            boolean baselineStated,
            BigDecimal target,
            boolean targetStated,
            List<Point> path) {
        public Figure {
            path = List.copyOf(path);
        }
    }

    public record Point(LocalDate by, BigDecimal value) {}

    public record Milestone(String id, Text title, LocalDate due, boolean stated, @Nullable Text evidence) {}
}
