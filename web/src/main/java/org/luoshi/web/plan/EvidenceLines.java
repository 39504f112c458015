package org.luoshi.web.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.lookup.Known;
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

    /// What the viewer may read of it; whoever may read a commitment need not see what other units sent in.
    List<CommitmentPage.EvidenceLine> of(Plan plan, CommitmentView found, Shell shell) {
        Viewer viewer = shell.viewer();
        if (viewer == null || found.evidence().isEmpty()) return List.of();
        Register register = registers.of(plan.evidence().entity(), shell.asOf().moment());
        Map<Long, String> labels = register.labels(
                found.evidence().stream().map(CommitmentView.Evidence::record).collect(Collectors.toSet()), viewer);
        return found.evidence().stream()
                .filter(piece -> labels.containsKey(piece.record()))
                .map(piece -> new CommitmentPage.EvidenceLine(
                        path(plan) + "/" + piece.record(),
                        Known.in(labels, piece.record()),
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
