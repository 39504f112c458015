package org.luoshi.web.process;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Deputies;
import org.luoshi.process.Deputy;
import org.luoshi.register.FieldError;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who acts for the viewer while he is away.
@Controller
class DeputyPages {

    private final Deputies deputies;
    private final CaseOperations operations;
    private final Pages pages;
    private final Messages messages;

    DeputyPages(Deputies deputies, CaseOperations operations, Pages pages, Messages messages) {
        this.deputies = deputies;
        this.operations = operations;
        this.pages = pages;
        this.messages = messages;
    }

    /// What was typed.
    private record Typed(String deputy, String first, String last) {}

    @Allow(Permission.HANDLE_CASE)
    @GetMapping("/deputies")
    View show(Viewer viewer) {
        return show(HttpStatus.OK, new Typed("", "", ""), null, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/deputies")
    View name(
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Viewer viewer) {
        LocalDate from = date(first);
        LocalDate to = date(last);
        FieldError wrong = from == null || to == null
                ? new FieldError(from == null ? "first" : "last", messages.text("deputies.date"))
                : deputies.name(deputy.strip(), from, to, viewer).orElse(null);
        return wrong == null
                ? new RedirectView("/deputies", false, true, false)
                : show(HttpStatus.UNPROCESSABLE_CONTENT, new Typed(deputy, first, last), wrong, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/deputies/end")
    View end(@RequestParam String first, Viewer viewer) {
        LocalDate from = Optional.ofNullable(date(first)).orElseThrow(() -> new NotFound("deputy from " + first));
        deputies.end(from, viewer);
        return new RedirectView("/deputies", false, true, false);
    }

    private View show(HttpStatus status, Typed typed, @Nullable FieldError wrong, Viewer viewer) {
        List<Option> staff = operations.staff().stream()
                .filter(who -> !who.account().equals(viewer.account()))
                .map(who -> new Option(who.account(), who.name().zh()))
                .toList();
        List<FormView.Input> inputs = List.of(
                input("deputy", "lookup", typed.deputy(), staff, wrong),
                input("first", "date", typed.first(), List.of(), wrong),
                input("last", "date", typed.last(), List.of(), wrong));
        List<FormError> errors =
                wrong == null ? List.of() : List.of(new FormError(String.valueOf(wrong.field()), wrong.text()));
        List<Deputy> named = deputies.of(viewer);
        return pages.showInThePresent(status, "process/deputies", new DeputiesView(named, inputs, errors));
    }

    private FormView.Input input(
            String id, String kind, String value, List<Option> choices, @Nullable FieldError wrong) {
        Text error = wrong != null && id.equals(wrong.field()) ? wrong.text() : null;
        return new FormView.Input(
                id, kind, messages.text("deputies." + id), null, true, "", 0, value, choices, error);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
