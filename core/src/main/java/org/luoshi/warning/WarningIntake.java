package org.luoshi.warning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.warning.Warning.State;
import org.luoshi.warning.Warning.StepKind;
import org.luoshi.warning.internal.FindingStore;
import org.luoshi.warning.internal.Revision;
import org.luoshi.warning.internal.WarningStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Takes what detection finds, each finding once: telling them again, in part or in whole, changes nothing.
@Service
public class WarningIntake {

    private final WarningStore warnings;
    private final FindingStore findings;
    private final ChangeLog log;

    public WarningIntake(WarningStore warnings, FindingStore findings, ChangeLog log) {
        this.warnings = warnings;
        this.findings = findings;
        this.log = log;
    }

    /// All of them in one transaction, and one entry of the audit log. Returns when they are on disk.
    ///
    /// @param found in the order of the log
    /// @return how many were new
    @Transactional
    public int take(List<Finding> found) {
        List<Finding> fresh = found.stream().filter(it -> !findings.isKnown(it.id())).toList();
        if (fresh.isEmpty()) return 0;
        Change change = log.open(new ChangeRequest(
                "system", "warning.detect", "warnings", Map.of("found", Integer.toString(fresh.size()))));
        int taken = 0;
        for (Finding finding : fresh) {
            if (findings.isKnown(finding.id())) continue; // twice in one group, or told by another thread meanwhile
            take(finding, change);
            taken++;
        }
        return taken;
    }

    private void take(Finding finding, Change change) {
        Optional<Warning> open = warnings.holdOpen(finding.rule(), finding.thing(), finding.exercise());
        Warning begun = open.isEmpty() && finding.kind() == Finding.Kind.RAISED
                ? warnings.begin(finding, warnings.quietUntil(finding, change.knownAt()), change)
                : null;
        UUID warning = begun != null ? begun.id() : open.map(Warning::id).orElse(null);
        findings.keep(finding, warning, change.knownAt());
        if (begun != null) {
            warnings.show(begun.id(), finding.colour(), finding.episode());
            warnings.step(begun, StepKind.RAISED, finding.id(), null, change);
        } else open.ifPresent(known -> apply(finding, known, change));
    }

    private void apply(Finding finding, Warning known, Change change) {
        switch (finding.kind()) {
            case RAISED -> raised(finding, known, change);
            case CLEARED -> cleared(finding, known, change);
            case SILENT -> silent(finding, known, change);
            case HEARD -> {
                if (known.silent()) write(Revision.of(known).silent(false), StepKind.HEARD, finding, change);
            }
        }
    }

    private void raised(Finding finding, Warning known, Change change) {
        warnings.show(known.id(), finding.colour(), finding.episode());
        WarningColour now = warnings.gravest(known.id()).orElse(finding.colour());
        Revision revision = Revision.of(known).standing(true);
        boolean graver = now.compareTo(known.colour()) < 0;
        if (graver || !known.standing()) {
            revision.colour(now).confirmBy(change.knownAt().plus(finding.confirm()));
            // What was handled did not hold, or is not what it was: somebody confirms it again.
            revision.state(State.RAISED).handledBy(null);
            write(revision, known.standing() ? StepKind.LEVEL_UP : StepKind.AGAIN, finding, change);
        }
    }

    private void cleared(Finding finding, Warning known, Change change) {
        if (!warnings.hide(known.id(), finding.episode())) return;
        WarningColour left = warnings.gravest(known.id()).orElse(null);
        if (left == null) write(Revision.of(known).standing(false), StepKind.CAUSE_GONE, finding, change);
        else if (left.compareTo(known.colour()) > 0)
            write(Revision.of(known).colour(left), StepKind.LEVEL_DOWN, finding, change);
    }

    /// Each level finds silence by itself; one is enough. A grave warning whose sensor is lost is escalated.
    private void silent(Finding finding, Warning known, Change change) {
        if (known.silent()) return;
        Revision revision = Revision.of(known).silent(true);
        boolean grave = known.colour().compareTo(WarningColour.ORANGE) <= 0 && known.standing();
        if (grave) revision.escalated(change.knownAt());
        Warning now = write(revision, StepKind.SILENT, finding, change);
        if (grave) warnings.step(now, StepKind.ESCALATED, finding.id(), null, change);
    }

    private Warning write(Revision revision, StepKind kind, Finding finding, Change change) {
        Warning now = revision.now();
        warnings.write(now, change);
        warnings.step(now, kind, finding.id(), null, change);
        return now;
    }

    /// What nobody confirmed in time, for the first time.
    ///
    /// @return how many
    @Transactional
    public int escalate(Instant now) {
        if (!warnings.isAnyLate(now)) return 0;
        Change change = log.open(new ChangeRequest("system", "warning.escalate", "warnings"));
        List<Warning> late = warnings.holdLate(now, 1000);
        if (late.isEmpty()) TransactionAspectSupport.currentTransactionStatus().setRollbackOnly(); // somebody was faster
        for (Warning known : late) {
            Warning escalated = Revision.of(known).escalated(change.knownAt()).now();
            warnings.write(escalated, change);
            warnings.step(escalated, StepKind.ESCALATED, null, null, change);
        }
        return late.size();
    }
}
