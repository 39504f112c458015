package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ClassForm.COMMITMENTS;
import static org.luoshi.compiler.internal.form.ClassForm.GIST;
import static org.luoshi.compiler.internal.form.ClassForm.KIND;
import static org.luoshi.compiler.internal.form.ClassForm.ON;
import static org.luoshi.compiler.internal.form.ClassForm.ORGANISER;
import static org.luoshi.compiler.internal.form.ClassForm.SESSION;
import static org.luoshi.compiler.internal.form.ClassForm.SESSIONS;
import static org.luoshi.compiler.internal.form.ClassForm.SPEAKER;
import static org.luoshi.compiler.internal.form.ClassForm.STATEMENTS;
import static org.luoshi.compiler.internal.form.FocusForm.CLAUSES;
import static org.luoshi.compiler.internal.form.FocusForm.ID;
import static org.luoshi.compiler.internal.form.PlanForms.FROM;
import static org.luoshi.compiler.internal.form.PlanForms.TITLE;
import static org.luoshi.compiler.internal.form.PlanForms.TO;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.DUPLICATE_IN_CLASS;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.SESSION_OUTSIDE;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.STATEMENT_WITHOUT_COMMITMENT;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNKNOWN_COMMITMENT;
import static org.luoshi.compiler.internal.mistake.PlanMistakes.UNKNOWN_SESSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.ClassForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StudyClass;
import org.luoshi.pack.StudyClass.Session;
import org.luoshi.pack.StudyClass.SessionKind;
import org.luoshi.pack.StudyClass.Statement;

/// Study classes: sessions inside their days, statements that name what exists.
final class ClassBinder {

    private final World world;
    private final Draft draft;
    private final Findings findings;

    ClassBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    List<StudyClass> bind() {
        List<StudyClass> classes = new ArrayList<>();
        for (ParsedFile file : draft.files(ClassForm.CONSTRUCT)) {
            file.view().ifPresent(view -> classes.add(bind(file, view)));
        }
        return classes;
    }

    private StudyClass bind(ParsedFile file, View view) {
        boolean days = view.get(FROM).isPresent() && view.get(TO).isPresent() && PlanBinder.forwards(view, findings);
        Map<String, Span> sessions = new HashMap<>();
        List<Session> bound = new ArrayList<>();
        for (Listed<View> listed : view.get(SESSIONS, List.of())) {
            bound.add(session(view, listed.value(), sessions, days));
        }
        Map<String, Span> statements = new HashMap<>();
        List<Statement> said = new ArrayList<>();
        for (Listed<View> listed : view.get(STATEMENTS, List.of())) {
            said.add(statement(listed.value(), sessions.keySet(), statements));
        }
        return new StudyClass(
                new QualifiedId(draft.id(), file.name()),
                view.get(TITLE, Text.EMPTY),
                view.get(FROM, LocalDate.EPOCH),
                view.get(TO, LocalDate.EPOCH),
                view.get(ORGANISER).flatMap(o -> o).flatMap(world::unit).orElse(null),
                bound,
                said);
    }

    private Session session(View owner, View view, Map<String, Span> seen, boolean days) {
        String id = once(view, seen);
        Optional<LocalDate> on = view.get(ON).flatMap(d -> d);
        if (days && on.isPresent()) {
            LocalDate from = owner.get(FROM, LocalDate.EPOCH);
            LocalDate to = owner.get(TO, LocalDate.EPOCH);
            if (on.get().isBefore(from) || on.get().isAfter(to)) {
                findings.report(SESSION_OUTSIDE
                        .at(view.at(ON))
                        .with("day", on.get())
                        .with("from", from)
                        .with("to", to)
                        .other(owner.at(on.get().isBefore(from) ? FROM : TO)));
            }
        }
        return new Session(id, on.orElse(null), view.get(TITLE, Text.EMPTY), view.get(KIND, SessionKind.LECTURE));
    }

    private Statement statement(View view, Set<String> sessions, Map<String, Span> seen) {
        String id = once(view, seen);
        Optional<Scalar> session = view.get(SESSION).flatMap(s -> s);
        session.filter(s -> !sessions.contains(s.text()))
                .ifPresent(s -> findings.report(UNKNOWN_SESSION
                        .at(s.span())
                        .with("session", s.text())
                        .with("members", Members.of(sessions, s.text()))
                        .with("meant", Members.meant(s.text(), sessions))));
        List<Listed<Scalar>> clauses = view.get(CLAUSES, List.of());
        List<Listed<Scalar>> commitments = view.get(COMMITMENTS, List.of());
        commitments.forEach(this::known);
        if (!clauses.isEmpty() && commitments.isEmpty() && !view.broken(COMMITMENTS)) {
            findings.report(STATEMENT_WITHOUT_COMMITMENT.at(view.at(ID)).with("id", id));
        }
        return new Statement(
                id,
                session.map(Scalar::text).orElse(null),
                view.get(SPEAKER).flatMap(world::unit).orElse(""),
                view.get(GIST, Text.EMPTY),
                world.knownClauses(clauses),
                commitments.stream().map(c -> c.value().text()).toList());
    }

    private String once(View view, Map<String, Span> seen) {
        String id = view.get(ID).map(Scalar::text).orElse("");
        Span first = view.get(ID).isEmpty() ? null : seen.putIfAbsent(id, view.at(ID));
        if (first != null)
            findings.report(DUPLICATE_IN_CLASS.at(view.at(ID)).with("id", id).other(first));
        return id;
    }

    private void known(Listed<Scalar> commitment) {
        Optional<Set<String>> known = world.commitments();
        String id = commitment.value().text();
        if (known.isEmpty() || known.get().contains(id)) return;
        findings.report(
                UNKNOWN_COMMITMENT.at(commitment.span()).with("id", id).with("meant", Members.meant(id, known.get())));
    }
}
