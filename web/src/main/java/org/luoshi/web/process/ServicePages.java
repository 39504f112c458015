package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.KeySecret;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.ClockTerms;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.Outcome;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseAttachments;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.Cases;
import org.luoshi.process.Drafts;
import org.luoshi.process.Processes;
import org.luoshi.register.FieldError;
import org.luoshi.register.RecordForm;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormInputs;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What an applicant comes for: what there is to apply for, the form, and what became of earlier applications.
@Controller
class ServicePages {

    private static final int MOST = 100;

    private final Cases cases;
    private final Drafts drafts;
    private final Processes processes;
    private final FormInputs inputs;
    private final FormFiles files;
    private final CaseAttachments attachments;
    private final Pages pages;
    private final Messages messages;

    ServicePages(
            Cases cases,
            Drafts drafts,
            Processes processes,
            FormInputs inputs,
            FormFiles files,
            CaseAttachments attachments,
            Pages pages,
            Messages messages) {
        this.files = files;
        this.attachments = attachments;
        this.cases = cases;
        this.drafts = drafts;
        this.processes = processes;
        this.inputs = inputs;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow(Permission.APPLY)
    @GetMapping("/services")
    View services(Shell shell, Viewer viewer) {
        List<ServicesView.Service> open =
                processes.open(viewer).stream().map(process -> service(process, shell)).toList();
        return show(open, null, viewer);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases")
    View cases(@RequestParam(required = false) @Nullable Long before, Viewer viewer) {
        return show(List.of(), before, viewer);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/services/{id}")
    View form(@PathVariable String id, Shell shell, Viewer viewer) {
        ProcessDefinition process = find(id);
        Map<String, String> draft = drafts.find(process.id(), viewer);
        boolean saved = !draft.isEmpty() || !attachments.waiting(process, viewer).isEmpty();
        return show(HttpStatus.OK, process, draft, List.of(), saved, shell, viewer);
    }

    @Allow(Permission.APPLY)
    @PostMapping("/services/{id}")
    View apply(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            @RequestParam(name = FormFiles.DROP, defaultValue = "") List<Long> drop,
            Shell shell,
            Viewer viewer) {
        ProcessDefinition process = find(id);
        if (typed.containsKey("_discard")) {
            drafts.discard(process.id(), viewer);
            attachments.discard(process, viewer);
            return new RedirectView("/services", false, true, false);
        }
        List<FieldError> unread = files.take(process, new FormFiles.Sent(uploads, drop), viewer);
        if (typed.containsKey("_draft")) {
            drafts.save(process, typed, viewer);
            return unread.isEmpty()
                    ? new RedirectView("/services/" + id, false, true, false)
                    : show(HttpStatus.UNPROCESSABLE_CONTENT, process, typed, unread, true, shell, viewer);
        }
        return switch (cases.apply(process.id(), typed, unread, mark(typed), viewer)) {
            case CaseResult.Done(var file, var _) -> {
                drafts.discard(process.id(), viewer);
                yield to(file);
            }
            case CaseResult.Refused(var errors) ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, process, typed, errors, false, shell, viewer);
            case CaseResult.TooLate _ -> to(cases.sent(mark(typed), viewer).orElseThrow());
            case CaseResult.Missing() -> throw new NotFound("process " + id);
        };
    }

    private static View to(CaseFile file) {
        return new RedirectView("/my/cases/" + file.number() + "?told=applied", false, true, false);
    }

    /// Of the form that was sent; blank where it has none, or somebody made one up.
    private static String mark(Map<String, String> typed) {
        String mark = typed.getOrDefault("_mark", "");
        return mark.matches("[0-9a-f]{16}") ? mark : "";
    }

    private View show(
            HttpStatus status,
            ProcessDefinition process,
            Map<String, String> typed,
            List<FieldError> errors,
            boolean saved,
            Shell shell,
            Viewer viewer) {
        RecordForm form = cases.form(process, typed, errors);
        List<FileInput> files = this.files.inputs(process, errors, viewer);
        return pages.showInThePresent(status, "process/apply", new ApplyView(
                "/services/" + process.id(),
                process.title(),
                process.about(),
                form.fields().stream().map(field -> inputs.of(field, shell, viewer)).toList(),
                files,
                Stream.concat(FormInputs.errors(form).stream(), errors(files).stream()).toList(),
                mark(typed).isEmpty() ? KeySecret.draw().id() : mark(typed),
                saved));
    }

    private static List<FormError> errors(List<FileInput> files) {
        List<FormError> errors = new ArrayList<>();
        for (FileInput file : files) {
            Text error = file.error();
            if (error == null) continue;
            Text title = file.title();
            errors.add(new FormError(
                    file.id(), new Text(title.zh() + "：" + error.zh(), title.en() + ": " + error.en())));
        }
        return errors;
    }

    private ServicesView.Service service(ProcessDefinition process, Shell shell) {
        List<Text> promises = new ArrayList<>();
        for (CaseClock clock : process.clocks()) {
            clock.definition().termsOn(shell.today()).ifPresent(terms -> promises.add(promise(clock, terms)));
        }
        return new ServicesView.Service("/services/" + process.id(), process.title(), process.about(), promises);
    }

    private Text promise(CaseClock clock, ClockTerms terms) {
        Text title = clock.definition().title();
        Text legal = terms.legal().value().text();
        Text basis = terms.legal().basis().text();
        var promised = terms.promised();
        if (promised == null) {
            return new Text(
                    "%s：法定 %s（%s）".formatted(title.zh(), legal.zh(), basis.zh()),
                    "%s: %s by law (%s)".formatted(title.en(), legal.en(), basis.en()));
        }
        Text ours = promised.value().text();
        return new Text(
                "%s：承诺 %s，法定 %s（%s）".formatted(title.zh(), ours.zh(), legal.zh(), basis.zh()),
                "%s: %s promised, %s by law (%s)".formatted(title.en(), ours.en(), legal.en(), basis.en()));
    }

    /// @param before id of the last case of the page before; null for the first page
    private View show(List<ServicesView.Service> open, @Nullable Long before, Viewer viewer) {
        List<CaseFile> found = cases.applied(before, MOST + 1, viewer);
        List<CaseFile> page = found.stream().limit(MOST).toList();
        return pages.showInThePresent(
                HttpStatus.OK,
                "process/services",
                new ServicesView(
                        open,
                        page.stream().map(this::line).toList(),
                        before == null ? null : "/my/cases",
                        found.size() > MOST ? "/my/cases?before=" + page.getLast().id() : null));
    }

    private ServicesView.Mine line(CaseFile file) {
        ProcessDefinition process = processes.of(file);
        return new ServicesView.Mine(
                file.number(),
                "/my/cases/" + file.number(),
                file.title(),
                process.title(),
                process.outcome(String.valueOf(file.outcome()))
                        .map(Outcome::title)
                        .orElseGet(() -> messages.text("case.state." + file.state().id())),
                CaseDesk.tone(file.state()),
                file.dueOn(),
                file.openedAt());
    }

    private ProcessDefinition find(String id) {
        int dot = id.indexOf('.');
        if (dot <= 0 || dot != id.lastIndexOf('.') || dot == id.length() - 1) throw new NotFound("process " + id);
        return processes.find(QualifiedId.parse(id)).orElseThrow(() -> new NotFound("process " + id));
    }
}
