package org.luoshi.plan.internal;

import java.util.List;
import org.luoshi.pack.StatusRule.Status;

/// In which order lists show statuses: what needs a decision first.
final class StatusOrder {

    static final List<Status> WORST_FIRST = List.of(
            Status.BEHIND,
            Status.AT_RISK,
            Status.UNKNOWN,
            Status.ON_PATH,
            Status.AHEAD,
            Status.NOT_STARTED,
            Status.DONE);

    private StatusOrder() {}
}
