package org.luoshi.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.Attachments;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.internal.Attaching;
import org.luoshi.process.internal.store.CaseAttachmentStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether files of cases are what the audit log says they were: each that an entry names is there, with the content of
/// which the entry has the digest, and there is none that no entry names.
@Service
public class AttachmentCheck {

    private static final int PAGE = 500;

    private final CaseAttachmentStore store;
    private final Attachments attachments;
    private final ChangeLog log;

    public AttachmentCheck(CaseAttachmentStore store, Attachments attachments, ChangeLog log) {
        this.store = store;
        this.attachments = attachments;
        this.log = log;
    }

    /// @param files looked at
    public record Result(long files, List<Text> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /// Reads every file once.
    @Transactional(readOnly = true)
    public Result run() {
        List<Text> findings = new ArrayList<>();
        Map<Long, String> named = named();
        long files = 0;
        long after = 0;
        for (List<CaseAttachmentStore.Kept> page = store.after(after, PAGE);
                !page.isEmpty();
                page = store.after(after, PAGE)) {
            for (CaseAttachmentStore.Kept kept : page) {
                files++;
                after = kept.attachment();
                check(kept, named.remove(kept.attachment()), findings);
            }
        }
        named.keySet().stream().sorted().forEach(id -> findings.add(new Text(
                "审计记录中的附件 %d 不在了".formatted(id), "attachment %d of the audit log is gone".formatted(id))));
        return new Result(files, findings);
    }

    private void check(CaseAttachmentStore.Kept kept, @Nullable String digest, List<Text> findings) {
        List<Attachment> found = attachments.find(List.of(kept.attachment()));
        if (found.isEmpty() || digest == null) {
            findings.add(new Text(
                    "%s 的附件 %d 没有审计记录".formatted(kept.number(), kept.attachment()),
                    "no audit entry names attachment %2$d of %1$s".formatted(kept.number(), kept.attachment())));
        } else if (!attachments.digestNow(found.getFirst()).equals(digest)) {
            findings.add(new Text(
                    "%s 的附件 %d 内容被改动".formatted(kept.number(), kept.attachment()),
                    "the content of attachment %2$d of %1$s was changed".formatted(kept.number(), kept.attachment())));
        }
    }

    /// Attachment → digest, of all audit entries.
    private Map<Long, String> named() {
        Map<Long, String> named = new HashMap<>();
        for (AuditEntry entry : log.withDetail(Attaching.DETAIL)) {
            named.putAll(Arrays.stream(entry.details().getOrDefault(Attaching.DETAIL, "").split(" ", -1))
                    .collect(Collectors.toMap(
                            one -> Long.valueOf(one.substring(0, one.indexOf(':'))),
                            one -> one.substring(one.indexOf(':') + 1))));
        }
        return named;
    }
}
