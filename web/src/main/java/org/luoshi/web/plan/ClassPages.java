package org.luoshi.web.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.City;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StudyClass;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.CommitmentRow;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Study classes: from statements to commitments to what became of them.
@Controller
class ClassPages {

    private final PlanDesk desk;
    private final Messages messages;
    private final Pages pages;

    ClassPages(PlanDesk desk, Messages messages, Pages pages) {
        this.desk = desk;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/classes")
    View classes(Shell shell) {
        return pages.show("plan/classes", new ClassesView(declared(shell).stream()
                .map(c -> new ClassesView.Line(
                        "/classes/" + c.id().name(),
                        c.title(),
                        c.from(),
                        c.to(),
                        c.sessions().size(),
                        c.statements().size()))
                .toList()));
    }

    @Allow(Permission.READ)
    @GetMapping("/classes/{id}")
    View studyClass(@PathVariable String id, Shell shell, Viewer viewer) {
        StudyClass found = declared(shell).stream()
                .filter(c -> c.id().name().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("class " + id));
        Instant asOf = shell.asOf().moment();
        Plan plan = desk.plan(asOf);
        Map<String, CommitmentRow> rows = desk.plans().board(BoardFilter.ALL, asOf, viewer).rows().stream()
                .collect(Collectors.toMap(CommitmentRow::id, Function.identity()));
        List<CommitmentRow> became = found.statements().stream()
                .flatMap(s -> s.commitments().stream())
                .distinct()
                .map(rows::get)
                .filter(Objects::nonNull)
                .toList();
        return pages.show("plan/studyclass", new StudyClassView(
                found.title(),
                found.from(),
                found.to(),
                found.organiser() == null ? null : desk.unit(found.organiser(), shell),
                desk.tally(plan, PlanDesk.count(became), status -> "/plan?status=" + status, shell),
                found.sessions().stream().map(s -> session(s, found, rows, shell)).toList(),
                found.statements().stream()
                        .filter(s -> s.session() == null)
                        .map(s -> statement(s, rows, shell))
                        .toList()));
    }

    private StudyClassView.Session session(
            StudyClass.Session session, StudyClass found, Map<String, CommitmentRow> rows, Shell shell) {
        return new StudyClassView.Session(
                session.on(),
                session.title(),
                messages.text("class.kind." + session.kind().name().toLowerCase(Locale.ROOT)),
                found.statements().stream()
                        .filter(s -> session.id().equals(s.session()))
                        .map(s -> statement(s, rows, shell))
                        .toList());
    }

    private StudyClassView.Statement statement(
            StudyClass.Statement statement, Map<String, CommitmentRow> rows, Shell shell) {
        return new StudyClassView.Statement(
                statement.id(),
                desk.unit(statement.unit(), shell),
                statement.gist(),
                statement.commitments().stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .map(row -> new CommitmentPage.Related(row.id(), row.title(), PlanDesk.tag(row.status())))
                        .toList());
    }

    private List<StudyClass> declared(Shell shell) {
        return desk.packs(shell.asOf().moment()).city().map(City::classes).orElse(List.of());
    }
}
