package org.luoshi.plan.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Plan;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// Reads the register that the plan names as its evidence.
@Component
class EvidenceReader {

    private static final Field<Long> ID = DSL.field(DSL.name("_id"), SQLDataType.BIGINT);
    private static final Field<Instant> KNOWN_FROM = DSL.field(DSL.name("_known_from"), SQLDataType.INSTANT);
    private static final Field<Instant> KNOWN_TO = DSL.field(DSL.name("_known_to"), SQLDataType.INSTANT);

    private static final Field<Instant> NO_END =
            DSL.inline((Instant) null, SQLDataType.INSTANT).as(KNOWN_TO);

    private final DSLContext database;
    private final Registers registers;

    EvidenceReader(DSLContext database, Registers registers) {
        this.database = database;
        this.registers = registers;
    }

    /// Evidence known at a moment.
    ///
    /// @param entity as declared at the moment
    /// @param asOf null for the present
    /// @param commitments only theirs; null for all
    List<EvidenceItem> at(
            Plan.EvidenceRegister register,
            Entity entity,
            @Nullable Instant asOf,
            @Nullable Collection<String> commitments) {
        Condition theirs = commitments == null
                ? DSL.noCondition()
                : text(register.commitment()).in(commitments);
        EntityTable table = registers.table(entity, asOf);
        // erased on request: of such a moment no evidence is known any more
        if (Stream.of(register.commitment(), register.milestone(), register.happenedOn(), register.verdict())
                .anyMatch(table::isErased)) return List.of();
        return items(
                register,
                select(register, entity, NO_END)
                        .from(table.asOf(asOf))
                        .where(theirs));
    }

    /// Every version of every piece, for replaying days.
    List<EvidenceItem> everKnown(Plan.EvidenceRegister register, Entity entity) {
        return items(
                register,
                current(register, entity, DSL.noCondition()).unionAll(history(register, entity, DSL.noCondition())));
    }

    private Select<Record> current(Plan.EvidenceRegister register, Entity entity, Condition condition) {
        return select(register, entity, NO_END)
                .from(table(entity, ""))
                .where(condition);
    }

    private Select<Record> history(Plan.EvidenceRegister register, Entity entity, Condition condition) {
        return select(register, entity, KNOWN_TO).from(table(entity, "_history")).where(condition);
    }

    private org.jooq.SelectSelectStep<Record> select(Plan.EvidenceRegister register, Entity entity, Field<Instant> to) {
        List<Field<?>> fields = new ArrayList<>(List.of(
                ID,
                text(entity.label()).as("label"),
                text(register.commitment()).as("commitment"),
                text(register.milestone()).as("milestone"),
                date(register.happenedOn()).as("happened_on"),
                text(register.verdict()).as("verdict"),
                date(register.verifiedOn()).as("verified_on"),
                KNOWN_FROM,
                to));
        return database.select(fields);
    }

    private static Table<Record> table(Entity entity, String suffix) {
        return DSL.table(DSL.name(entity.id().pack(), entity.id().name() + suffix));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.CLOB);
    }

    private static Field<java.time.LocalDate> date(String column) {
        return DSL.field(DSL.name(column), SQLDataType.LOCALDATE);
    }

    private static List<EvidenceItem> items(Plan.EvidenceRegister register, Select<Record> query) {
        return query.fetch(r -> {
            String verdict = r.get("verdict", String.class);
            return new EvidenceItem(
                    r.get(ID),
                    r.get("label", String.class),
                    r.get("commitment", String.class),
                    r.get("milestone", String.class),
                    r.get("happened_on", java.time.LocalDate.class),
                    register.accepted().equals(verdict),
                    verdict,
                    r.get("verified_on", java.time.LocalDate.class),
                    r.get(KNOWN_FROM),
                    r.get(KNOWN_TO));
        });
    }
}
