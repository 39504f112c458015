package org.luoshi.app.detection;

import org.luoshi.app.command.Refusal;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Watch;

/// Of which observed property a row is, for a rule.
record QualifiedReading(WarningRule rule) {

    /// As the row says, in the rule's pack unless it names another; without a word the one that the rule watches.
    ///
    /// @throws Refusal where the row says nothing and the rule watches several
    QualifiedId of(ReadingsFile.Row row) {
        return row.property()
                .map(written -> QualifiedId.find(written)
                        .orElseGet(() -> new QualifiedId(rule.id().pack(), written)))
                .orElseGet(this::only);
    }

    private QualifiedId only() {
        if (rule.watch() instanceof Watch.Readings readings) return readings.property();
        throw Refusal.usage(
                "规则 %s 看几个观测属性，CSV 须有 property 一列。".formatted(rule.id()),
                "Rule %s watches several properties, so the CSV needs a column property.".formatted(rule.id()));
    }
}
