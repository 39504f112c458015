package org.luoshi.web.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.Verification;
import org.luoshi.indicator.CellChecks;
import org.luoshi.indicator.CheckReport;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The audit log, newest first, and its verification.
@Controller
class AuditPage {

    private static final int ROWS = 100;

    private final ChangeLog log;
    private final CellChecks checks;
    private final AuditWords words;
    private final People people;
    private final Pages pages;

    AuditPage(ChangeLog log, CellChecks checks, AuditWords words, People people, Pages pages) {
        this.log = log;
        this.checks = checks;
        this.words = words;
        this.people = people;
        this.pages = pages;
    }

    @Allow(Permission.READ_AUDIT)
    @GetMapping("/audit")
    View audit(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String verify,
            Shell shell) {
        String prefix = subject == null || subject.isBlank() ? null : subject.strip();
        List<AuditEntry> entries = log.entries(prefix, before, ROWS + 1);
        boolean more = entries.size() > ROWS;
        Function<String, Text> names = people.names();
        List<AuditView.Line> lines = entries.stream()
                .limit(ROWS)
                .map(entry -> new AuditView.Line(
                        entry.number(),
                        entry.knownAt(),
                        shell.say(names.apply(entry.actor())),
                        words.action(entry.action(), shell),
                        words.subject(entry.subject(), shell),
                        entry.subject(),
                        words.details(entry, shell)))
                .toList();
        Verification verification = verify == null ? null : log.verify();
        return pages.show("access/audit", new AuditView(
                List.of(FilterField.input("subject", shell.t("audit.subject.starts"), "search", subject)),
                lines,
                more ? shell.address().with("before", lines.getLast().number()) : null,
                verification == null ? null : verification.entries(),
                verification == null ? null : verification.brokenAt(),
                checks.last().map(report -> told(report, shell)).orElse(null)));
    }

    private static AuditView.FigureCheck told(CheckReport report, Shell shell) {
        long wrong = report.wrongCells() + report.wrongSums();
        List<String> sentences = new ArrayList<>();
        sentences.add(shell.t("check.made", shell.moment(report.at()), shell.number(report.compared())));
        if (!report.isWhole()) sentences.add(shell.t("check.part"));
        sentences.add(wrong == 0 ? shell.t("check.right") : shell.t("check.wrong", shell.number(wrong)));
        if (report.late() > 0) sentences.add(shell.t("check.late", shell.number(report.late())));
        Long remaining = report.remaining();
        if (wrong > 0 && remaining == null) sentences.add(shell.t("check.unrepaired"));
        if (wrong > 0 && remaining != null)
            sentences.add(remaining == 0 ? shell.t("check.repaired") : shell.t("check.remaining", shell.number(remaining)));
        return new AuditView.FigureCheck(sentences, report.isRight());
    }
}
