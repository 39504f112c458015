package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.APPLY;
import static org.luoshi.compiler.internal.form.ProcessForm.ATTACHMENTS;
import static org.luoshi.compiler.internal.form.ProcessForm.FIELDS;
import static org.luoshi.compiler.internal.form.ProcessForm.FILE_HELP;
import static org.luoshi.compiler.internal.form.ProcessForm.FILE_REQUIRED;
import static org.luoshi.compiler.internal.form.ProcessForm.FILE_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.KINDS;
import static org.luoshi.compiler.internal.form.ProcessForm.MEGABYTES;
import static org.luoshi.compiler.internal.form.ProcessForm.MOST;
import static org.luoshi.compiler.internal.form.ProcessForm.PERSONAL;
import static org.luoshi.compiler.internal.form.ProcessForm.STEPS;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.NAME_OF_A_FIELD;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.NEVER_ASKED;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.REQUIRED_NOT_ASKED;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.FileKind;
import org.luoshi.pack.process.Step;

/// The attachments of a process: they stand in its forms among the fields of its content.
final class ProcessFiles {

    private static final int USUAL_MEGABYTES = 20;

    private final View process;
    private final Findings findings;
    private final Map<Scalar, Listed<View>> declared;

    ProcessFiles(View process, Findings findings) {
        this.process = process;
        this.findings = findings;
        this.declared = process.get(ATTACHMENTS, Map.of());
    }

    List<FileField> bind(Optional<World.BoundEntity> content) {
        List<FileField> files = new ArrayList<>();
        declared.forEach((id, listed) -> {
            View file = listed.value();
            content.filter(entity -> entity.entity().field(id.text()).isPresent())
                    .ifPresent(entity -> findings.report(NAME_OF_A_FIELD
                            .at(id.span())
                            .with("name", id.text())
                            .with("entity", entity.entity().id().name())
                            .other(entity.at(id.text()))));
            Set<FileKind> kinds = new LinkedHashSet<>();
            file.get(KINDS, List.of()).forEach(kind -> kinds.add(kind.value()));
            if (kinds.isEmpty()) return;
            files.add(new FileField(
                    id.text(),
                    file.get(FILE_TITLE, Text.EMPTY),
                    file.get(FILE_HELP).orElse(null),
                    kinds,
                    file.get(MEGABYTES, USUAL_MEGABYTES),
                    file.get(MOST, 1),
                    file.get(FILE_REQUIRED, false),
                    file.get(PERSONAL, false)));
        });
        return files;
    }

    /// Whether the name is an attachment's.
    boolean declares(Scalar name) {
        return declared.keySet().stream().anyMatch(id -> id.text().equals(name.text()));
    }

    /// Those of a list of names that are attachments'.
    List<String> among(View view, Key<List<Listed<Scalar>>> key) {
        return view.get(key, List.of()).stream()
                .map(Listed::value)
                .filter(this::declares)
                .map(Scalar::text)
                .toList();
    }

    /// What an application must have, its form must ask for.
    void checkRequired(List<FileField> files, List<String> attached, View apply) {
        if (apply.broken(FIELDS)) return;
        files.stream().filter(file -> file.required() && !attached.contains(file.id())).forEach(file -> findings.report(
                REQUIRED_NOT_ASKED
                        .at(written(file).getValue().value().at(FILE_REQUIRED))
                        .with("name", file.id())
                        .other(apply.has(FIELDS) ? apply.at(FIELDS) : process.at(APPLY))));
    }

    void checkAsked(List<FileField> files, List<String> attached, List<Step> steps) {
        if (process.broken(STEPS)) return;
        files.stream()
                .filter(file -> !file.required() && !attached.contains(file.id()))
                .filter(file -> steps.stream().noneMatch(step -> step.attached().contains(file.id())))
                .forEach(file -> findings.report(NEVER_ASKED.at(written(file).getKey().span()).with("name", file.id())));
    }

    private Map.Entry<Scalar, Listed<View>> written(FileField file) {
        return declared.entrySet().stream()
                .filter(one -> one.getKey().text().equals(file.id()))
                .findFirst()
                .orElseThrow();
    }
}
