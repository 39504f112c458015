package org.luoshi.register.internal.record;

import static org.luoshi.tables.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.Entity;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldChange;
import org.luoshi.register.RecordVersion;
import org.luoshi.register.RegisterRecord;

/// Reads single records and their histories.
public final class RecordReader {

    private final Entity entity;
    private final EntityTable table;
    private final Setting setting;
    private final RowMapping mapping;
    private final RecordAccess access;
    private final Masking masking;

    public RecordReader(Entity entity, Setting setting) {
        this.entity = entity;
        this.table = setting.table(entity);
        this.setting = setting;
        this.mapping = new RowMapping(table);
        this.access = new RecordAccess(entity, setting);
        this.masking = new Masking(entity);
    }

    public Optional<RegisterRecord> find(long id, @Nullable Instant asOf, Viewer viewer) {
        return plain(id, asOf, viewer).map(record -> masking.mask(record, viewer));
    }

    /// @param key values of the business key's fields
    public Optional<RegisterRecord> findByKey(
            Map<String, ?> key, @Nullable Instant asOf, Viewer viewer) {
        Map<String, @Nullable Object> values = new HashMap<>();
        entity.key().forEach(field -> values.put(field, Objects.requireNonNull(key.get(field), field)));
        var query = setting.database().select(mapping.columns()).from(table.asOf(asOf)).where(access.rows(viewer, Permission.READ));
        for (Map.Entry<Field<?>, @Nullable Object> column : mapping.write(values).entrySet()) {
            query = query.and("{0} = {1}", column.getKey(), DSL.val(column.getValue(), column.getKey().getDataType()));
        }
        return query.fetchOptional(mapping::read).map(record -> masking.mask(record, viewer));
    }

    /// The record with its personal data; the reading itself is a change in the audit log.
    ///
    /// @throws org.luoshi.access.AccessDenied if the viewer may not
    public Optional<RegisterRecord> reveal(long id, Viewer viewer) {
        Optional<RegisterRecord> found = plain(id, null, viewer);
        found.ifPresent(record -> {
            access.demand(viewer, Permission.READ_PERSONAL, record.values());
            setting.transaction().executeWithoutResult(_ -> setting.log().open(new ChangeRequest(
                    viewer.account(),
                    "record.reveal",
                    entity.id() + "/" + id,
                    Map.of("fields", String.join(",", masking.fields()), "version", String.valueOf(record.version())))));
        });
        return found;
    }

    /// Newest first; of a deleted record too, as far as the viewer could read its last version.
    public List<RecordVersion> history(long id, Viewer viewer) {
        List<Record> rows = new ArrayList<>();
        rows.addAll(versions(table.closedVersions(), id, EntityTable.ENDED_BY, EntityTable.DELETED));
        rows.addAll(versions(table.openVersions(), id, DSL.val((Long) null), DSL.val(false)));
        if (rows.isEmpty() || !access.may(viewer, Permission.READ, mapping.read(rows.getLast()).values())) {
            return List.of();
        }
        List<RecordVersion> steps = new ArrayList<>();
        RegisterRecord before = null;
        for (Record row : rows) {
            RegisterRecord after = mapping.read(row);
            steps.add(step(after.change(), after.version(), changes(before, after, viewer), false));
            before = after;
        }
        Record last = rows.getLast();
        if (Boolean.TRUE.equals(last.get("_deleted", Boolean.class))) {
            steps.add(step(last.get("_ended_by", Long.class), last.get(EntityTable.VERSION), List.of(), true));
        }
        return steps.reversed();
    }

    private List<Record> versions(org.jooq.Table<Record> from, long id, Field<Long> endedBy, Field<Boolean> deleted) {
        List<Field<?>> columns = new ArrayList<>(mapping.columns());
        columns.add(endedBy.as("_ended_by"));
        columns.add(deleted.as("_deleted"));
        return setting.database()
                .select(columns)
                .from(from)
                .where(EntityTable.ID.eq(id))
                .orderBy(EntityTable.VERSION)
                .fetch(r -> r);
    }

    private RecordVersion step(long change, int version, List<FieldChange> changes, boolean deleted) {
        Record entry = setting.database()
                .select(AUDIT_ENTRY.KNOWN_AT, AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.ACTION,
                        DSL.field("{0} ->> 'reason'", String.class, AUDIT_ENTRY.DETAILS))
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.NUMBER.eq(change))
                .fetchSingle();
        return new RecordVersion(
                version,
                entry.get(AUDIT_ENTRY.KNOWN_AT),
                change,
                entry.get(AUDIT_ENTRY.ACTOR),
                entry.get(AUDIT_ENTRY.ACTION),
                deleted,
                deleted ? entry.get(3, String.class) : null,
                changes);
    }

    private List<FieldChange> changes(@Nullable RegisterRecord before, RegisterRecord after, Viewer viewer) {
        List<FieldChange> changes = new ArrayList<>();
        for (var field : entity.fields()) {
            Object from = before == null ? null : before.value(field.id());
            Object to = after.value(field.id());
            if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(
                        field.id(), masking.mask(field.id(), from, viewer), masking.mask(field.id(), to, viewer)));
            }
        }
        return changes;
    }

    private Optional<RegisterRecord> plain(long id, @Nullable Instant asOf, Viewer viewer) {
        return setting.database()
                .select(mapping.columns())
                .from(table.asOf(asOf))
                .where(EntityTable.ID.eq(id), access.rows(viewer, Permission.READ))
                .fetchOptional(mapping::read);
    }
}
