package org.luoshi.web.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.Verification;
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
    private final AuditWords words;
    private final People people;
    private final Pages pages;

    AuditPage(ChangeLog log, AuditWords words, People people, Pages pages) {
        this.log = log;
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
                verification == null ? null : verification.brokenAt()));
    }
}
