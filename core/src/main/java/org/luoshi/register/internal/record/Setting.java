package org.luoshi.register.internal.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.audit.ChangeLog;
import org.luoshi.pack.Entity;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.history.Places;
import org.luoshi.register.internal.history.PresentMarks;
import org.luoshi.register.internal.value.CommitmentIndex;
import org.luoshi.register.internal.value.UnitIndex;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/// What every part of a register works with.
///
/// @param units the index of the units of now
/// @param packs those in use, or of the moment as of which the register is read
/// @param inUse the packs in use, whose marks of personal data hold for the past too
/// @param commitments of the plan in force
/// @param asOf moment as of which the register is read; null for the present
/// @param declared moment at which these packs were in force; null for the packs in use
public record Setting(
        DSLContext database,
        TransactionTemplate transaction,
        ChangeLog log,
        Units tree,
        Guard guard,
        ApplicationEventPublisher events,
        Clock clock,
        PackSet packs,
        PackSet inUse,
        UnitIndex units,
        CommitmentIndex commitments,
        Places places,
        @Nullable Instant asOf,
        @Nullable Instant declared) {

    /// An entity of the packs, with whatever is personal by them or by those in use.
    public Optional<Entity> entity(QualifiedId id) {
        return packs.entity(id).map(then -> PresentMarks.on(then, inUse.entity(id)));
    }

    /// The tables of an entity of the packs.
    public EntityTable table(Entity entity) {
        return declared == null ? places.now(entity) : places.then(entity, declared);
    }

    public Setting reading(PackSet then, Instant moment, @Nullable Instant inForce) {
        return new Setting(
                database,
                transaction,
                log,
                tree,
                guard,
                events,
                clock,
                then,
                inUse,
                units,
                commitments,
                places,
                moment,
                inForce);
    }

    /// The day that is written on what is entered now.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// Official time of all of China, whatever the server's.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
}
