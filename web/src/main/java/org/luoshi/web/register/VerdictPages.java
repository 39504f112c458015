package org.luoshi.web.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Field;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RecordForm;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.WriteResult;
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

/// A verifier reads what another entered and sets what is his to set.
@Controller
class VerdictPages {

    private final RegisterDesk desk;
    private final FormInputs inputs;
    private final Pages pages;
    private final Messages messages;

    VerdictPages(RegisterDesk desk, FormInputs inputs, Pages pages, Messages messages) {
        this.desk = desk;
        this.inputs = inputs;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow(Permission.VERIFY_EVIDENCE)
    @GetMapping("/registers/{id}/{record:\\d+}/verify")
    View read(@PathVariable String id, @PathVariable long record, Shell shell, Viewer viewer) {
        Register register = judged(id);
        RegisterRecord found = find(register, record, viewer);
        List<FieldError> refused = register.refusalToJudge(found, viewer).stream()
                .map(why -> new FieldError(null, why))
                .toList();
        return show(HttpStatus.OK, register, found, register.verdictForm(found, Map.of(), refused, viewer), shell, viewer);
    }

    @Allow(Permission.VERIFY_EVIDENCE)
    @PostMapping("/registers/{id}/{record:\\d+}/verify")
    View judge(
            @PathVariable String id,
            @PathVariable long record,
            @RequestParam("_version") int version,
            @RequestParam Map<String, String> sent,
            Shell shell,
            Viewer viewer) {
        Register register = judged(id);
        RegisterRecord found = find(register, record, viewer);
        Set<String> reserved = register.entity().reserved().stream().map(Field::id).collect(Collectors.toSet());
        Map<String, String> typed = FormPages.typed(register, sent);
        typed.keySet().retainAll(reserved);
        FormReading reading = register.read(typed, found, viewer);
        if (!reading.errors().isEmpty()) return again(register, found, typed, reading.errors(), shell, viewer);
        String path = RegisterDesk.path(register.entity()) + "/" + record;
        return switch (register.update(record, version, reading.values(), viewer)) {
            case WriteResult.Written _ -> new RedirectView(path + "?told=written", false, true, false);
            case WriteResult.Unchanged _ -> new RedirectView(path + "?told=unchanged", false, true, false);
            case WriteResult.Refused(var errors) -> again(register, found, typed, errors, shell, viewer);
            // what was judged is no longer what is there: it has to be read again
            case WriteResult.Conflict(var current, var _, var _) -> show(
                    HttpStatus.CONFLICT,
                    register,
                    current,
                    register.verdictForm(
                            current, typed, List.of(new FieldError(null, messages.text("verdict.overtaken"))), viewer),
                    shell,
                    viewer);
            case WriteResult.Missing() -> throw new NotFound("record of " + path);
        };
    }

    private View again(
            Register register,
            RegisterRecord found,
            Map<String, String> typed,
            List<FieldError> errors,
            Shell shell,
            Viewer viewer) {
        RecordForm form = register.verdictForm(found, typed, errors, viewer);
        return show(HttpStatus.UNPROCESSABLE_CONTENT, register, found, form, shell, viewer);
    }

    private View show(
            HttpStatus status, Register register, RegisterRecord record, RecordForm form, Shell shell, Viewer viewer) {
        List<Field> facts = register.entity().fields().stream().filter(field -> !field.reserved()).toList();
        return pages.show(status, "register/verify", new VerdictView(
                RegisterDesk.path(register.entity()),
                register.entity().plural(),
                record.id(),
                form.version(),
                RegisterDesk.label(register, record, shell.language()),
                RecordLines.of(register, record, facts, shell, viewer),
                form.fields().stream()
                        .filter(field -> field.field().reserved())
                        .map(field -> inputs.of(field, shell, viewer))
                        .toList(),
                FormInputs.errors(form)));
    }

    /// A register in which there is something to verify.
    private Register judged(String id) {
        Register register = desk.open(id);
        if (register.entity().reserved().isEmpty()) throw new NotFound("nothing to verify in " + id);
        return register;
    }

    private static RegisterRecord find(Register register, long record, Viewer viewer) {
        return register.find(record, null, viewer)
                .orElseThrow(() -> new NotFound("record " + register.entity().id() + "/" + record));
    }
}
