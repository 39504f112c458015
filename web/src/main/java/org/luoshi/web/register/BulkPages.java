package org.luoshi.web.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.BulkEdit;
import org.luoshi.register.FormField;
import org.luoshi.register.FormReading;
import org.luoshi.register.RecordForm;
import org.luoshi.register.Register;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// One field of many records: choose the field, give the value, all or none.
@Controller
class BulkPages {

    private static final int REFUSALS_SHOWN = 20;
    private static final int LABELS_SHOWN = 10;

    private final RegisterDesk desk;
    private final FormInputs inputs;
    private final Messages messages;
    private final Pages pages;

    BulkPages(RegisterDesk desk, FormInputs inputs, Messages messages, Pages pages) {
        this.desk = desk;
        this.inputs = inputs;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/registers/{id}/bulk")
    View choose(
            @PathVariable String id,
            @RequestParam(name = "record", required = false) @Nullable List<String> records,
            @RequestParam(required = false) @Nullable String field,
            Shell shell,
            Viewer viewer) {
        Register register = desk.open(id);
        List<String> chosen = records == null ? List.of() : records;
        FormField input = field == null ? null : field(register, register.form(null, viewer), field);
        return show(HttpStatus.OK, register, chosen, input, List.of(), shell, viewer);
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/registers/{id}/bulk/apply")
    View apply(
            @PathVariable String id,
            @RequestParam(name = "record") List<String> records,
            @RequestParam String field,
            @RequestParam Map<String, String> sent,
            RedirectAttributes told,
            Shell shell,
            Viewer viewer) {
        Register register = desk.open(id);
        field(register, register.form(null, viewer), field);
        Set<Long> chosen = ids(records);
        for (long record : chosen) {
            if (register.find(record, null, viewer).isEmpty()) throw new BadRequest("register.bulk.gone", record);
        }
        List<FormError> overtaken = overtaken(register, records, field, shell, viewer);
        if (!overtaken.isEmpty()) {
            RecordForm form = register.form(null, Map.of(field, sent.getOrDefault(field, "")), List.of(), viewer);
            return show(HttpStatus.CONFLICT, register, records, field(register, form, field), overtaken, shell, viewer);
        }
        Map<String, String> typed = Map.of(field, sent.getOrDefault(field, ""));
        FormReading reading = register.read(typed, null, viewer);
        if (!reading.errors().isEmpty()) {
            RecordForm form = register.form(null, typed, reading.errors(), viewer);
            FormField input = field(register, form, field);
            FormError error = new FormError(field, Objects.requireNonNullElse(input.error(), Text.EMPTY));
            return show(HttpStatus.UNPROCESSABLE_CONTENT, register, records, input, List.of(error), shell, viewer);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(field, reading.values().get(field));
        BulkEdit.Result result = register.apply(BulkEdit.ofSelected(chosen, values), viewer);
        if (!result.refusals().isEmpty()) {
            RecordForm form = register.form(null, typed, List.of(), viewer);
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    register,
                    records,
                    field(register, form, field),
                    refusals(field, result),
                    shell,
                    viewer);
        }
        told.addFlashAttribute(ListPage.CHANGED, result.changed());
        return new RedirectView(RegisterDesk.path(register.entity()), false, true, false);
    }

    private View show(
            HttpStatus status,
            Register register,
            List<String> records,
            @Nullable FormField input,
            List<FormError> errors,
            Shell shell,
            Viewer viewer) {
        List<Option> fields = register.entity().fields().stream()
                .filter(field -> !field.reserved() && !register.entity().key().contains(field.id()))
                .map(field -> new Option(field.id(), shell.say(field.title())))
                .toList();
        return pages.show(status, "register/bulk", new BulkView(
                RegisterDesk.path(register.entity()),
                register.entity().plural(),
                records,
                labels(register, records, shell, viewer),
                fields,
                input == null ? null : inputs.of(input, shell, viewer),
                errors));
    }

    private static List<String> labels(Register register, List<String> records, Shell shell, Viewer viewer) {
        return ids(records).stream()
                .limit(LABELS_SHOWN)
                .flatMap(record -> register.find(record, null, viewer).stream())
                .map(record -> RegisterDesk.label(register, record, shell.language()))
                .toList();
    }

    private static FormField field(Register register, RecordForm form, String id) {
        boolean key = register.entity().key().contains(id);
        return form.field(id).filter(f -> !key).orElseThrow(() -> new BadRequest("register.no-field", id));
    }

    /// Records that somebody else has written since the list was shown; the list sends `id:version`.
    private List<FormError> overtaken(
            Register register, List<String> records, String field, Shell shell, Viewer viewer) {
        return records.stream()
                .filter(record -> record.matches("[0-9]{1,18}:[0-9]{1,9}"))
                .map(record -> record.split(":"))
                .flatMap(sent -> register.find(Long.parseLong(sent[0]), null, viewer).stream()
                        .filter(now -> now.version() != Integer.parseInt(sent[1])))
                .map(now -> new FormError(
                        field, messages.text("bulk.overtaken", RegisterDesk.label(register, now, shell.language()))))
                .toList();
    }

    private static List<FormError> refusals(String field, BulkEdit.Result result) {
        List<FormError> errors = new ArrayList<>();
        result.refusals().stream().limit(REFUSALS_SHOWN).forEach(refusal -> refusal.errors()
                .forEach(error -> errors.add(new FormError(
                        field,
                        new Text(
                                "#" + refusal.id() + "：" + error.text().zh(),
                                "#" + refusal.id() + ": " + error.text().en())))));
        return errors;
    }

    /// The list sends `id:version`.
    private static Set<Long> ids(List<String> records) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String record : records) {
            String id = record.contains(":") ? record.substring(0, record.indexOf(':')) : record;
            if (!id.matches("[0-9]{1,18}")) throw new BadRequest("error.mistyped", "record", record);
            ids.add(Long.parseLong(id));
        }
        return ids;
    }
}
