package org.luoshi.process;

import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.Attachments;
import org.luoshi.attachment.DraftFile;
import org.luoshi.attachment.Taking;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.internal.Attaching;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files of cases: those that wait in a form until it is sent, and those that a case has.
@Service
public class CaseAttachments {

    /// What a case may weigh, its forms under way included.
    private static final long MOST = 200L << 20;

    private final Attachments attachments;
    private final Cases cases;
    private final ChangeLog log;
    private final DSLContext database;

    public CaseAttachments(
            Attachments attachments, Cases cases, ChangeLog log, DSLContext database) {
        this.attachments = attachments;
        this.cases = cases;
        this.log = log;
        this.database = database;
    }

    /// Whether a virus scanner is set up.
    public boolean scans() {
        return attachments.scans();
    }

    /// Takes a file into the draft of an application.
    public Taking take(ProcessDefinition process, FileField field, Path file, String name, Viewer viewer) {
        return attachments.take(file, name, field, Attaching.place(process.id()), MOST, viewer);
    }

    /// Takes a file into the form of the step that the viewer has.
    public Taking take(CaseView view, FileField field, Path file, String name, Viewer viewer) {
        long has = view.attachments().stream().mapToLong(had -> had.file().size()).sum();
        return attachments.take(file, name, field, place(view), MOST - has, viewer);
    }

    /// What waits in the draft of an application.
    public List<DraftFile> waiting(ProcessDefinition process, Viewer viewer) {
        return process.attached().isEmpty() ? List.of() : attachments.waiting(Attaching.place(process.id()), viewer);
    }

    /// What waits in the form of the step that the viewer has.
    public List<DraftFile> waiting(CaseView view, Viewer viewer) {
        return view.mine().isEmpty() ? List.of() : attachments.waiting(place(view), viewer);
    }

    /// Takes a file out of the draft of an application.
    public void drop(ProcessDefinition process, long file, Viewer viewer) {
        attachments.drop(file, Attaching.place(process.id()), viewer);
    }

    /// Takes a file out of the form of the step that the viewer has.
    public void drop(CaseView view, long file, Viewer viewer) {
        attachments.drop(file, place(view), viewer);
    }

    /// Takes all files out of the viewer's draft of an application.
    public void discard(ProcessDefinition process, Viewer viewer) {
        waiting(process, viewer).forEach(file -> drop(process, file.file().id(), viewer));
    }

    private static String place(CaseView view) {
        return Attaching.place(view.mine().orElseThrow().id());
    }

    /// A file that waits in a form of the viewer.
    public Optional<Attachment> findWaiting(long file, Viewer viewer) {
        return attachments.findWaiting(file, viewer);
    }

    /// A file of a case that the viewer may open without more ado: his own case's, and others' without personal data.
    public Optional<Attachment> find(String number, long file, Viewer viewer) {
        return cases.find(number, viewer)
                .flatMap(view -> of(view, file)
                        .filter(had -> view.applicant() || viewer.everywhere() || !personal(view, had))
                        .map(CaseAttachment::file));
    }

    /// The same with personal data, for who has taken a task of the case; the reading itself is in the audit log.
    @Transactional
    public Optional<Attachment> reveal(String number, long file, Viewer viewer) {
        return cases.find(number, viewer)
                .filter(CaseView::revealable)
                .flatMap(view -> of(view, file))
                .map(had -> {
                    log.open(new ChangeRequest(
                            viewer.account(),
                            "case.attachment.read",
                            "case/" + number,
                            Map.of("attachment", String.valueOf(had.file().id()))));
                    return had.file();
                });
    }

    /// Whether only who has taken a task may open it.
    public static boolean personal(CaseView view, CaseAttachment had) {
        return view.definition().file(had.field()).map(FileField::personal).orElse(true);
    }

    private static Optional<CaseAttachment> of(CaseView view, long file) {
        return view.attachments().stream().filter(had -> had.file().id() == file).findFirst();
    }

    /// Writes the content of one that was found here.
    public void read(Attachment file, OutputStream out) throws IOException {
        attachments.read(file, out);
    }

    /// Takes away what was left in forms of steps that somebody else has finished, or that are gone.
    public int sweep() {
        List<Long> done = database.select(PROCESS_TASK.ID)
                .from(PROCESS_TASK)
                .where(PROCESS_TASK.DONE_AT.isNotNull(), PROCESS_TASK.ID.in(attachments.places("task/")))
                .fetch(PROCESS_TASK.ID);
        done.forEach(task -> attachments.dropAll(Attaching.place(task)));
        return done.size();
    }
}
