package org.luoshi.web.plan;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.plan.EditResult;
import org.luoshi.plan.PlanChange;
import org.luoshi.plan.PlanWorkbook;
import org.luoshi.plan.PlanYamlExchange;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The plan as a workbook or YAML files in a ZIP: out, and in again after a look at what it changes.
@Controller
class WorkbookPages {

    private final PlanWorkbook workbook;
    private final PlanYamlExchange yaml;
    private final PlanDesk desk;
    private final ChangeWords words;
    private final Messages messages;
    private final Pages pages;

    WorkbookPages(
            PlanWorkbook workbook,
            PlanYamlExchange yaml,
            PlanDesk desk,
            ChangeWords words,
            Messages messages,
            Pages pages) {
        this.workbook = workbook;
        this.yaml = yaml;
        this.desk = desk;
        this.words = words;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/plan.xlsx")
    ResponseEntity<byte[]> workbook(Shell shell) {
        return file(
                workbook.export().orElseThrow(NoPlan::new),
                "plan-" + shell.today() + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Allow(Permission.READ)
    @GetMapping("/plan.zip")
    ResponseEntity<byte[]> yaml(Shell shell) {
        return file(
                yaml.export().orElseThrow(NoPlan::new), "plan-" + shell.today() + ".zip", "application/zip");
    }

    private static ResponseEntity<byte[]> file(byte[] file, String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }

    @Allow(Permission.EDIT_PLAN)
    @GetMapping("/plan-workbook")
    View choose() {
        return show(HttpStatus.OK, new WorkbookView("choose", List.of(), List.of(), List.of(), List.of()));
    }

    /// The browser sends the file with either button: one shows what would change, the other changes it.
    @Allow(Permission.EDIT_PLAN)
    @PostMapping("/plan-workbook")
    View take(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String write,
            Viewer viewer)
            throws IOException {
        if (file == null || file.isEmpty()) {
            FormError missing = new FormError("file", messages.text("import.file.missing"));
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new WorkbookView("choose", List.of(), List.of(), List.of(), List.of(missing)));
        }
        String name = String.valueOf(file.getOriginalFilename());
        EditResult result = name.endsWith(".zip")
                ? yaml.take(file.getBytes(), note.strip(), write == null, viewer)
                : workbook.take(file.getBytes(), note.strip(), write == null, viewer);
        return switch (result) {
            case EditResult.Written(var _, var changes) -> done("written", changes);
            case EditResult.WouldWrite(var changes) -> done("would", changes);
            case EditResult.NothingChanged() -> done("same", List.of());
            case EditResult.Conflict(var _, var _, var theirs, var mine) ->
                show(
                        HttpStatus.CONFLICT,
                        new WorkbookView("conflict", changes(mine), changes(theirs), List.of(), List.of()));
            case EditResult.Refused(var problems) ->
                show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new WorkbookView(
                                "refused",
                                List.of(),
                                List.of(),
                                problems.stream()
                                        .map(p -> new WorkbookView.Problem(p.where(), p.message()))
                                        .toList(),
                                List.of()));
        };
    }

    private View done(String stage, List<PlanChange> changes) {
        return show(HttpStatus.OK, new WorkbookView(stage, changes(changes), List.of(), List.of(), List.of()));
    }

    private View show(HttpStatus status, WorkbookView view) {
        return pages.show(status, "plan/workbook", view);
    }

    private List<BaselinesView.Difference> changes(List<PlanChange> changes) {
        PlanIndex index = desk.index(desk.plan(null));
        return changes.stream().map(change -> words.difference(change, index, List.of())).toList();
    }
}
