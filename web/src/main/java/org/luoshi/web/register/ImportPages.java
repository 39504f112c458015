package org.luoshi.web.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.register.CellError;
import org.luoshi.register.ImportProgress;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportRequest.Mode;
import org.luoshi.register.Register;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Import in two steps: the file is checked, then its owner decides. Progress is asked for every second.
@Controller
class ImportPages {

    private static final int ERRORS_SHOWN = 100;

    private final RegisterDesk desk;
    private final ImportJobs jobs;
    private final Messages messages;
    private final Pages pages;

    ImportPages(RegisterDesk desk, ImportJobs jobs, Messages messages, Pages pages) {
        this.desk = desk;
        this.jobs = jobs;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.IMPORT)
    @GetMapping("/registers/{id}/import")
    View choose(@PathVariable String id) {
        return choose(HttpStatus.OK, desk.open(id), List.of());
    }

    @Allow(Permission.IMPORT)
    @PostMapping("/registers/{id}/import")
    View check(@PathVariable String id, @RequestParam @Nullable MultipartFile file, Viewer viewer) throws IOException {
        Register register = desk.open(id);
        if (file == null || file.isEmpty()) {
            FormError missing = new FormError("file", messages.text("import.file.missing"));
            return choose(HttpStatus.UNPROCESSABLE_CONTENT, register, List.of(missing));
        }
        return to(register, jobs.check(register, file, viewer));
    }

    @Allow(Permission.IMPORT)
    @GetMapping("/registers/{id}/import/{job}")
    View progress(@PathVariable String id, @PathVariable String job, Viewer viewer) {
        Register register = desk.open(id);
        return pages.show("register/import", view(register, find(id, job, viewer)));
    }

    @Allow(Permission.IMPORT)
    @PostMapping("/registers/{id}/import/{job}/stop")
    View stop(@PathVariable String id, @PathVariable String job, Viewer viewer) {
        find(id, job, viewer).job().stop();
        return to(desk.open(id), job);
    }

    @Allow(Permission.IMPORT)
    @PostMapping("/registers/{id}/import/{job}/run")
    View run(@PathVariable String id, @PathVariable String job, @RequestParam String policy, Viewer viewer) {
        Register register = desk.open(id);
        find(id, job, viewer);
        Mode mode = policy.equals("good") ? Mode.GOOD_ROWS : Mode.ALL_OR_NOTHING;
        return to(register, jobs.write(register, job, mode, viewer));
    }

    /// The rows that could not be read, with the reason beside each: mend them and import them again.
    @Allow(Permission.IMPORT)
    @GetMapping("/registers/{id}/import/{job}/bad-rows.csv")
    ResponseEntity<FileSystemResource> badRows(@PathVariable String id, @PathVariable String job, Viewer viewer) {
        ImportReport report = find(id, job, viewer).report();
        Path file = report == null ? null : report.errorFile();
        if (file == null) throw new NotFound("bad rows of " + job);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("bad-rows.csv").build().toString())
                .body(new FileSystemResource(file));
    }

    private ImportJobs.State find(String id, String job, Viewer viewer) {
        return jobs.find(job, id, viewer).orElseThrow(() -> new NotFound("import " + job));
    }

    private View choose(HttpStatus status, Register register, List<FormError> errors) {
        return pages.show(status, "register/import", new ImportView(
                RegisterDesk.path(register.entity()),
                register.entity().plural(),
                "choose",
                null,
                "",
                List.of(),
                0,
                0,
                0,
                0,
                List.of(),
                null,
                errors,
                register.entity().fields().stream().map(Field::title).toList()));
    }

    private static ImportView view(Register register, ImportJobs.State state) {
        String path = RegisterDesk.path(register.entity());
        ImportReport report = state.report();
        ImportProgress progress = state.job().progress();
        if (report == null) {
            return new ImportView(
                    path,
                    register.entity().plural(),
                    stage(progress.phase()),
                    state.id(),
                    state.name(),
                    List.of(),
                    progress.done(),
                    progress.total(),
                    progress.rows(),
                    0,
                    List.of(),
                    null,
                    List.of(),
                    List.of());
        }
        long good = report.created() + report.updated() + report.unchanged();
        List<Text> notes = report.problem() == null
                ? report.notes()
                : Stream.concat(
                                Stream.of(report.problem()), report.notes().stream())
                        .toList();
        return new ImportView(
                path,
                register.entity().plural(),
                stage(report.outcome()),
                state.id(),
                state.name(),
                notes,
                report.rows(),
                report.rows(),
                good,
                report.errorCount(),
                report.errors().stream().limit(ERRORS_SHOWN).map(ImportPages::error).toList(),
                report.errorFile() == null ? null : path + "/import/" + state.id() + "/bad-rows.csv",
                List.of(),
                List.of());
    }

    private static ImportView.RowError error(CellError error) {
        String column = error.column();
        return new ImportView.RowError(error.row(), column == null ? Shell.MISSING : column, error.text());
    }

    private static String stage(ImportProgress.Phase phase) {
        return switch (phase) {
            case WAITING, READING -> "reading";
            case CHECKING -> "checking";
            case WRITING -> "writing";
            case INDEXING, FINISHED -> "indexing";
        };
    }

    private static String stage(ImportReport.Outcome outcome) {
        return switch (outcome) {
            case CHECKED -> "checked";
            case IMPORTED -> "done";
            case STOPPED -> "stopped";
            case REFUSED, FAILED -> "refused";
        };
    }

    private static View to(Register register, String job) {
        return new RedirectView(RegisterDesk.path(register.entity()) + "/import/" + job, false, true, false);
    }
}
