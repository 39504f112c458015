package org.luoshi.web.process;

import java.util.List;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.process.Processes;
import org.luoshi.process.Recount;
import org.luoshi.process.Recounts;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Which cases an edition of the calendar affected.
@Controller
class RecountPages {

    private static final int LINES = 200;

    private final Recounts recounts;
    private final Processes processes;
    private final Pages pages;

    RecountPages(Recounts recounts, Processes processes, Pages pages) {
        this.recounts = recounts;
        this.processes = processes;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/tasks/recounts")
    View recounts(Viewer viewer) {
        List<RecountsView.Edition> editions = recounts.all(viewer, LINES).stream()
                .map(recount -> new RecountsView.Edition(
                        recount.finishedAt(),
                        recount.examined(),
                        recount.affected(),
                        recount.shown().stream().map(this::line).toList()))
                .toList();
        return pages.showInThePresent(HttpStatus.OK, "process/recounts", new RecountsView(editions));
    }

    private RecountsView.Line line(Recount.Line line) {
        Text clock = processes.of(line.file())
                .clock(line.clock())
                .map(CaseClock::definition)
                .map(definition -> definition.title())
                .orElse(Text.same(line.clock()));
        return new RecountsView.Line(
                line.file().number(),
                line.file().title(),
                clock,
                line.dueBefore(),
                line.dueAfter(),
                line.promisedBefore(),
                line.promisedAfter(),
                line.provisional());
    }
}
