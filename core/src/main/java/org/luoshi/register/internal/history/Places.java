package org.luoshi.register.internal.history;

import static org.luoshi.tables.Tables.REGISTER_DEPARTURE;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Place;
import org.luoshi.register.SchemaStep;

/// Where the database keeps what registers had at past moments.
///
/// A departure says that a name (of a column, or of a whole register) was in use before a moment, and where its values
/// are since. A name without a later departure is where it always was.
public final class Places {

    private static final String ALL = SchemaStep.Move.WHOLE;

    private final DSLContext database;
    private volatile @Nullable Map<QualifiedId, List<Departure>> known;

    private record Departure(String name, Instant until, @Nullable String place) {}

    public Places(DSLContext database) {
        this.database = database;
    }

    /// Where a register's present declaration is.
    public EntityTable now(Entity entity) {
        List<Departure> departures = of(entity.id());
        if (departures.isEmpty()) return new EntityTable(entity);
        Instant since = lifeBegan(departures, Instant.MAX);
        Set<String> kept = departures.stream()
                .filter(departure -> !departure.name().equals(ALL) && departure.until().isAfter(since))
                .map(Departure::place)
                .filter(Objects::nonNull)
                .filter(EntityTable::isPast)
                .collect(Collectors.toSet());
        return new EntityTable(entity, new Place(entity.id().pack(), Map.of(), kept));
    }

    /// Where a declaration that was in force at a moment is now.
    ///
    /// @param entity as it was declared then
    public EntityTable then(Entity entity, Instant moment) {
        List<Departure> departures = of(entity.id());
        if (departures.isEmpty()) return new EntityTable(entity);
        Departure left = departures.stream()
                .filter(departure -> departure.name().equals(ALL) && departure.until().isAfter(moment))
                .findFirst()
                .orElse(null);
        Instant lifeEnds = left == null ? Instant.MAX : left.until();
        Map<String, @Nullable String> renamed = new HashMap<>();
        for (Column column : new EntityTable(entity).columns()) {
            departures.stream()
                    .filter(departure -> departure.name().equals(column.name()))
                    .filter(departure -> departure.until().isAfter(moment) && !departure.until().isAfter(lifeEnds))
                    .findFirst()
                    .ifPresent(departure -> renamed.put(column.name(), departure.place()));
        }
        return new EntityTable(
                entity, new Place(left == null ? entity.id().pack() : left.place(), renamed, Set.of()));
    }

    /// Notes what moved with the change, in the order of the moves. Within its transaction.
    public void note(List<SchemaStep.Move> moves, Change change) {
        for (SchemaStep.Move move : moves) {
            if (!move.name().equals(ALL)) follow(move);
            database.insertInto(REGISTER_DEPARTURE)
                    .set(REGISTER_DEPARTURE.ENTITY, move.entity().toString())
                    .set(REGISTER_DEPARTURE.NAME, move.name())
                    .set(REGISTER_DEPARTURE.UNTIL, change.knownAt())
                    .set(REGISTER_DEPARTURE.CHANGE, change.number())
                    .set(REGISTER_DEPARTURE.PLACE, move.to())
                    .execute();
            Afterwards.forget(() -> known = null);
        }
    }

    /// What departed earlier to the column that moves now moves with it.
    private void follow(SchemaStep.Move move) {
        Instant since = lifeBegan(of(move.entity()), Instant.MAX);
        var within = REGISTER_DEPARTURE.ENTITY.eq(move.entity().toString())
                .and(REGISTER_DEPARTURE.NAME.ne(ALL))
                .and(REGISTER_DEPARTURE.PLACE.eq(move.name()));
        database.update(REGISTER_DEPARTURE)
                .set(REGISTER_DEPARTURE.PLACE, move.to())
                .where(since.equals(Instant.MIN) ? within : within.and(REGISTER_DEPARTURE.UNTIL.gt(since)))
                .execute();
    }

    /// When the tables that a register has at a moment were made, as far as earlier ones departed.
    private static Instant lifeBegan(List<Departure> departures, Instant moment) {
        return departures.stream()
                .filter(departure -> departure.name().equals(ALL) && !departure.until().isAfter(moment))
                .map(Departure::until)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /// In order of time.
    private List<Departure> of(QualifiedId entity) {
        Map<QualifiedId, List<Departure>> all = known;
        if (all == null) {
            all = database.selectFrom(REGISTER_DEPARTURE).orderBy(REGISTER_DEPARTURE.UNTIL).stream()
                    .collect(Collectors.groupingBy(
                            row -> QualifiedId.parse(row.getEntity()),
                            Collectors.mapping(
                                    row -> new Departure(row.getName(), row.getUntil(), row.getPlace()),
                                    Collectors.toList())));
            known = all;
        }
        return all.getOrDefault(entity, List.of());
    }
}
