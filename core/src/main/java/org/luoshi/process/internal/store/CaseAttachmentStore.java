package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_ATTACHMENT;
import static org.luoshi.tables.Tables.PROCESS_CASE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.Attachments;
import org.luoshi.attachment.DraftFile;
import org.luoshi.audit.Change;
import org.luoshi.process.CaseAttachment;
import org.luoshi.process.CaseFile;
import org.springframework.stereotype.Component;

/// Which files belong to which case.
@Component
public class CaseAttachmentStore {

    private final DSLContext database;
    private final Attachments attachments;

    public CaseAttachmentStore(DSLContext database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    /// A file of a case.
    ///
    /// @param number of the case
    public record Kept(String number, long attachment) {}

    public void insert(CaseFile file, DraftFile given, @Nullable String step, Change change) {
        database.insertInto(CASE_ATTACHMENT)
                .set(CASE_ATTACHMENT.ATTACHMENT, given.file().id())
                .set(CASE_ATTACHMENT.CASE_ID, file.id())
                .set(CASE_ATTACHMENT.FIELD, given.field())
                .set(CASE_ATTACHMENT.STEP, step)
                .set(CASE_ATTACHMENT.CHANGE, change.number())
                .execute();
    }

    /// In the order in which they came.
    public List<CaseAttachment> of(long caseId) {
        var rows = database.selectFrom(CASE_ATTACHMENT)
                .where(CASE_ATTACHMENT.CASE_ID.eq(caseId))
                .orderBy(CASE_ATTACHMENT.ATTACHMENT)
                .fetch();
        if (rows.isEmpty()) return List.of();
        Map<Long, Attachment> files = attachments.find(rows.map(row -> row.getAttachment())).stream()
                .collect(Collectors.toMap(Attachment::id, file -> file));
        return rows.stream()
                .filter(row -> files.containsKey(row.getAttachment()))
                .map(row -> new CaseAttachment(known(files, row.getAttachment()), row.getField(), row.getStep()))
                .toList();
    }

    /// Files of all cases, in order.
    ///
    /// @param after id of the last one looked at; 0 to begin
    public List<Kept> after(long after, int limit) {
        return database.select(PROCESS_CASE.NUMBER, CASE_ATTACHMENT.ATTACHMENT)
                .from(CASE_ATTACHMENT)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(CASE_ATTACHMENT.CASE_ID))
                .where(CASE_ATTACHMENT.ATTACHMENT.gt(after))
                .orderBy(CASE_ATTACHMENT.ATTACHMENT)
                .limit(limit)
                .fetch(row -> new Kept(row.value1(), row.value2()));
    }

    private static Attachment known(Map<Long, Attachment> files, long id) {
        return Objects.requireNonNull(files.get(id));
    }
}
