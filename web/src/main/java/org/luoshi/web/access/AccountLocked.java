package org.luoshi.web.access;

import java.time.Instant;
import org.springframework.security.authentication.LockedException;

/// Too many wrong passwords; carries until when, which the log-in page says.
final class AccountLocked extends LockedException {

    private final Instant until;

    AccountLocked(Instant until) {
        super("locked until " + until);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
