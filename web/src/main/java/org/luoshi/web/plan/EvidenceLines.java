package org.luoshi.web.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.CommitmentView;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The evidence of a commitment, from the register that the plan names.
@Component
class EvidenceLines {

    private final Registers registers;
    private final Guard guard;

    EvidenceLines(Registers registers, Guard guard) {
        this.registers = registers;
        this.guard = guard;
    }

    /// Where all records about the commitment are listed.
    String register(Plan plan, Plan.Commitment commitment) {
        return path(plan) + "?" + plan.evidence().commitment() + ".eq=" + commitment.id();
    }

    /// An empty form that knows its commitment and unit already; null for who may not fill one in.
    @Nullable String form(Plan plan, Plan.Commitment commitment, Shell shell) {
        Viewer viewer = shell.viewer();
        if (viewer == null || shell.asOf().past() || !guard.may(viewer, Permission.WRITE_RECORD, commitment.lead())) return null;
        String unit = registers.of(plan.evidence().entity()).entity().unit();
        return path(plan) + "/new?" + plan.evidence().commitment() + "=" + commitment.id()
                + (unit == null ? "" : "&" + unit + "=" + commitment.lead());
    }

    List<CommitmentPage.EvidenceLine> of(Plan plan, CommitmentView found) {
        Register register = registers.of(plan.evidence().entity());
        return found.evidence().stream()
                .map(piece -> new CommitmentPage.EvidenceLine(
                        path(plan) + "/" + piece.record(),
                        piece.label(),
                        milestone(found.commitment(), piece.milestone()),
                        piece.happenedOn(),
                        new Text(
                                register.show(plan.evidence().verdict(), piece.verdict(), Language.ZH, Map.of()),
                                register.show(plan.evidence().verdict(), piece.verdict(), Language.EN, Map.of())),
                        piece.accepted(),
                        piece.verifiedOn()))
                .toList();
    }

    private static @Nullable Text milestone(Plan.Commitment commitment, @Nullable String id) {
        return Optional.ofNullable(id)
                .map(wanted -> commitment.milestones().stream()
                        .filter(m -> m.id().equals(wanted))
                        .findFirst()
                        .map(Plan.Milestone::title)
                        .orElse(Text.same(wanted)))
                .orElse(null);
    }

    private static String path(Plan plan) {
        return "/registers/" + plan.evidence().entity();
    }
}
