package org.luoshi.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member of a panel can say.
public enum Vote {
    IN_FAVOUR,
    AGAINST,
    ABSTAINED,
    /// He has a part in the matter and does not vote 回避.
    RECUSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Vote> find(String id) {
        return Arrays.stream(values()).filter(vote -> vote.id().equals(id)).findFirst();
    }
}
