package org.luoshi.web.process;

import java.util.List;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.Migration;
import org.luoshi.process.Migrations;
import org.luoshi.process.Processes;
import org.luoshi.register.Registers;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Has running cases taken over by the newest version of their process, after a look at what that does.
@Controller
class MigrationPages {

    private static final int LINES = 100;

    private final Migrations migrations;
    private final Processes processes;
    private final Registers registers;
    private final Pages pages;

    MigrationPages(Migrations migrations, Processes processes, Registers registers, Pages pages) {
        this.migrations = migrations;
        this.processes = processes;
        this.registers = registers;
        this.pages = pages;
    }

    @Allow(Permission.ADMINISTER)
    @GetMapping("/migrations")
    View all() {
        List<MigrationsView> all = registers.packs().processes()
                .map(process -> new MigrationsView(
                        process.id().toString(),
                        process.title(),
                        migrations.countBehind(process),
                        migrations.last(process.id()).orElse(null),
                        List.of(),
                        0))
                .toList();
        return pages.showInThePresent(HttpStatus.OK, "process/migrations", all);
    }

    @Allow(Permission.ADMINISTER)
    @GetMapping("/migrations/{process}")
    View one(@PathVariable String process, @RequestParam(defaultValue = "0") long after) {
        ProcessDefinition definition = definition(process);
        List<Migration.Line> lines = migrations.dryRun(definition, after, LINES);
        long next = lines.size() < LINES ? 0 : lines.getLast().file().id();
        return pages.showInThePresent(
                HttpStatus.OK,
                "process/migration",
                new MigrationsView(
                        process,
                        definition.title(),
                        migrations.countBehind(definition),
                        migrations.last(definition.id()).orElse(null),
                        lines,
                        next));
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/migrations/{process}/run")
    RedirectView run(@PathVariable String process, Viewer viewer) {
        migrations.start(definition(process), viewer);
        return to(process);
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/migrations/{process}/stop")
    RedirectView stop(@PathVariable String process, Viewer viewer) {
        migrations.stop(definition(process).id(), viewer);
        return to(process);
    }

    private static RedirectView to(String process) {
        return new RedirectView("/migrations/" + process, false, false);
    }

    private ProcessDefinition definition(String process) {
        return QualifiedId.find(process)
                .flatMap(processes::find)
                .orElseThrow(() -> new NotFound("process " + process));
    }
}
