package org.luoshi.process.internal;

import java.util.Map;
import java.util.Optional;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.internal.store.CaseStore;
import org.springframework.stereotype.Component;

/// Remarks of those who handle a case, for each other. A remark moves nothing, and can be made of a closed case too.
@Component
public class Commenting {

    private final Mover mover;
    private final CaseStore cases;
    private final CaseAccess access;
    private final ChangeLog log;

    public Commenting(Mover mover, CaseStore cases, CaseAccess access, ChangeLog log) {
        this.mover = mover;
        this.cases = cases;
        this.access = access;
        this.log = log;
    }

    /// Call within a transaction.
    public CaseResult comment(String number, String words, Viewer viewer) {
        Optional<CaseFile> file = cases.find(number)
                .filter(_ -> viewer.mayAnywhere(Permission.HANDLE_CASE))
                .filter(found -> !access.applied(viewer, found))
                .filter(found -> access.maySee(viewer, found, mover.tasks.of(found.id())))
                .flatMap(found -> cases.lock(found.id()));
        if (file.isEmpty()) return new CaseResult.Missing();
        if (words.isBlank()) {
            throw new NotPossible(Cases.REASON, new Text("写点什么", "write something"));
        }
        Change change = log.open(
                new ChangeRequest(viewer.account(), "case.comment", "case/" + file.get().number(), Map.of()));
        cases.append(file.get(), EventKind.COMMENTED, null, null, words.strip(), change);
        return new CaseResult.Done(file.get(), change);
    }
}
