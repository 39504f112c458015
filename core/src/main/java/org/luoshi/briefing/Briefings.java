package org.luoshi.briefing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.briefing.internal.Composer;
import org.luoshi.briefing.internal.EditionStore;
import org.luoshi.briefing.internal.Movements;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.QualifiedId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Composes, issues, and finds briefings.
@Service
public class Briefings {

    private final BriefingFacts facts;
    private final Units units;
    private final Guard guard;
    private final ChangeLog changes;
    private final EditionStore editions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Briefings(
            BriefingFacts facts,
            Units units,
            Guard guard,
            ChangeLog changes,
            EditionStore editions,
            TransactionTemplate transaction,
            Clock clock) {
        this.facts = facts;
        this.units = units;
        this.guard = guard;
        this.changes = changes;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<BriefingLayout> layouts() {
        return facts.packs(null).packs().stream().flatMap(pack -> pack.briefings().stream()).toList();
    }

    public Optional<BriefingLayout> layout(QualifiedId id) {
        return layouts().stream().filter(layout -> layout.id().equals(id)).findFirst();
    }

    /// The same layout, subject and moment give the same draft for ever: the moment is settled first.
    ///
    /// @param moment not in the future
    /// @throws org.luoshi.access.AccessDenied unless the viewer may read the whole of what it is about
    /// @throws IllegalArgumentException if the layout is not for such a subject
    public Draft compose(BriefingLayout layout, Subject subject, Instant moment, Viewer viewer) {
        if (!layout.of().contains(subject.kind())) {
            throw new IllegalArgumentException("%s is not made for %s".formatted(layout.id(), subject.key()));
        }
        guard.demand(viewer, Permission.READ, unit(subject));
        changes.settle(moment);
        Draft draft = Draft.of(new Composer(facts, units, clock.getZone()).compose(layout, subject, moment));
        Text shortfall = facts.shortfall(moment);
        return shortfall == null ? draft : draft.with(new Gap(layout.title(), "packs", shortfall));
    }

    /// The rows that a figure of the briefing counts, at the same moment by the same rules.
    ///
    /// @param counted a count of commitments or of milestones
    /// @throws org.luoshi.access.AccessDenied unless the viewer may read the whole of what the briefing is about
    public Briefing rows(BriefingLayout layout, Subject subject, Instant moment, Source counted, Viewer viewer) {
        guard.demand(viewer, Permission.READ, unit(subject));
        changes.settle(moment);
        return new Composer(facts, units, clock.getZone()).rows(layout, subject, moment, counted);
    }

    /// Freezes the draft as composed.
    ///
    /// @throws Unissuable naming each figure that is unbound or missing
    public Edition issue(Draft draft, Viewer viewer) {
        guard.demand(viewer, Permission.ISSUE_BRIEFING, unit(draft.briefing().subject()));
        Draft checked = Draft.of(draft.briefing());
        if (!draft.issuable()) throw new Unissuable(draft.gaps());
        if (!checked.issuable()) throw new Unissuable(checked.gaps());
        return transaction.execute(status -> editions.issue(draft.briefing(), viewer.account()));
    }

    /// @param subject null for all that the viewer may read; newest first
    public List<Edition> editions(@Nullable Subject subject, Viewer viewer, int limit) {
        return editions.newest(subject, limit).stream()
                .filter(edition -> mayRead(viewer, edition))
                .toList();
    }

    public Optional<Edition> edition(long id, Viewer viewer) {
        return editions.find(id).filter(edition -> mayRead(viewer, edition));
    }

    /// The edition before it of the same layout, subject and period.
    public Optional<Edition> previous(Edition edition) {
        return editions.previous(edition);
    }

    public List<Movement> moved(Edition earlier, Edition later) {
        return Movements.between(earlier.briefing(), later.briefing());
    }

    /// Whether the viewer may read the whole of what it is about.
    public boolean mayRead(Subject subject, Viewer viewer) {
        return guard.may(viewer, Permission.READ, unit(subject));
    }

    public boolean mayIssue(Subject subject, Viewer viewer) {
        return guard.may(viewer, Permission.ISSUE_BRIEFING, unit(subject));
    }

    /// Units and focuses that a briefing can be about at the moment.
    public boolean exists(Subject subject, Instant moment) {
        return switch (subject) {
            case Subject.City() -> true;
            case Subject.OfUnit(String unit) -> units.tree(moment).find(unit).isPresent();
            case Subject.OfFocus(String focus) -> facts.focuses(moment).containsKey(focus);
        };
    }

    /// Titles by id, in the plan's order.
    public Map<String, Text> focuses(Instant moment) {
        return facts.focuses(moment);
    }

    private boolean mayRead(Viewer viewer, Edition edition) {
        return mayRead(edition.briefing().subject(), viewer);
    }

    /// A focus crosses all units, so it is the city's to read and to issue.
    private String unit(Subject subject) {
        return subject instanceof Subject.OfUnit(String unit)
                ? unit
                : units.tree().units().stream()
                        .filter(unit -> unit.kind() == UnitKind.CITY)
                        .map(unit -> unit.id())
                        .findFirst()
                        .orElse("");
    }
}
