package org.luoshi.process.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.Attachments;
import org.luoshi.attachment.DraftFile;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.internal.store.CaseAttachmentStore;
import org.luoshi.register.FieldError;
import org.springframework.stereotype.Component;

/// Gives the files that wait in a form to the case, in the change that sends it. The audit entry names each with its
/// digest, so that the chain covers what is in them.
@Component
public class Attaching {

    /// Key of the audit entry's detail: `ID:SHA256` for each file, separated by blanks.
    public static final String DETAIL = "attachments";

    private final Attachments attachments;
    private final CaseAttachmentStore store;

    public Attaching(Attachments attachments, CaseAttachmentStore store) {
        this.attachments = attachments;
        this.store = store;
    }

    /// Where files of an application wait.
    public static String place(QualifiedId process) {
        return "apply/" + process;
    }

    /// Where files of a step's form wait.
    public static String place(long task) {
        return "task/" + task;
    }

    /// What waits in a form, for none but this transaction.
    ///
    /// @param asked ids of the attachments that the form asks for
    List<DraftFile> hold(String place, List<String> asked, Viewer viewer) {
        if (asked.isEmpty()) return List.of();
        return attachments.hold(place, viewer).stream()
                .filter(file -> asked.contains(file.field()))
                .toList();
    }

    /// Tells which attachments are missing.
    ///
    /// @param caseId the case that may have them already; 0 where there is none yet
    void need(ProcessDefinition definition, Set<String> needed, List<DraftFile> held, long caseId, FormMistakes mistakes) {
        if (needed.isEmpty()) return;
        Set<String> there = held.stream().map(DraftFile::field).collect(Collectors.toSet());
        if (caseId != 0) store.of(caseId).forEach(had -> there.add(had.field()));
        definition.files().stream()
                .filter(file -> needed.contains(file.id()) && !there.contains(file.id()))
                .forEach(file -> mistakes.add(new FieldError(
                        file.id(),
                        new Text("附上" + file.title().zh(), "attach " + file.title().en()))));
    }

    /// @param details of the audit entry
    static Map<String, String> details(Map<String, String> details, List<DraftFile> given) {
        if (given.isEmpty()) return details;
        Map<String, String> more = new TreeMap<>(details);
        more.put(
                DETAIL,
                given.stream()
                        .map(file -> file.file().id() + ":" + file.file().digest())
                        .collect(Collectors.joining(" ")));
        return more;
    }

    /// @param step at which they come; null with the application
    void give(CaseFile file, List<DraftFile> given, @Nullable String step, Change change) {
        given.forEach(one -> store.insert(file, one, step, change));
        attachments.release(given);
    }
}
