package org.luoshi.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a case stands. Ids are those of the field `state` in the register of cases.
public enum CaseState {
    RUNNING,
    /// A clock of it stands still for a legal cause; steps wait until it runs on.
    SUSPENDED,
    CLOSED,
    WITHDRAWN,
    MERGED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean over() {
        return this != RUNNING && this != SUSPENDED;
    }

    public static Optional<CaseState> find(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}
