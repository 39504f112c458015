package org.luoshi.app.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.compiler.PlanYaml;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.pack.Plan;
import org.luoshi.plan.EditResult;
import org.luoshi.plan.PlanFiles;

/// Compiles an edited plan together with the packs it stands on.
public final class CompiledPlanFiles implements PlanFiles {

    private final Path packs;

    /// @param packs folder of the packs in force
    public CompiledPlanFiles(Path packs) {
        this.packs = packs;
    }

    @Override
    public Map<String, String> write(Plan plan) {
        return PlanYaml.write(plan);
    }

    @Override
    public Reading read(Plan present, Map<String, String> files) {
        Map<String, String> overlay = new LinkedHashMap<>();
        String pack = present.id().pack() + "/";
        // a focus that was taken out still has its file in the folder: an empty one stands in for it
        for (Plan.Focus focus : present.focuses()) {
            overlay.put(pack + path(focus.id()), "title: { zh: —, en: — }\norder: %d\nmeasures: []\n".formatted(focus.order()));
        }
        files.forEach((path, text) -> overlay.put(pack + path, text));
        Compilation compilation = PackCompiler.compile(List.of(packs), overlay);
        List<EditResult.Problem> problems = compilation.diagnostics().sorted().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(CompiledPlanFiles::problem)
                .toList();
        return new Reading(
                compilation.packs()
                        .flatMap(p -> p.city())
                        .flatMap(c -> c.plans().stream()
                                .filter(p -> p.id().equals(present.id()))
                                .findFirst())
                        .map(plan -> without(plan, files))
                        .orElse(null),
                problems);
    }

    private static Plan without(Plan plan, Map<String, String> files) {
        return new Plan(
                plan.id(),
                plan.title(),
                plan.source(),
                plan.period(),
                plan.statusRule(),
                plan.evidence(),
                plan.clauses(),
                plan.focuses().stream()
                        .filter(f -> files.containsKey(path(f.id())))
                        .toList());
    }

    private static String path(String focus) {
        return "plan/focus/" + focus + ".yaml";
    }

    private static EditResult.Problem problem(Diagnostic diagnostic) {
        var span = diagnostic.primary().span();
        return new EditResult.Problem(
                "%s:%d:%d".formatted(span.file(), span.from().line(), span.from().column()), diagnostic.headline());
    }
}
