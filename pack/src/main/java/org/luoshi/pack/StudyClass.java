package org.luoshi.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A study class 读书班: its sessions, what units said there, and which commitments came of it.
public record StudyClass(
        QualifiedId id,
        Text title,
        LocalDate from,
        LocalDate to,
        @Nullable String organiser,
        List<Session> sessions,
        List<Statement> statements) {

    public StudyClass {
        sessions = List.copyOf(sessions);
        statements = List.copyOf(statements);
    }

    public record Session(String id, @Nullable LocalDate on, Text title, SessionKind kind) {}

    public enum SessionKind {
        LECTURE,
        SELF_STUDY,
        DISCUSSION,
        CLOSING
    }

    /// What a unit said, in our own words; never a person's name.
    public record Statement(
            String id, @Nullable String session, String unit, Text gist, List<String> clauses, List<String> commitments) {
        public Statement {
            clauses = List.copyOf(clauses);
            commitments = List.copyOf(commitments);
        }
    }
}
