package org.luoshi.briefing;

import java.util.List;

/// A briefing cannot be issued while a figure in it is unbound or missing.
public final class Unissuable extends RuntimeException {

    private final transient List<Gap> gaps;

    Unissuable(List<Gap> gaps) {
        super(gaps.size() + " figures unbound or missing: " + gaps);
        this.gaps = List.copyOf(gaps);
    }

    public List<Gap> gaps() {
        return gaps;
    }
}
