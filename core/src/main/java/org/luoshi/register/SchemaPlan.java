package org.luoshi.register;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.luoshi.kernel.text.Language;

/// What has to happen to the database so that it is as the packs declare.
///
/// @param steps in the order in which they run
public record SchemaPlan(List<SchemaStep> steps) {

    public SchemaPlan {
        steps = steps.stream().sorted(Comparator.comparing(SchemaStep::kind)).toList();
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /// Steps that would lose something and were not asked for by name.
    ///
    /// @param consents subjects named with `--drop`
    public List<SchemaStep> refused(Set<String> consents) {
        return steps.stream()
                .filter(s -> s.loss() != null && !(s.loss().consentable() && consents.contains(s.subject())))
                .toList();
    }

    /// Ids of the entities that are created or changed.
    public Set<String> entities() {
        Set<String> ids = new TreeSet<>();
        for (SchemaStep step : steps) {
            String[] parts = step.subject().split("\\.", -1);
            if (parts.length > 1) {
                ids.add(parts[0] + "." + parts[1]);
            }
        }
        return ids;
    }

    /// The plan for a reader: one line a step, `!` before what is refused.
    public String render(Language language, Set<String> consents) {
        if (steps.isEmpty()) {
            return language == Language.ZH ? "数据库与各包一致，无须改动。\n" : "The database is as the packs declare: nothing to do.\n";
        }
        List<SchemaStep> refused = refused(consents);
        StringBuilder out = new StringBuilder();
        for (SchemaStep step : steps) {
            out.append(refused.contains(step) ? "! " : "+ ").append(step.text().in(language)).append('\n');
            if (step.loss() != null) {
                out.append("    ").append(step.loss().text().in(language)).append('\n');
                if (refused.contains(step)) {
                    out.append("    ").append(step.loss().remedy().in(language)).append('\n');
                }
            }
        }
        return out.toString();
    }
}
