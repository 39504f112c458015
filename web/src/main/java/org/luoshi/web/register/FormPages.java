package org.luoshi.web.register;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Field;
import org.luoshi.register.FieldDifference;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RecordForm;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.WriteResult;
import org.luoshi.web.access.People;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// New, edit, delete. What was typed is kept until it is saved, whatever is wrong with it.
@Controller
class FormPages {

    private final RegisterDesk desk;
    private final FormInputs inputs;
    private final EvidenceChoices evidence;
    private final Pages pages;
    private final Messages messages;
    private final People people;

    FormPages(
            RegisterDesk desk,
            FormInputs inputs,
            EvidenceChoices evidence,
            Pages pages,
            Messages messages,
            People people) {
        this.evidence = evidence;
        this.desk = desk;
        this.inputs = inputs;
        this.pages = pages;
        this.messages = messages;
        this.people = people;
    }

    /// A link may fill in what it knows already, e.g. `new?commitment=…`: nobody is asked twice.
    @Allow(Permission.WRITE_RECORD)
    @GetMapping("/registers/{id}/new")
    View blank(@PathVariable String id, @RequestParam Map<String, String> given, Shell shell, Viewer viewer) {
        Register register = desk.open(id);
        RecordForm form = register.form(null, typed(register, given), List.of(), viewer);
        return show(HttpStatus.OK, register, null, form, null, shell, viewer);
    }

