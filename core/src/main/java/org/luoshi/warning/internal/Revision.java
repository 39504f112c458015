package org.luoshi.warning.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.warning.Warning;
import org.luoshi.warning.Warning.State;

/// A warning while a change is made of it.
public final class Revision {

    private final Warning before;
    private WarningColour colour;
    private boolean standing;
    private boolean silent;
    private State state;
    private Instant confirmBy;
    private @Nullable Instant escalatedAt;
    private @Nullable String assignee;
    private @Nullable String handledBy;
    private @Nullable UUID cause;

    private Revision(Warning before) {
        this.before = before;
        colour = before.colour();
        standing = before.standing();
        silent = before.silent();
        state = before.state();
        confirmBy = before.confirmBy();
        escalatedAt = before.escalatedAt();
        assignee = before.assignee();
        handledBy = before.handledBy();
        cause = before.cause();
    }

    public static Revision of(Warning before) {
        return new Revision(before);
    }

    public Revision colour(WarningColour now) {
        colour = now;
        return this;
    }

    public Revision standing(boolean now) {
        standing = now;
        return this;
    }

    public Revision silent(boolean now) {
        silent = now;
        return this;
    }

    public Revision state(State now) {
        state = now;
        return this;
    }

    /// To be confirmed again, by then.
    public Revision confirmBy(Instant now) {
        confirmBy = now;
        escalatedAt = null;
        return this;
    }

    public Revision escalated(Instant at) {
        escalatedAt = at;
        return this;
    }

    public Revision assignee(String account) {
        assignee = account;
        return this;
    }

    public Revision handledBy(@Nullable String account) {
        handledBy = account;
        return this;
    }

    public Revision cause(@Nullable UUID now) {
        cause = now;
        return this;
    }

    public Warning now() {
        return new Warning(
                before.id(),
                before.rule(),
                before.thing(),
                before.unit(),
                before.exercise(),
                colour,
                standing,
                silent,
                state,
                before.raisedAt(),
                before.knownAt(),
                confirmBy,
                escalatedAt,
                assignee,
                handledBy,
                cause,
                before.quietUntil(),
                before.changedAt(),
                before.number());
    }
}
