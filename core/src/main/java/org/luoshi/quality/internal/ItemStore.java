package org.luoshi.quality.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck.Kind;
import org.luoshi.pack.expression.Sql;
import org.luoshi.quality.QualityFilter;
import org.luoshi.quality.QualityItem;
import org.luoshi.quality.QualityItem.State;
import org.springframework.stereotype.Component;

/// Items as they are kept.
@Component
public class ItemStore {

    private final DSLContext database;
    private final Units units;

    public ItemStore(DSLContext database, Units units) {
        this.database = database;
        this.units = units;
    }

    public List<QualityItem> list(QualityFilter filter, long from, int most, Viewer viewer) {
        Sql sql = Sql.of("select * from luoshi.quality_item where ")
                .then(condition(filter, viewer))
                .then(Sql.of(" order by changed_at desc, id desc offset ? limit ?", from, most));
        return fetch(sql).stream().map(ItemStore::item).toList();
    }

    public long count(QualityFilter filter, Viewer viewer) {
        Sql sql = Sql.of("select count(*) as n from luoshi.quality_item where ").then(condition(filter, viewer));
        return fetch(sql).getFirst().get("n", Long.class);
    }

    /// By register and kind.
    public Map<QualifiedId, Map<Kind, Long>> numbers(QualityFilter filter, Viewer viewer) {
        Sql sql = Sql.of("select entity, kind, count(*) as n from luoshi.quality_item where ")
                .then(condition(filter, viewer))
                .then(Sql.of(" group by entity, kind"));
        Map<QualifiedId, Map<Kind, Long>> numbers = new HashMap<>();
        fetch(sql).forEach(row -> numbers.computeIfAbsent(
                        QualifiedId.parse(row.get("entity", String.class)), unused -> new EnumMap<>(Kind.class))
                .put(Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)), row.get("n", Long.class)));
        return numbers;
    }

    public Optional<QualityItem> find(long id) {
        return fetch(Sql.of("select * from luoshi.quality_item where id = ?", id)).stream()
                .map(ItemStore::item)
                .findFirst();
    }

    public List<QualityItem.Step> history(long id) {
        return fetch(Sql.of("select at, actor, state, reason from luoshi.quality_step where item = ? order by at, ctid", id))
                .stream()
                .map(row -> new QualityItem.Step(
                        row.get("at", Instant.class),
                        row.get("actor", String.class),
                        state(row.get("state", String.class)),
                        row.get("reason", String.class)))
                .toList();
    }

    /// @return false where somebody was quicker
    public boolean answer(QualityItem item, State state, @Nullable String reason, Change change) {
        int written = database.query(
                        "update luoshi.quality_item set state = ?, reason = ?::text, decided_by = ?, changed_at = ?::timestamptz,"
                                + " version = version + 1 where id = ? and version = ?",
                        word(state),
                        reason,
                        change.actor(),
                        change.knownAt().atOffset(ZoneOffset.UTC),
                        item.id(),
                        item.version())
                .execute();
        if (written == 0) return false;
        database.query(
                        "insert into luoshi.quality_step (item, at, actor, state, reason) values (?, ?::timestamptz, ?, ?, ?::text)",
                        item.id(),
                        change.knownAt().atOffset(ZoneOffset.UTC),
                        change.actor(),
                        word(state),
                        reason)
                .execute();
        return true;
    }

    private Sql condition(QualityFilter filter, Viewer viewer) {
        Sql condition = Sql.of("true");
        if (!viewer.everywhere()) condition = condition.then(of(units.within(viewer.scope(Permission.READ))));
        if (filter.unit() != null) condition = condition.then(of(units.within(Set.of(filter.unit()))));
        if (filter.kind() != null) condition = condition.then(Sql.of(" and kind = ?", word(filter.kind())));
        if (filter.state() != null) condition = condition.then(Sql.of(" and state = ?", word(filter.state())));
        if (!filter.entities().isEmpty()) {
            Object entities = filter.entities().stream().map(QualifiedId::toString).toArray(String[]::new);
            condition = condition.then(Sql.of(" and entity = any(?::text[])", entities));
        }
        return condition;
    }

    private static Sql of(Set<String> units) {
        return Sql.of(" and unit = any(?::text[])", (Object) units.toArray(String[]::new));
    }

    private List<Record> fetch(Sql sql) {
        return database.resultQuery(sql.text(), sql.bindings().toArray()).fetch();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static State state(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static QualityItem item(Record row) {
        @Nullable String period = row.get("period", String.class);
        return new QualityItem(
                row.get("id", Long.class),
                QualifiedId.parse(row.get("check_id", String.class)),
                Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                QualifiedId.parse(row.get("entity", String.class)),
                row.get("unit", String.class),
                row.get("record", Long.class),
                period == null ? null : Period.parse(period),
                row.get("measured", BigDecimal.class),
                row.get("low", BigDecimal.class),
                row.get("high", BigDecimal.class),
                Objects.requireNonNull(row.get("since", Instant.class)),
                state(row.get("state", String.class)),
                row.get("reason", String.class),
                row.get("decided_by", String.class),
                Objects.requireNonNull(row.get("changed_at", Instant.class)),
                row.get("version", Integer.class));
    }
}
