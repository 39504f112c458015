package org.luoshi.web.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How pages look: light at the desk, wall on the big screen of a duty room.
public enum Theme {
    LIGHT,
    WALL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> find(String id) {
        return Arrays.stream(values()).filter(theme -> theme.id().equals(id)).findFirst();
    }
}
