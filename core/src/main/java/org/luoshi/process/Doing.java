package org.luoshi.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.process.Operation;

/// What can be done to a case beside finishing its step.
public enum Doing {
    TAKE(null, false),
    TRANSFER(Operation.TRANSFER, false),
    ADD_SIGNER(Operation.ADD_SIGNER, false),
    COPY(Operation.COPY, false),
    COMMENT(null, true),
    RECUSE(Operation.RECUSE, true),
    SUSPEND(Operation.SUSPEND, true),
    RESUME(Operation.SUSPEND, false),
    EXTEND(Operation.EXTEND, true),
    RETURN(Operation.RETURN, true),
    MERGE(Operation.MERGE, true),
    WITHDRAW(null, true);

    private final @Nullable Operation operation;
    private final boolean wantsReason;

    Doing(@Nullable Operation operation, boolean wantsReason) {
        this.operation = operation;
        this.wantsReason = wantsReason;
    }

    /// What a step must allow for it; null where none need.
    public @Nullable Operation operation() {
        return operation;
    }

    /// Whether it is refused without a reason.
    public boolean wantsReason() {
        return wantsReason;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Doing> find(@Nullable String id) {
        return Arrays.stream(values()).filter(doing -> doing.id().equals(id)).findFirst();
    }
}
