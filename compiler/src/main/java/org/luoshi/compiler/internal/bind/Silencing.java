package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.PackMistakes.NOT_ADVICE;
import static org.luoshi.compiler.internal.mistake.PackMistakes.SILENCES_NOTHING;
import static org.luoshi.compiler.internal.mistake.PackMistakes.UNKNOWN_CODE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.form.PlanForms;
import org.luoshi.compiler.internal.form.Silence;
import org.luoshi.compiler.internal.mistake.Catalogue;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Mistake;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Severity;

/// Takes out advice that a file says does not apply to it.
///
/// What has no `silence` of its own is spoken for: clauses by `plan/plan.yaml`, other lists and tables by `pack.yaml`.
final class Silencing {

    private record Wish(Scalar code, String file) {}

    private Silencing() {}

    static List<Diagnostic> apply(Iterable<Draft> drafts, List<Diagnostic> diagnostics) {
        Findings findings = new Findings();
        Map<String, String> spokenFor = new HashMap<>();
        List<Wish> wishes = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.files().forEach(file -> {
                if (file.view().isEmpty()) {
                    boolean clauses = file.construct() == PlanForms.Clauses.CONSTRUCT;
                    String speaker = clauses ? PlanForms.Head.CONSTRUCT.path() : ManifestForm.CONSTRUCT.path();
                    spokenFor.put(file.file(), draft.id() + "/" + speaker);
                }
                file.view().ifPresent(view -> wishes.addAll(wishes(file.file(), view, findings)));
            });
        }
        Set<Wish> granted = new HashSet<>();
        List<Diagnostic> kept = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String file = diagnostic.primary().span().file();
            String pack = file.substring(0, Math.max(0, file.indexOf('/')));
            String speaker = file.endsWith(".csv")
                    ? pack + "/" + ManifestForm.CONSTRUCT.path()
                    : spokenFor.getOrDefault(file, file);
            Optional<Wish> wish = wishes.stream()
                    .filter(w -> w.file().equals(speaker)
                            && w.code().text().equals(diagnostic.code().value()))
                    .findFirst();
            if (diagnostic.severity() == Severity.ADVICE && wish.isPresent()) granted.add(wish.get());
            else kept.add(diagnostic);
        }
        for (Wish wish : wishes) {
            if (!granted.contains(wish)) {
                findings.report(SILENCES_NOTHING
                        .at(wish.code().span())
                        .with("code", wish.code().text()));
            }
        }
        kept.addAll(findings.all());
        return kept;
    }

    private static List<Wish> wishes(String file, View view, Findings findings) {
        List<Wish> wishes = new ArrayList<>();
        for (Listed<View> entry : view.get(Silence.KEY, List.of())) {
            Optional<Scalar> code = entry.value().get(Silence.CODE);
            if (code.isEmpty()) continue;
            Optional<Mistake> mistake = Catalogue.find(code.get().text());
            boolean expression = code.get().text().matches("LP03[0-9]{2}");
            if (mistake.isEmpty() && !expression) {
                findings.report(UNKNOWN_CODE
                        .at(code.get().span())
                        .with("code", code.get().text()));
            } else if (expression || mistake.get().severity() == Severity.ERROR) {
                findings.report(
                        NOT_ADVICE.at(code.get().span()).with("code", code.get().text()));
            } else {
                wishes.add(new Wish(code.get(), file));
            }
        }
        return wishes;
    }
}