    @Allow(Permission.WRITE_RECORD)
    @GetMapping("/registers/{id}/{record:\\d+}/edit")
    View edit(@PathVariable String id, @PathVariable long record, Shell shell, Viewer viewer) {
        Register register = desk.open(id);
        RegisterRecord found = find(register, record, viewer);
        return show(HttpStatus.OK, register, found, register.form(found, viewer), null, shell, viewer);
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/registers/{id}/new")
    View create(@PathVariable String id, @RequestParam Map<String, String> sent, Shell shell, Viewer viewer) {
        Register register = desk.open(id);
        Map<String, String> typed = typed(register, sent);
        FormReading reading = register.read(typed, null, viewer);
        if (!reading.errors().isEmpty()) return again(register, null, typed, reading.errors(), shell, viewer);
        try {
            return answer(register, null, typed, register.create(reading.values(), viewer), shell, viewer);
        } catch (AccessDenied denied) {
            return again(register, null, typed, List.of(elsewhere(register)), shell, viewer);
        }
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/registers/{id}/{record:\\d+}/edit")
    View update(
            @PathVariable String id,
            @PathVariable long record,
            @RequestParam("_version") int version,
            @RequestParam Map<String, String> sent,
            Shell shell,
            Viewer viewer) {
        Register register = desk.open(id);
        RegisterRecord found = find(register, record, viewer);
        Map<String, String> typed = typed(register, sent);
        FormReading reading = register.read(typed, found, viewer);
        if (!reading.errors().isEmpty()) return again(register, found, typed, reading.errors(), shell, viewer);
        try {
            WriteResult result = register.update(record, version, reading.values(), viewer);
            return answer(register, found, typed, result, shell, viewer);
        } catch (AccessDenied denied) {
            return again(register, found, typed, List.of(elsewhere(register)), shell, viewer);
        }
    }

    /// Whose record it is decides who may write it; what was typed stays.
    private FieldError elsewhere(Register register) {
        return new FieldError(register.entity().unit(), messages.text("register.form.elsewhere"));
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/registers/{id}/{record:\\d+}/delete")
    View delete(
            @PathVariable String id,
            @PathVariable long record,
            @RequestParam int version,
            @RequestParam String reason,
            Shell shell,
            Viewer viewer) {
        Register register = desk.open(id);
        RegisterRecord found = find(register, record, viewer);
        WriteResult result = register.delete(record, version, reason, viewer);
        if (result instanceof WriteResult.Written) return redirect(RegisterDesk.path(register.entity()));
        return answer(register, found, Map.of(), result, shell, viewer);
    }

    private View answer(
            Register register,
            @Nullable RegisterRecord shown,
            Map<String, String> typed,
            WriteResult result,
            Shell shell,
            Viewer viewer) {
        String path = RegisterDesk.path(register.entity());
        return switch (result) {
            case WriteResult.Written(var record, var _) -> redirect(path + "/" + record.id() + "?told=written");
            case WriteResult.Unchanged(var record) -> redirect(path + "/" + record.id() + "?told=unchanged");
            case WriteResult.Refused(var errors) -> again(register, shown, typed, errors, shell, viewer);
            case WriteResult.Conflict conflict -> merge(register, typed, conflict, shell, viewer);
            case WriteResult.Missing() -> throw new NotFound("record of " + path);
        };
    }

    /// The form filled with the record as it is now, and with what this writer changed.
    private View merge(
            Register register, Map<String, String> typed, WriteResult.Conflict conflict, Shell shell, Viewer viewer) {
        Map<String, String> mine = new LinkedHashMap<>();
        for (FieldDifference difference : conflict.differences()) {
            boolean changed = !Objects.equals(difference.base(), difference.mine());
            if (changed && typed.containsKey(difference.field())) {
                mine.put(difference.field(), typed.get(difference.field()));
            }
        }
        RecordForm form = register.form(conflict.current(), mine, List.of(), viewer);
        Map<String, Set<Object>> values = new HashMap<>();
        conflict.differences().forEach(d -> values.put(
                d.field(), Stream.of(d.base(), d.mine(), d.theirs()).filter(Objects::nonNull).collect(Collectors.toSet())));
        Map<String, Map<Long, String>> references = register.references(values, viewer);
        List<FormView.Difference> differences = conflict.differences().stream()
                .map(d -> new FormView.Difference(
                        register.entity().require(d.field()).title(),
                        words(register, d.field(), d.base(), references, shell),
                        words(register, d.field(), d.mine(), references, shell),
                        words(register, d.field(), d.theirs(), references, shell),
                        d.clash()))
                .toList();
        return show(
                HttpStatus.CONFLICT,
                register,
                conflict.current(),
                form,
                new FormView.Conflict(people.names().apply(conflict.by()), differences),
                shell,
                viewer);
    }

    private View again(
            Register register,
            @Nullable RegisterRecord shown,
            Map<String, String> typed,
            List<FieldError> errors,
            Shell shell,
            Viewer viewer) {
        RecordForm form = register.form(shown, typed, errors, viewer);
        return show(HttpStatus.UNPROCESSABLE_CONTENT, register, shown, form, null, shell, viewer);
    }

    private View show(
            HttpStatus status,
            Register register,
            @Nullable RegisterRecord record,
            RecordForm form,
            FormView.@Nullable Conflict conflict,
            Shell shell,
            Viewer viewer) {
        return pages.show(status, "register/form", new FormView(
                RegisterDesk.path(register.entity()),
                register.entity().title(),
                record == null ? null : record.id(),
                form.version(),
                record == null ? "" : RegisterDesk.label(register, record, shell.language()),
                inputs(register, form, shell, viewer),
                record == null
                        ? List.of()
                        : RecordLines.of(register, record, register.entity().reserved(), shell, viewer),
                FormInputs.errors(form),
                conflict));
    }

    private List<FormView.Input> inputs(Register register, RecordForm form, Shell shell, Viewer viewer) {
        List<FormView.Input> all = form.fields().stream()
                .filter(field -> !field.field().reserved())
                .map(field -> inputs.of(field, shell, viewer))
                .toList();
        return evidence.of(register.entity(), all, shell, viewer);
    }

    private static String words(
            Register register,
            String id,
            @Nullable Object value,
            Map<String, Map<Long, String>> references,
            Shell shell) {
        Field field = register.entity().require(id);
        return RegisterDesk.words(register, field, value, shell.language(), references.getOrDefault(id, Map.of()));
    }

    static Map<String, String> typed(Register register, Map<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        register.entity().fields().forEach(field -> {
            String words = sent.get(field.id());
            if (words != null) typed.put(field.id(), words);
        });
        return typed;
    }

    private static RegisterRecord find(Register register, long record, Viewer viewer) {
        return register.find(record, null, viewer)
                .orElseThrow(() -> new NotFound("record " + register.entity().id() + "/" + record));
    }

    private static View redirect(String path) {
        return new RedirectView(path, false, true, false);
    }
}
