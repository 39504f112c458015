package org.luoshi.register.internal.history;

import static org.luoshi.tables.Tables.REGISTER_DEPARTURE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Column;
import org.luoshi.register.Departed;
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

    /// What is kept of departed fields and registers and could be erased.
    public List<Departed> departed() {
        List<Departed> departed = new ArrayList<>();
        all().forEach((entity, departures) -> departures.stream()
                .filter(departure -> isPutAside(departure.place(), departure.name()))
                .forEach(departure -> departed.add(
                        new Departed(nameOf(entity, departure), departure.until(), values(entity, departure)))));
        return departed;
    }

    /// Erases what is kept of a departed field or register, for ever. Within the transaction of the change.
    ///
    /// @return the departures under that name; empty where nothing is kept
    public List<Departed> erase(String name, Change change) {
        List<Departed> erased = new ArrayList<>();
        all().forEach((entity, departures) -> {
            for (Departure departure : departures) {
                if (!nameOf(entity, departure).equals(name) || !isPutAside(departure.place(), departure.name())) continue;
                erased.add(new Departed(name, departure.until(), values(entity, departure)));
                drop(entity, departure);
                noteErased(entity, departure, change);
            }
        });
        Afterwards.forget(() -> known = null);
        return erased;
    }

    private static boolean isPutAside(@Nullable String place, String name) {
        return place != null && (name.equals(ALL) || EntityTable.isPast(place));
    }

    private static String nameOf(QualifiedId entity, Departure departure) {
        return departure.name().equals(ALL) ? entity.toString() : entity + "." + departure.name();
    }

    private long values(QualifiedId entity, Departure departure) {
        String counted = departure.name().equals(ALL) ? "*" : EntityTable.quote(Objects.requireNonNull(departure.place()));
        long values = 0;
        for (String table : tables(entity, departure)) {
            Long found = database.fetchOne("select count(" + counted + ") from " + table).get(0, Long.class);
            values += found == null ? 0 : found;
        }
        return values;
    }

    private void drop(QualifiedId entity, Departure departure) {
        for (String table : tables(entity, departure)) {
            database.execute(
                    departure.name().equals(ALL)
                            ? "drop table " + table
                            : "alter table " + table + " drop column "
                                    + EntityTable.quote(Objects.requireNonNull(departure.place())));
        }
    }

    /// A column may have had several names, one after the other; a register takes all its columns with it.
    private void noteErased(QualifiedId entity, Departure departure, Change change) {
        boolean whole = departure.name().equals(ALL);
        Instant began = lifeBegan(of(entity), departure.until().minusNanos(1000));
        Condition own = whole
                ? REGISTER_DEPARTURE.UNTIL.le(departure.until())
                : REGISTER_DEPARTURE.PLACE.eq(departure.place()).and(REGISTER_DEPARTURE.NAME.ne(ALL));
        database.update(REGISTER_DEPARTURE)
                .set(REGISTER_DEPARTURE.PLACE, (String) null)
                .set(REGISTER_DEPARTURE.ERASED_BY, change.number())
                .where(REGISTER_DEPARTURE.ENTITY.eq(entity.toString()), REGISTER_DEPARTURE.PLACE.isNotNull(), own)
                .and(began.equals(Instant.MIN) ? DSL.noCondition() : REGISTER_DEPARTURE.UNTIL.gt(began))
                .execute();
    }

    /// The present and the past versions' table that hold it.
    private List<String> tables(QualifiedId entity, Departure departure) {
        String schema = departure.name().equals(ALL) ? departure.place() : schemaOf(entity, departure.until());
        return Stream.of(entity.name(), entity.name() + "_history")
                .map(table -> EntityTable.quote(Objects.requireNonNull(schema)) + "." + EntityTable.quote(table))
                .toList();
    }

    private @Nullable String schemaOf(QualifiedId entity, Instant until) {
        return of(entity).stream()
                .filter(departure -> departure.name().equals(ALL) && !departure.until().isBefore(until))
                .findFirst()
                .map(Departure::place)
                .orElse(entity.pack());
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
        return all().getOrDefault(entity, List.of());
    }

    private Map<QualifiedId, List<Departure>> all() {
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
        return all;
    }
}
