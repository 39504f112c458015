package org.luoshi.web.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.FieldType;
import org.luoshi.register.FormField;
import org.luoshi.register.RecordForm;
import org.luoshi.register.Registers;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Turns the fields of a form into what the page draws.
@Component
public class FormInputs {

    /// A text longer than this gets a box of several lines.
    private static final int LINE = 200;
    /// Suggestions offered for a reference; typing narrows them in the browser.
    private static final int SUGGESTIONS = 200;

    private final Registers registers;

    FormInputs(Registers registers) {
        this.registers = registers;
    }

    public FormView.Input of(FormField field, Shell shell, Viewer viewer) {
        int maxLength = field.field().type() instanceof FieldType.TextType(int most, var _) ? most : 0;
        String kind =
                switch (field.input()) {
                    case TEXT -> maxLength > LINE ? "area" : "text";
                    case NUMBER -> "number";
                    case CHOICE -> "select";
                    case DATE -> dated(field) ? "date" : "text";
                    case REFERENCE, COMMITMENT -> "lookup";
                    case MOMENT, POINT -> "text";
                };
        return new FormView.Input(
                field.field().id(),
                kind,
                field.field().title(),
                field.field().help(),
                field.required(),
                RegisterDesk.unit(field.field(), shell),
                maxLength,
                field.text(),
                choices(field, kind, shell, viewer),
                chosen(field, shell),
                field.error());
    }

    /// The title of what a box for codes holds.
    private static @Nullable String chosen(FormField field, Shell shell) {
        if (field.input() != FormField.Input.COMMITMENT || field.text().isBlank()) return null;
        return field.options().stream()
                .filter(option -> option.value().equals(field.text()))
                .findFirst()
                .map(option -> shell.say(option.label()))
                .orElse(null);
    }

    /// A browser's date box shows nothing but a day that exists, written in one way, so whatever else was typed is
    /// shown in a plain box.
    private static boolean dated(FormField field) {
        if (field.text().isBlank()) return true;
        try {
            LocalDate.parse(field.text());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public static List<FormError> errors(RecordForm form) {
        List<FormError> errors = new ArrayList<>();
        form.problems().forEach(problem -> errors.add(new FormError("form", problem)));
        form.fields().forEach(field -> {
            Text error = field.error();
            if (error != null) {
                Text title = field.field().title();
                errors.add(new FormError(
                        field.field().id(),
                        new Text(title.zh() + "：" + error.zh(), title.en() + ": " + error.en())));
            }
        });
        return errors;
    }

    private List<Option> choices(FormField field, String kind, Shell shell, Viewer viewer) {
        if (field.field().type() instanceof FieldType.ReferenceType(var entity)) {
            return registers.of(entity).lookup("", SUGGESTIONS, viewer).stream()
                    .map(choice -> new Option("#" + choice.id() + " " + choice.label(), choice.key()))
                    .toList();
        }
        return field.options().stream()
                .limit(kind.equals("lookup") ? SUGGESTIONS : Long.MAX_VALUE)
                .map(option -> new Option(option.value(), shell.say(option.label())))
                .toList();
    }
}
