package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A study class 读书班: sessions, statements by unit, and what became of the commitments that came of them.
public record StudyClassView(
        Text title,
        LocalDate from,
        LocalDate to,
        @Nullable UnitLink organiser,
        Tally tally,
        List<Session> sessions,
        List<Statement> loose) {

    public record Session(@Nullable LocalDate on, Text title, Text kind, List<Statement> statements) {}

    public record Statement(String id, UnitLink unit, Text gist, List<CommitmentPage.Related> commitments) {}
}
