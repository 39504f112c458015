package org.luoshi.pack.monitoring;

import java.util.List;

/// Observed properties and warning rules of one pack.
public record Monitoring(List<ObservedProperty> properties, List<WarningRule> rules) {

    public static final Monitoring NONE = new Monitoring(List.of(), List.of());

    public Monitoring {
        properties = List.copyOf(properties);
        rules = List.copyOf(rules);
    }
}
