package org.luoshi.register.internal.record;

import java.time.Clock;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.audit.ChangeLog;
import org.luoshi.pack.PackSet;
import org.luoshi.register.internal.value.CommitmentIndex;
import org.luoshi.register.internal.value.UnitIndex;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/// What every part of a register works with.
///
/// @param units the index of the units of now
/// @param commitments of the plan in force
public record Setting(
        DSLContext database,
        TransactionTemplate transaction,
        ChangeLog log,
        Units tree,
        Guard guard,
        ApplicationEventPublisher events,
        Clock clock,
        PackSet packs,
        UnitIndex units,
        CommitmentIndex commitments) {

    /// Official time of all of China, whatever the server's.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
}
