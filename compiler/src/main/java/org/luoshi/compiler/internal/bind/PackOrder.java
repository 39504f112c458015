package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.CityMistakes.TWO_CITIES;
import static org.luoshi.compiler.internal.mistake.PackMistakes.DEPENDENCY_CYCLE;
import static org.luoshi.compiler.internal.mistake.PackMistakes.DEPENDS_ON_ITSELF;
import static org.luoshi.compiler.internal.mistake.PackMistakes.UNKNOWN_PACK;
import static org.luoshi.compiler.internal.mistake.PackMistakes.WRONG_LUOSHI;
import static org.luoshi.compiler.internal.mistake.PackMistakes.WRONG_VERSION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Version;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;

/// Packs in order of dependency, each after those it needs.
final class PackOrder {

    /// The pack language this compiler speaks.
    static final Version LUOSHI = new Version(0, 1, 0);

    private final Map<String, Draft> drafts;
    private final Findings findings;

    PackOrder(Map<String, Draft> drafts, Findings findings) {
        this.drafts = new TreeMap<>(drafts);
        this.findings = findings;
    }

    Map<String, Draft> order() {
        Map<String, List<String>> edges = new TreeMap<>();
        drafts.values().forEach(draft -> edges.put(draft.id(), check(draft)));
        for (List<String> circle : Circles.in(edges)) {
            Finding finding =
                    DEPENDENCY_CYCLE.at(dependsAt(circle, 0)).with("circle", Text.same(Reference.circle(circle)));
            for (int i = 1; i < circle.size(); i++) finding.other(dependsAt(circle, i));
            findings.report(finding);
        }
        refuseTwoCities();
        Map<String, Draft> ordered = new LinkedHashMap<>();
        drafts.keySet().forEach(id -> place(id, edges, ordered, new ArrayList<>()));
        return ordered;
    }

    private List<String> check(Draft draft) {
        List<String> present = new ArrayList<>();
        View manifest = draft.manifest().orElse(null);
        if (manifest == null) return present;
        manifest.get(ManifestForm.LUOSHI)
                .filter(range -> !range.holds(LUOSHI))
                .ifPresent(range -> findings.report(WRONG_LUOSHI
                        .at(manifest.at(ManifestForm.LUOSHI))
                        .with("range", range)
                        .with("version", LUOSHI)));
        manifest.get(ManifestForm.DEPENDS, Map.of()).forEach((name, range) -> {
            Draft needed = drafts.get(name.text());
            if (name.text().equals(draft.id())) {
                findings.report(DEPENDS_ON_ITSELF.at(name.span()).with("pack", name.text()));
            } else if (needed == null) {
                findings.report(UNKNOWN_PACK
                        .at(name.span())
                        .with("pack", name.text())
                        .with("members", Members.of(drafts.keySet(), name.text()))
                        .with("meant", Members.meant(name.text(), drafts.keySet())));
            } else {
                present.add(name.text());
                needed.manifest()
                        .ifPresent(theirs -> theirs.get(ManifestForm.VERSION)
                                .filter(version -> !range.value().holds(version))
                                .ifPresent(version -> findings.report(WRONG_VERSION
                                        .at(range.span())
                                        .with("pack", name.text())
                                        .with("range", range.value())
                                        .with("version", version)
                                        .other(theirs.at(ManifestForm.VERSION)))));
            }
        });
        return present;
    }

    private Span dependsAt(List<String> circle, int i) {
        View manifest = Known.in(drafts, circle.get(i)).manifest().orElseThrow();
        String next = circle.get((i + 1) % circle.size());
        return manifest.get(ManifestForm.DEPENDS, Map.of()).keySet().stream()
                .filter(k -> k.text().equals(next))
                .findFirst()
                .orElseThrow()
                .span();
    }

    private void refuseTwoCities() {
        List<Draft> cities = drafts.values().stream().filter(Draft::isCity).toList();
        for (Draft other : cities.stream().skip(1).toList()) {
            findings.report(TWO_CITIES
                    .at(other.manifest().orElseThrow().at(ManifestForm.CITY))
                    .with("pack", other.id())
                    .with("first", cities.getFirst().id())
                    .other(cities.getFirst().manifest().orElseThrow().at(ManifestForm.CITY)));
        }
    }

    private void place(String id, Map<String, List<String>> edges, Map<String, Draft> ordered, List<String> open) {
        if (ordered.containsKey(id) || open.contains(id)) return;
        open.add(id);
        edges.getOrDefault(id, List.of()).stream().sorted().forEach(n -> place(n, edges, ordered, open));
        ordered.put(id, drafts.get(id));
    }
}
