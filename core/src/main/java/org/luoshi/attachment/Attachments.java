package org.luoshi.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.internal.AttachmentStore;
import org.luoshi.attachment.internal.VirusScanner;
import org.luoshi.attachment.internal.look.FileName;
import org.luoshi.attachment.internal.look.Look;
import org.luoshi.attachment.internal.look.Unfit;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.FileKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files in and gives them out. What has been taken is in the database, whole and on disk, or not at all.
///
/// A file waits in a form of one account until the form is sent; then its new owner has it, and it is never changed.
@Service
public class Attachments {

    /// What may wait in the forms of one account.
    private static final long MOST_WAITING = 200L << 20;

    private final AttachmentStore store;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Attachments(
            AttachmentStore store, VirusScanner scanner, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.scanner = scanner;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Whether a virus scanner is set up; where none is, pages say so.
    public boolean scans() {
        return scanner.isThere();
    }

    /// Takes a file in, which waits at a place from then on.
    ///
    /// @param file as it came; the caller deletes it
    /// @param given name that its owner gives it
    /// @param place which form
    /// @param room bytes that may still come where the form belongs
    public Taking take(Path file, String given, FileField field, String place, long room, Viewer viewer) {
        try {
            // looking takes as long as a scanner does, so no transaction is open meanwhile
            Look look = look(file, field);
            String name = FileName.of(given, look.kind());
            long size = Files.size(file);
            return Objects.requireNonNull(transaction.<Taking>execute(_ -> {
                store.lock(viewer.account());
                Text full = full(size, field, place, room, viewer);
                if (full != null) return new Taking.Refused(full);
                Attachment taken = store.write(file, name, look, scanner.isThere(), viewer.account(), clock.instant());
                store.wait(taken, place, field.id());
                return new Taking.Taken(taken);
            }));
        } catch (Unfit unfit) {
            return new Taking.Refused(unfit.why());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why nothing more fits; null where it does.
    private @Nullable Text full(long size, FileField field, String place, long room, Viewer viewer) {
        List<DraftFile> here = store.waiting(place, viewer.account(), false);
        long same = here.stream().filter(other -> other.field().equals(field.id())).count();
        if (same >= field.most()) {
            return new Text(
                    "最多 %d 个文件；先去掉一个再传".formatted(field.most()),
                    "at most %d file%s; take one away first".formatted(field.most(), field.most() == 1 ? "" : "s"));
        }
        long waiting = here.stream().mapToLong(other -> other.file().size()).sum();
        if (waiting + size > room) {
            return new Text("本件附件合计已满 200 MB", "the case has 200 MB of attachments, and takes no more");
        }
        if (store.waitingBytes(viewer.account()) + size > MOST_WAITING) {
            return new Text("未提交的附件合计超过 200 MB，请先提交或去掉一些", "more than 200 MB wait in your forms: send them, or take some away");
        }
        return null;
    }

    private Look look(Path file, FileField field) throws IOException, Unfit {
        long size = Files.size(file);
        if (size == 0) throw new Unfit(new Text("文件是空的", "the file is empty"));
        if (size > field.bytes()) {
            throw new Unfit(new Text(
                    "文件 %d MB，超过 %d MB".formatted(mega(size), field.megabytes()),
                    "the file has %d MB, more than %d MB".formatted(mega(size), field.megabytes())));
        }
        Look look = Look.at(file);
        if (!field.kinds().contains(look.kind())) {
            String kinds = field.orderedKinds().stream().map(FileKind::name).collect(Collectors.joining("、"));
            throw new Unfit(new Text(
                    "内容是 %s，这里收 %s".formatted(look.kind(), kinds),
                    "its content is %s; here %s is taken".formatted(look.kind(), kinds.replace("、", ", "))));
        }
        scanner.look(file);
        return look;
    }

    /// What waits at a place, in the order in which it came.
    public List<DraftFile> waiting(String place, Viewer viewer) {
        return store.waiting(place, viewer.account(), false);
    }

    /// The same, held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DraftFile> hold(String place, Viewer viewer) {
        return store.waiting(place, viewer.account(), true);
    }

    /// They belong to somebody now, and wait no longer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(List<DraftFile> files) {
        if (!files.isEmpty()) {
            store.release(files.stream().map(file -> file.file().id()).toList());
        }
    }

    /// Takes a waiting file away for good.
    @Transactional
    public void drop(long id, String place, Viewer viewer) {
        store.drop(id, place, viewer.account());
    }

    /// Numbers at the end of the places at which anything waits.
    ///
    /// @param begins of the places
    public List<Long> places(String begins) {
        return store.places(begins);
    }

    /// Takes away all that waits at a place, whoever's it is.
    @Transactional
    public void dropAll(String place) {
        store.dropAll(place);
    }

    /// A file that waits in a form of the viewer.
    public Optional<Attachment> findWaiting(long id, Viewer viewer) {
        return store.waits(id, viewer.account()) ? store.find(id) : Optional.empty();
    }

    /// Those with these ids. The caller answers for access.
    public List<Attachment> find(Collection<Long> ids) {
        return store.find(ids);
    }

    /// Writes the content, part by part. The caller answers for access.
    public void read(Attachment file, OutputStream out) throws IOException {
        store.read(file.id(), out);
    }

    /// The digest of what is kept now, which is the attachment's own unless somebody was at the database.
    public String digestNow(Attachment file) {
        MessageDigest digest = Sha256.counting();
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            store.read(file.id(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long mega(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
