package org.luoshi.webhook;

import java.util.Arrays;
import java.util.Optional;

/// What one can be told of; its id is the CloudEvents type.
public enum Topic {
    RECORD_CHANGED("org.luoshi.record.changed"),
    RECORDS_IMPORTED("org.luoshi.records.imported"),
    FIGURES_CHANGED("org.luoshi.figures.changed"),
    PLAN_EDITED("org.luoshi.plan.edited");

    private final String id;

    Topic(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Topic> find(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id.equals(id)).findFirst();
    }
}
