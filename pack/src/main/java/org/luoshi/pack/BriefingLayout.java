package org.luoshi.pack;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.expression.Expr;

/// What a briefing says and which figures it binds.
public record BriefingLayout(QualifiedId id, Text title, Set<Subject> of, Cadence cadence, List<Section> sections) {

    public BriefingLayout {
        of = Set.copyOf(of);
        sections = List.copyOf(sections);
    }

    public enum Subject {
        CITY,
        UNIT,
        FOCUS
    }

    public enum Cadence {
        WEEKLY,
        MONTHLY,
        QUARTERLY
    }

    public sealed interface Section {
        Text heading();

        /// Prose whose every figure is a binding.
        record Prose(Text heading, List<Part> zh, List<Part> en) implements Section {
            public Prose {
                zh = List.copyOf(zh);
                en = List.copyOf(en);
            }
        }

        /// A table of commitments.
        record Commitments(Text heading, Selection selection, List<String> columns) implements Section {
            public Commitments {
                columns = List.copyOf(columns);
            }
        }

        /// An indicator's figures.
        record Figures(Text heading, QualifiedId indicator, @Nullable UnitKind per, boolean table) implements Section {}
    }

    public enum Selection {
        OFF_PATH,
        MILESTONES_DUE,
        CHANGED,
        UNKNOWN,
        ALL
    }

    /// A piece of prose.
    public sealed interface Part {
        record Words(String text) implements Part {}

        /// A figure with its derivation: `count('behind')`, `value('parks.projects_started')` …
        record Binding(Expr expression) implements Part {}

        /// Digits that are no figure: a date, a document number.
        record Literal(String text) implements Part {}
    }
}
