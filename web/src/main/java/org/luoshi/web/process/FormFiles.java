package org.luoshi.web.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.DraftFile;
import org.luoshi.attachment.FileNote;
import org.luoshi.attachment.Taking;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.FileKind;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseAttachment;
import org.luoshi.process.CaseAttachments;
import org.luoshi.process.CaseView;
import org.luoshi.register.FieldError;
import org.luoshi.web.shell.Messages;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// Files of forms and of cases, on their way in and on pages.
@Component
class FormFiles {

    /// Name under which a form sends the ids of files to be taken away.
    static final String DROP = "_drop";

    private final CaseAttachments attachments;
    private final Messages messages;

    FormFiles(CaseAttachments attachments, Messages messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    /// What came with a form.
    ///
    /// @param drop ids of files that are to be taken away first
    record Sent(MultiValueMap<String, MultipartFile> files, List<Long> drop) {}

    @FunctionalInterface
    private interface Door {
        Taking take(FileField field, Path file, String name);
    }

    /// Takes in what came with an application, which waits in its draft.
    ///
    /// @return what was not taken
    List<FieldError> take(ProcessDefinition process, Sent sent, Viewer viewer) {
        sent.drop().forEach(file -> attachments.drop(process, file, viewer));
        return take(
                process.files(process.attached()),
                sent,
                (field, file, name) -> attachments.take(process, field, file, name, viewer));
    }

    /// Takes in what came with the form of the step that the viewer has.
    ///
    /// @return what was not taken
    List<FieldError> take(CaseView view, Sent sent, Viewer viewer) {
        if (view.mine().isEmpty()) return List.of();
        sent.drop().forEach(file -> attachments.drop(view, file, viewer));
        return take(asked(view), sent, (field, file, name) -> attachments.take(view, field, file, name, viewer));
    }

    private static List<FieldError> take(List<FileField> asked, Sent sent, Door door) {
        List<FieldError> errors = new ArrayList<>();
        for (FileField field : asked) {
            for (MultipartFile one : sent.files().getOrDefault(field.id(), List.of())) {
                String name = one.getOriginalFilename();
                if (name == null || name.isBlank()) continue;
                if (take(field, one, name, door) instanceof Taking.Refused(var why)) {
                    errors.add(new FieldError(
                            field.id(), new Text("“%s”：%s".formatted(name, why.zh()), "`%s`: %s".formatted(name, why.en()))));
                }
            }
        }
        return errors;
    }

    private static Taking take(FileField field, MultipartFile one, String name, Door door) {
        try {
            Path file = Files.createTempFile("luoshi-attachment", null);
            try (InputStream in = one.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return door.take(field, file, name);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// File fields of the step that the viewer has.
    private static List<FileField> asked(CaseView view) {
        return view.mine().stream()
                .flatMap(task -> view.definition().step(task.step()).stream())
                .flatMap(step -> view.definition().files(step.attached()).stream())
                .toList();
    }

    List<FileInput> inputs(ProcessDefinition process, List<FieldError> errors, Viewer viewer) {
        return inputs(process.files(process.attached()), attachments.waiting(process, viewer), true, errors);
    }

    List<FileInput> inputs(CaseView view, List<FieldError> errors, Viewer viewer) {
        List<FileField> asked = asked(view);
        return asked.isEmpty() ? List.of() : inputs(asked, attachments.waiting(view, viewer), false, errors);
    }

    private List<FileInput> inputs(
            List<FileField> asked, List<DraftFile> waiting, boolean application, List<FieldError> errors) {
        return asked.stream()
                .map(field -> new FileInput(
                        field.id(),
                        field.title(),
                        field.help(),
                        limits(field),
                        application && field.required(),
                        field.most() > 1,
                        field.orderedKinds().stream()
                                .flatMap(kind -> kind.extensions().stream())
                                .map(ending -> "." + ending)
                                .collect(Collectors.joining(",")),
                        waiting.stream()
                                .filter(file -> file.field().equals(field.id()))
                                .map(file -> line(file.file(), field.title(), null, "/my/attachments/" + file.file().id(), false))
                                .toList(),
                        !attachments.scans(),
                        errors.stream()
                                .filter(error -> field.id().equals(error.field()))
                                .map(FieldError::text)
                                .reduce((one, other) -> new Text(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                                .orElse(null)))
                .toList();
    }

    private Text limits(FileField field) {
        return new Text(limits(field, Language.ZH), limits(field, Language.EN));
    }

    private String limits(FileField field, Language language) {
        String kinds = field.orderedKinds().stream()
                .map(FileKind::name)
                .collect(Collectors.joining(messages.say(language, "list")));
        return messages.say(language, "attachments.limits", kinds, field.megabytes(), field.most());
    }

    /// Files of a case.
    ///
    /// @param path of its page
    List<FileLine> of(CaseView view, String path, boolean staff) {
        return view.attachments().stream().map(had -> line(view, had, path, staff)).toList();
    }

    private FileLine line(CaseView view, CaseAttachment had, String path, boolean staff) {
        boolean covered = CaseAttachments.personal(view, had) && !(view.applicant() && !staff);
        Text title = view.definition()
                .file(had.field())
                .map(FileField::title)
                .orElse(Text.same(had.field()));
        String step = had.step();
        Text came = step == null
                ? messages.text("attachments.applied")
                : view.definition().step(step).map(s -> s.title()).orElse(Text.same(step));
        String open = covered && !view.revealable() ? null : path + "/attachments/" + had.file().id();
        return line(had.file(), title, came, open, covered);
    }

    private FileLine line(Attachment file, Text title, @Nullable Text came, @Nullable String open, boolean logged) {
        List<Text> notes = new ArrayList<>(file.notes().stream().sorted().map(FileNote::text).toList());
        if (!file.scanned()) notes.add(messages.text("attachments.unscanned"));
        return new FileLine(file.id(), title, file.name(), size(file.size()), notes, came, open, logged);
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }
}
