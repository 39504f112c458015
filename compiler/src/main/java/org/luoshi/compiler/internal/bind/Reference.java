package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.PackMistakes.NOT_A_DEPENDENCY;
import static org.luoshi.compiler.internal.mistake.PackMistakes.UNKNOWN_PACK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.mistake.Mistake;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// Names of things declared in this pack or in one it depends on.
final class Reference {

    private final Map<String, Draft> packs;

    Reference(Map<String, Draft> packs) {
        this.packs = packs;
    }

    /// The declared thing that is named, or empty when there is none: then that has been told.
    ///
    /// @param unknown the mistake of naming something that is not declared
    Optional<QualifiedId> resolve(Draft from, Scalar name, Construct kind, Mistake unknown, Findings findings) {
        String written = name.text();
        int dot = written.indexOf('.');
        String pack = dot < 0 ? from.id() : written.substring(0, dot);
        String local = dot < 0 ? written : written.substring(dot + 1);
        if (!pack.equals(from.id()) && !mayUse(from, name, pack, written, findings)) return Optional.empty();
        from.used().add(pack);
        Draft owner = packs.get(pack);
        if (owner == null) return Optional.empty();
        Set<String> declared = owner.names(kind);
        if (declared.contains(local)) return Optional.of(new QualifiedId(pack, local));
        Optional<String> meant = Members.meant(local, declared).map(m -> dot < 0 ? m : pack + "." + m);
        findings.report(unknown.at(name.span())
                .with("name", written)
                .with("pack", pack)
                .with("members", declared.isEmpty() ? none() : Members.of(declared, local))
                .with("meant", meant));
        return Optional.empty();
    }

    private boolean mayUse(Draft from, Scalar name, String pack, String written, Findings findings) {
        if (from.depends().contains(pack)) {
            from.used().add(pack);
            return packs.containsKey(pack);
        }
        int length = pack.codePointCount(0, pack.length());
        boolean misspelt = from.depends().stream().anyMatch(d -> !packs.containsKey(d));
        if (misspelt) return false;
        if (packs.containsKey(pack)) {
            findings.report(NOT_A_DEPENDENCY
                    .at(name.span(0, length))
                    .with("name", written)
                    .with("pack", pack));
        } else if (from.manifest().isPresent()) {
            findings.report(UNKNOWN_PACK
                    .at(name.span(0, length))
                    .with("pack", pack)
                    .with("members", Members.of(packs.keySet(), pack))
                    .with("meant", Members.meant(pack, packs.keySet())));
        }
        return false;
    }

    private static Text none() {
        return new Text("（没有）", "(none)");
    }

    /// The circle that begins and ends at the first of `path`, for reports: `a → b → a`.
    static String circle(List<?> path) {
        StringBuilder out = new StringBuilder();
        path.forEach(p -> out.append("`").append(p).append("` → "));
        return out.append("`").append(path.getFirst()).append("`").toString();
    }
}
