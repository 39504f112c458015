package org.luoshi.attachment.internal;

import static org.luoshi.tables.Tables.ACCOUNT;
import static org.luoshi.tables.Tables.ATTACHMENT;
import static org.luoshi.tables.Tables.ATTACHMENT_DRAFT;
import static org.luoshi.tables.Tables.ATTACHMENT_PART;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.DraftFile;
import org.luoshi.attachment.FileNote;
import org.luoshi.attachment.internal.look.Look;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.process.FileKind;
import org.luoshi.tables.tables.records.AttachmentRecord;
import org.springframework.stereotype.Component;

/// Files in parts, and which of them wait in forms.
@Component
public class AttachmentStore {

    /// Bytes of a part: what a file takes in memory while it is written or read.
    private static final int PART = 256 << 10;

    private final DSLContext database;

    public AttachmentStore(DSLContext database) {
        this.database = database;
    }

    /// Call within a transaction.
    public Attachment write(Path file, String name, Look look, boolean scanned, String account, Instant at) {
        try (DigestInputStream digested = new DigestInputStream(Files.newInputStream(file), Sha256.counting())) {
            // the digest is known when all is read, and a row is never changed, so it is read twice
            digested.transferTo(OutputStream.nullOutputStream());
            AttachmentRecord row = database.newRecord(ATTACHMENT);
            row.setName(name);
            row.setKind(look.kind().id());
            row.setSize(Files.size(file));
            row.setDigest(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
            row.setNotes(look.notes().stream().map(FileNote::id).sorted().toArray(String[]::new));
            row.setScanned(scanned);
            row.setUploadedBy(account);
            row.setUploadedAt(at);
            row.store();
            parts(file, row.getId());
            return attachment(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parts(Path file, long id) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int seq = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                database.insertInto(ATTACHMENT_PART)
                        .set(ATTACHMENT_PART.ATTACHMENT, id)
                        .set(ATTACHMENT_PART.SEQ, seq++)
                        .set(ATTACHMENT_PART.BYTES, part)
                        .execute();
            }
        }
    }

    public Optional<Attachment> find(long id) {
        return database.fetchOptional(ATTACHMENT, ATTACHMENT.ID.eq(id)).map(AttachmentStore::attachment);
    }

    public List<Attachment> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.selectFrom(ATTACHMENT)
                        .where(ATTACHMENT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                        .orderBy(ATTACHMENT.ID)
                        .fetch(AttachmentStore::attachment);
    }

    public void read(long id, OutputStream out) throws IOException {
        for (int seq = 0; ; seq++) {
            byte[] part = database.select(ATTACHMENT_PART.BYTES)
                    .from(ATTACHMENT_PART)
                    .where(ATTACHMENT_PART.ATTACHMENT.eq(id), ATTACHMENT_PART.SEQ.eq(seq))
                    .fetchOne(ATTACHMENT_PART.BYTES);
            if (part == null) return;
            out.write(part);
        }
    }

    public void wait(Attachment file, String place, String field) {
        database.insertInto(ATTACHMENT_DRAFT)
                .set(ATTACHMENT_DRAFT.ATTACHMENT, file.id())
                .set(ATTACHMENT_DRAFT.ACCOUNT, file.uploadedBy())
                .set(ATTACHMENT_DRAFT.PLACE, place)
                .set(ATTACHMENT_DRAFT.FIELD, field)
                .execute();
    }

    /// What one account gives is taken one after the other, so that limits hold. Call within a transaction.
    public void lock(String account) {
        database.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .forNoKeyUpdate()
                .fetch();
    }

    /// In the order in which they came.
    ///
    /// @param lock whether nobody else may take or drop them until the transaction ends
    public List<DraftFile> waiting(String place, String account, boolean lock) {
        var query = database.select(ATTACHMENT_DRAFT.FIELD, ATTACHMENT)
                .from(ATTACHMENT_DRAFT)
                .join(ATTACHMENT)
                .on(ATTACHMENT.ID.eq(ATTACHMENT_DRAFT.ATTACHMENT))
                .where(ATTACHMENT_DRAFT.PLACE.eq(place), ATTACHMENT_DRAFT.ACCOUNT.eq(account))
                .orderBy(ATTACHMENT.ID);
        return (lock ? query.forUpdate().of(ATTACHMENT_DRAFT) : query)
                .fetch(row -> new DraftFile(row.value1(), attachment(row.value2())));
    }

    public boolean waits(long id, String account) {
        return database.fetchExists(
                ATTACHMENT_DRAFT, ATTACHMENT_DRAFT.ATTACHMENT.eq(id).and(ATTACHMENT_DRAFT.ACCOUNT.eq(account)));
    }

    /// Bytes of all that waits in an account's forms.
    public long waitingBytes(String account) {
        return database.select(DSL.coalesce(DSL.sum(ATTACHMENT.SIZE), BigDecimal.ZERO))
                .from(ATTACHMENT_DRAFT)
                .join(ATTACHMENT)
                .on(ATTACHMENT.ID.eq(ATTACHMENT_DRAFT.ATTACHMENT))
                .where(ATTACHMENT_DRAFT.ACCOUNT.eq(account))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /// They wait no longer, but stay.
    public void release(List<Long> ids) {
        database.deleteFrom(ATTACHMENT_DRAFT)
                .where(ATTACHMENT_DRAFT.ATTACHMENT.in(ids))
                .execute();
    }

    /// Takes a waiting file away for good.
    public void drop(long id, String place, String account) {
        database.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.ID.in(database.select(ATTACHMENT_DRAFT.ATTACHMENT)
                        .from(ATTACHMENT_DRAFT)
                        .where(
                                ATTACHMENT_DRAFT.ATTACHMENT.eq(id),
                                ATTACHMENT_DRAFT.PLACE.eq(place),
                                ATTACHMENT_DRAFT.ACCOUNT.eq(account))))
                .execute();
    }

    public List<Long> places(String begins) {
        return database.selectDistinct(ATTACHMENT_DRAFT.PLACE)
                .from(ATTACHMENT_DRAFT)
                .where(ATTACHMENT_DRAFT.PLACE.startsWith(begins))
                .fetch(row -> Long.valueOf(row.value1().substring(begins.length())));
    }

    /// Takes away all that waits at a place, whoever's.
    public void dropAll(String place) {
        database.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.ID.in(database.select(ATTACHMENT_DRAFT.ATTACHMENT)
                        .from(ATTACHMENT_DRAFT)
                        .where(ATTACHMENT_DRAFT.PLACE.eq(place))))
                .execute();
    }

    private static Attachment attachment(AttachmentRecord row) {
        return new Attachment(
                row.getId(),
                row.getName(),
                FileKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getSize(),
                row.getDigest(),
                Arrays.stream(row.getNotes()).map(FileNote::of).collect(Collectors.toSet()),
                row.getScanned(),
                row.getUploadedBy(),
                row.getUploadedAt());
    }
}
