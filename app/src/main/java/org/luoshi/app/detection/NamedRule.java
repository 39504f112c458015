package org.luoshi.app.detection;

import java.util.stream.Collectors;
import org.luoshi.app.command.Refusal;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningRule;

/// A warning rule as it is written on the command line.
final class NamedRule {

    private NamedRule() {}

    /// @throws Refusal that names those there are
    static WarningRule of(PackSet packs, String name) {
        return QualifiedId.find(name).flatMap(packs::warningRule).orElseThrow(() -> {
            String known = packs.warningRules().map(it -> it.id().toString()).collect(Collectors.joining(", "));
            return Refusal.usage(
                    "没有预警规则 %s；有 %s。".formatted(name, known), "There is no warning rule %s; there are: %s.".formatted(name, known));
        });
    }
}
