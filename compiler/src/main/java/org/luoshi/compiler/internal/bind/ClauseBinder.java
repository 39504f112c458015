package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.PlanForms.Clauses.BECAUSE;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.GIST;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.ID;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.KIND;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.NEEDS;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.PARAGRAPH;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.SENTENCE;
import static org.luoshi.compiler.internal.form.PlanForms.Clauses.SPEAKER;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.CLAUSE_NEEDS_NONE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.DUPLICATE_CLAUSE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.NO_REASON;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.NUMBER_WITHOUT_FIGURE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNCOVERED;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNKNOWN_CLAUSE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.Plan.Clause;
import org.luoshi.pack.Plan.ClauseKind;

/// The sentences of the source, and which of them commitments cover.
final class ClauseBinder {

    private final World world;
    private final Findings findings;
    private final Optional<ParsedFile> file;
    private final Map<String, View> views = new LinkedHashMap<>();
    private final List<Clause> clauses = new ArrayList<>();
    /// Whether a commitment that covers the clause has a figure.
    private final Map<String, Boolean> covered = new HashMap<>();

    ClauseBinder(World world, Optional<ParsedFile> file) {
        this.world = world;
        this.findings = world.findings();
        this.file = file;
    }

    void bind() {
        if (file.isEmpty() || !(file.get().read() instanceof List<?> read)) return;
        for (Object member : read) {
            if (member instanceof Listed<?>(View view, var unused)) bind(view);
        }
    }

    private void bind(View view) {
        Optional<Scalar> id = view.get(ID);
        if (id.isEmpty()) return;
        View first = views.putIfAbsent(id.get().text(), view);
        if (first != null) {
            findings.report(
                    DUPLICATE_CLAUSE.at(view.at(ID)).with("id", id.get().text()).other(first.at(ID)));
            return;
        }
        boolean needs = view.get(NEEDS, "commitment").equals("commitment");
        if (!needs && !view.has(BECAUSE)) {
            findings.report(NO_REASON.at(view.at(NEEDS)).with("clause", id.get().text()));
        }
        Optional<String> speaker = view.get(SPEAKER).flatMap(s -> s).flatMap(world::unit);
        clauses.add(new Clause(
                id.get().text(),
                view.get(PARAGRAPH, 1),
                view.get(SENTENCE, 1),
                speaker.orElse(null),
                view.get(GIST, Text.EMPTY),
                view.get(KIND, ClauseKind.CONTEXT),
                needs,
                view.get(BECAUSE).orElse(null)));
    }

    List<Clause> clauses() {
        return clauses;
    }

    /// The clauses that exist; reports the others.
    List<String> known(List<Listed<Scalar>> named) {
        List<String> known = new ArrayList<>();
        for (Listed<Scalar> clause : named) {
            String id = clause.value().text();
            if (views.containsKey(id)) {
                known.add(id);
            } else if (readable()) {
                findings.report(UNKNOWN_CLAUSE
                        .at(clause.span())
                        .with("clause", id)
                        .with("meant", Members.meant(id, views.keySet())));
            }
        }
        return known;
    }

    /// A commitment names the clauses.
    void cover(List<Listed<Scalar>> named, boolean figure) {
        for (Listed<Scalar> clause : named) {
            String id = clause.value().text();
            covered.merge(id, figure, Boolean::logicalOr);
            View view = views.get(id);
            if (view != null && view.get(NEEDS, "").equals("none")) {
                findings.report(
                        CLAUSE_NEEDS_NONE.at(clause.span()).with("clause", id).other(view.at(NEEDS)));
            }
        }
    }

    /// Advice on what nothing covers; only where every focus could be read.
    void adviseOnUncovered() {
        for (Plan.Clause clause : clauses) {
            View view = Known.in(views, clause.id());
            if (!clause.needsCommitment() || !view.whole()) continue;
            Boolean figure = covered.get(clause.id());
            if (figure == null) {
                findings.report(UNCOVERED
                        .at(view.at(ID))
                        .with("clause", clause.id())
                        .with("paragraph", clause.paragraph())
                        .with("sentence", clause.sentence()));
            } else if (!figure && clause.kind() == ClauseKind.NUMBER) {
                findings.report(NUMBER_WITHOUT_FIGURE.at(view.at(ID)).with("clause", clause.id()));
            }
        }
    }

    private boolean readable() {
        return file.isEmpty() || file.get().read() != null;
    }
}
