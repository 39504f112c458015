package org.luoshi.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.register.internal.export.Exporter;
import org.luoshi.register.internal.form.Forms;
import org.luoshi.register.internal.form.ValueText;
import org.luoshi.register.internal.list.Conditions;
import org.luoshi.register.internal.list.FilterReader;
import org.luoshi.register.internal.list.Lister;
import org.luoshi.register.internal.list.ReferenceLabels;
import org.luoshi.register.internal.list.SavedViews;
import org.luoshi.register.internal.load.FileImport;
import org.luoshi.register.internal.record.BulkWriter;
import org.luoshi.register.internal.record.RecordReader;
import org.luoshi.register.internal.record.RecordWriter;
import org.luoshi.register.internal.record.Reserved;
import org.luoshi.register.internal.record.Setting;

/// The records of one entity 登记表. Every method narrows to what the viewer may; personal data come masked.
public final class Register {

    private final Entity entity;
    private final Setting setting;

    Register(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    public Entity entity() {
        return entity;
    }

    /// Whether only the steps of a process write the records, so that pages offer no editing.
    public boolean writtenByProcess() {
        return setting.packs().writer(entity.id()).isPresent();
    }

    /// @throws ListRefused if the request names no such field, or an order the register is too large for
    public RecordPage list(ListRequest request, Viewer viewer) {
        return new Lister(entity, setting).list(request, viewer);
    }

    public Count count(ListRequest request, Viewer viewer) {
        return new Lister(entity, setting).count(request, viewer);
    }

    /// @param asOf null for the present
    public Optional<RegisterRecord> find(long id, @Nullable Instant asOf, Viewer viewer) {
        return new RecordReader(entity, setting).find(id, asOf, viewer);
    }

    /// @param key a value for each field of the business key
    public Optional<RegisterRecord> findByKey(Map<String, ?> key, @Nullable Instant asOf, Viewer viewer) {
        return new RecordReader(entity, setting).findByKey(key, asOf, viewer);
    }

    /// The record with its personal data; the audit log keeps who looked.
    ///
    /// @throws org.luoshi.access.AccessDenied if the viewer may not
    public Optional<RegisterRecord> reveal(long id, Viewer viewer) {
        return new RecordReader(entity, setting).reveal(id, viewer);
    }

    /// Steps of the record's life, newest first.
    public List<RecordVersion> history(long id, Viewer viewer) {
        return new RecordReader(entity, setting).history(id, viewer);
    }

    /// Records whose label or key contains the text, for a field that refers to this register.
    public List<Choice> lookup(String text, int limit, Viewer viewer) {
        return new Lister(entity, setting).choices(text, limit, viewer);
    }

    /// Labels, masked where they are personal, of those of the records that the viewer may read.
    public Map<Long, String> labels(Set<Long> ids, Viewer viewer) {
        return new ReferenceLabels(setting).readable(entity, ids, viewer);
    }

    /// Labels of the records that these refer to: field → `_id` → label.
    public Map<String, Map<Long, String>> references(List<RegisterRecord> records, Viewer viewer) {
        return new ReferenceLabels(setting).of(entity, records, viewer);
    }

    /// Labels of the records that these values of fields refer to: field → `_id` → label.
    public Map<String, Map<Long, String>> references(Map<String, Set<Object>> values, Viewer viewer) {
        return new ReferenceLabels(setting).of(entity, values, viewer);
    }

    /// A form for the record, or for a new one where there is none.
    public RecordForm form(@Nullable RegisterRecord record, Viewer viewer) {
        return new Forms(entity, setting).form(record, Map.of(), List.of(), viewer);
    }

    /// The form again, with what was typed and what is wrong with it.
    public RecordForm form(
            @Nullable RegisterRecord record, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        return new Forms(entity, setting).form(record, typed, errors, viewer);
    }

    /// The form for a verifier of the record: what only he sets is offered with his unit and today's date where it is
    /// empty.
    public RecordForm verdictForm(
            RegisterRecord record, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        return new Forms(entity, setting).verdict(record, typed, errors, viewer);
    }

    /// Whether a verifier has judged the record, which closes its facts until he takes the judgement back.
    public boolean isJudged(RegisterRecord record) {
        return new Reserved(entity, setting).isJudged(record.values());
    }

    /// What keeps the viewer from judging the record; empty where nothing does.
    public Optional<Text> refusalToJudge(RegisterRecord record, Viewer viewer) {
        return new Reserved(entity, setting).refusal(record, viewer);
    }

    /// @param typed by field id; fields that are absent are left alone
    /// @param shown the record as the form showed it, null for a new one: an untouched mask is not a value
    public FormReading read(Map<String, String> typed, @Nullable RegisterRecord shown, Viewer viewer) {
        FormReading reading = new Forms(entity, setting).read(typed, shown, viewer);
        return reading.errors().isEmpty()
                ? reading
                : new FormReading(reading.values(), new RecordWriter(entity, setting).wrong(reading, shown));
    }

    /// A value for a page, e.g. an enumeration's title; empty where there is none.
    ///
    /// @param references `_id` → label for this field, from [RecordPage#references]
    public String show(String field, @Nullable Object value, Language language, Map<Long, String> references) {
        return new ValueText(setting.units(), setting.commitments()).show(entity.require(field), value, language, references);
    }

    /// A filter from an address.
    ///
    /// @param operator one of `eq`, `in`, `from`, `to`, `contains`, `empty`, `filled`, `within`
    /// @throws ListRefused if field, operator or text make no filter
    public Filter filter(String field, String operator, String text) {
        return new FilterReader(entity, setting).read(field, operator, text);
    }

    /// @param values by field id; absent is missing
    /// @throws org.luoshi.access.AccessDenied if the viewer may not write for the record's unit
    public WriteResult create(Map<String, ? extends @Nullable Object> values, Viewer viewer) {
        return new RecordWriter(entity, setting).create(values, viewer);
    }

    /// @param expectedVersion the version that the writer has seen
    /// @param values the fields to change; others stay
    /// @throws org.luoshi.access.AccessDenied if the viewer may not write for the record's unit, old or new
    public WriteResult update(
            long id, int expectedVersion, Map<String, ? extends @Nullable Object> values, Viewer viewer) {
        return new RecordWriter(entity, setting).update(id, expectedVersion, values, viewer);
    }

    /// The record leaves the present; its versions stay readable as of their time.
    ///
    /// @param reason kept in the audit log
    public WriteResult delete(long id, int expectedVersion, String reason, Viewer viewer) {
        return new RecordWriter(entity, setting).delete(id, expectedVersion, reason, viewer);
    }

    /// An import to run, watch and stop.
    ///
    /// @throws org.luoshi.access.AccessDenied if the viewer may import here for no unit
    public ImportJob prepareImport(ImportRequest request, Viewer viewer) {
        return new ImportJob(new FileImport(entity, setting, request, viewer));
    }

    /// @param out left open
    /// @return number of records written
    public long export(ExportRequest request, OutputStream out, Viewer viewer) throws IOException {
        return new Exporter(entity, setting).write(request, out, viewer);
    }

    /// What the edit would do; changes nothing.
    public BulkEdit.Result preview(BulkEdit edit, Viewer viewer) {
        return new BulkWriter(entity, setting).edit(wanted(edit, viewer), edit.values(), true, viewer);
    }

    /// Makes the edit, as one change; nothing at all is written while any record refuses it.
    public BulkEdit.Result apply(BulkEdit edit, Viewer viewer) {
        return new BulkWriter(entity, setting).edit(wanted(edit, viewer), edit.values(), false, viewer);
    }

    private Condition wanted(BulkEdit edit, Viewer viewer) {
        Condition readable = new Conditions(entity, setting)
                .of(edit.records().filters(), edit.records().search(), viewer, Permission.READ);
        return edit.ids().isEmpty() ? readable : readable.and(EntityTable.ID.in(edit.ids()));
    }

    /// The viewer's own saved views and the shared ones.
    public List<SavedView> views(Viewer viewer) {
        return new SavedViews(entity.id(), setting).of(viewer);
    }

    /// @param request query part of the list's address
    public SavedView saveView(String title, String request, boolean shared, Viewer viewer) {
        return new SavedViews(entity.id(), setting).save(title, request, shared, viewer);
    }

    /// @return whether there was one of the viewer's own
    public boolean deleteView(long id, Viewer viewer) {
        return new SavedViews(entity.id(), setting).delete(id, viewer);
    }
}
