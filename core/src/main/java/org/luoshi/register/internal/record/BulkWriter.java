package org.luoshi.register.internal.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.BulkEdit;
import org.luoshi.register.BulkEdit.Refusal;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;
import org.luoshi.register.ListRefused;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RegisterRecord;

/// Makes one change to many records, all or none.
public final class BulkWriter {

    private static final int SAMPLE = 20;

    private final Entity entity;
    private final Setting setting;
    private final EntityTable table;
    private final RecordAccess access;
    private final Versions versions;
    private final Masking masking;

    public BulkWriter(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
        this.table = setting.table(entity);
        this.access = new RecordAccess(entity, setting);
        this.versions = new Versions(table, setting.database());
        this.masking = new Masking(entity);
    }

    /// @param wanted the records, before rights to write are looked at
    /// @param dry only say what would happen
    /// @throws ListRefused if there are more records than one bulk edit takes, or a key field is to change
    public BulkEdit.Result edit(Condition wanted, Map<String, ? extends @Nullable Object> values, boolean dry, Viewer viewer) {
        if (values.keySet().stream().anyMatch(entity.key()::contains)) {
            throw new ListRefused("主键不能批量修改", "the business key cannot be edited in bulk");
        }
        return Objects.requireNonNull(setting.transaction().execute(status -> {
            Change change = dry ? null : setting.log().open(new ChangeRequest(
                    viewer.account(), "record.bulk_update", entity.id().toString(), Map.of("fields", String.join(",", values.keySet()))));
            BulkEdit.Result result = edit(records(wanted), values, change, viewer);
            if (result.change() == null) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }

    private List<RegisterRecord> records(Condition wanted) {
        RowMapping mapping = new RowMapping(table);
        List<RegisterRecord> found = setting.database()
                .select(mapping.columns())
                .from(table.current())
                .where(wanted)
                .orderBy(EntityTable.ID)
                .limit(BulkEdit.MOST + 1)
                .fetch(mapping::read);
        if (found.size() > BulkEdit.MOST) {
            throw new ListRefused(
                    "多于 %d 条；缩小筛选，或导出改好再导入".formatted(BulkEdit.MOST),
                    "more than %d records; narrow the filter, or export, edit and import".formatted(BulkEdit.MOST));
        }
        return found;
    }

    private BulkEdit.Result edit(
            List<RegisterRecord> records,
            Map<String, ? extends @Nullable Object> values,
            @Nullable Change change,
            Viewer viewer) {
        List<Refusal> refusals = new ArrayList<>();
        List<RegisterRecord> toChange = new ArrayList<>();
        List<RecordChange> sample = new ArrayList<>();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        RecordCheck check = new RecordCheck(entity, setting);
        Reserved reserved = new Reserved(entity, setting);
        reserved.expect(records);
        boolean judging = reserved.areAll(values.keySet());
        int unchanged = 0;
        for (RegisterRecord before : records) {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>(before.values());
            merged.putAll(values);
            List<FieldError> errors = new ArrayList<>(check.check(merged, before));
            errors.addAll(reserved.problems(merged, before, viewer));
            boolean may = judging
                    || access.may(viewer, Permission.WRITE_RECORD, before.values())
                            && access.may(viewer, Permission.WRITE_RECORD, merged);
            if (!may) {
                errors.add(new FieldError(entity.unit(), new Text("你没有改这条记录的权限", "you may not change this record")));
            }
            values.keySet().forEach(f -> kept.put(f, merged.get(f)));
            if (!errors.isEmpty()) {
                refusals.add(new Refusal(before.id(), errors));
            } else if (values.keySet().stream().allMatch(f -> Objects.equals(before.value(f), merged.get(f)))) {
                unchanged++;
            } else {
                toChange.add(before);
                if (sample.size() < SAMPLE) {
                    RegisterRecord after = new RegisterRecord(
                            before.id(), before.version() + 1, before.knownFrom(), before.change(), merged, before.masked());
                    sample.add(new RecordChange(masking.mask(before, viewer), masking.mask(after, viewer)));
                }
            }
        }
        Change written = refusals.isEmpty() && !toChange.isEmpty() ? change : null;
        if (written != null) {
            write(toChange, kept, written);
        }
        return new BulkEdit.Result(toChange.size(), unchanged, sample, refusals, written);
    }

    private void write(List<RegisterRecord> before, Map<String, @Nullable Object> values, Change change) {
        Map<Long, RegisterRecord> after = versions
                .update(before.stream().map(RegisterRecord::id).toList(), values, change)
                .stream()
                .collect(Collectors.toMap(RegisterRecord::id, r -> r));
        setting.events().publishEvent(new RecordsChanged(
                entity.id(), change, before.stream().map(b -> new RecordChange(b, after.get(b.id()))).toList()));
    }
}
