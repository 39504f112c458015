package org.luoshi.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.warning.Warning.State;
import org.luoshi.warning.Warning.Step;
import org.luoshi.warning.Warning.StepKind;
import org.luoshi.warning.internal.FindingStore;
import org.luoshi.warning.internal.Revision;
import org.luoshi.warning.internal.WarningStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Warnings: read by whoever may read their unit, dealt with by whoever handles its cases.
@Service
public class Warnings {

    /// Nothing is silenced for longer at once.
    public static final Duration LONGEST_SILENCE = Duration.ofDays(7);

    private final WarningStore store;
    private final FindingStore findings;
    private final Guard guard;
    private final ChangeLog log;

    public Warnings(WarningStore store, FindingStore findings, Guard guard, ChangeLog log) {
        this.store = store;
        this.findings = findings;
        this.guard = guard;
        this.log = log;
    }

    /// Warnings and how many there are in all.
    public record Page(List<Warning> warnings, long total) {}

    /// Latest first.
    @Transactional(readOnly = true)
    public Page list(WarningFilter filter, long from, int most, Viewer viewer) {
        return new Page(store.list(filter, from, most, viewer), store.count(filter, viewer));
    }

    @Transactional(readOnly = true)
    public Optional<Warning> find(UUID id, Viewer viewer) {
        return store.find(id).filter(it -> guard.may(viewer, Permission.READ, it.unit()));
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<Step> steps(Warning warning) {
        return store.steps(warning.id());
    }

    /// What detection found of it, oldest first.
    @Transactional(readOnly = true)
    public List<Finding> findings(Warning warning) {
        return findings.of(warning.id());
    }

    /// Warnings grouped under this one as their cause, as far as the viewer may read them.
    @Transactional(readOnly = true)
    public List<Warning> symptoms(Warning warning, Viewer viewer) {
        return store.symptoms(warning.id()).stream()
                .filter(it -> guard.may(viewer, Permission.READ, it.unit()))
                .toList();
    }

    public boolean mayAct(Warning warning, Viewer viewer) {
        return guard.may(viewer, Permission.HANDLE_CASE, warning.unit());
    }

    /// @param number that the viewer saw; so of the others
    /// @return why not, or empty where it is done; so of the others
    @Transactional
    public Optional<Refused> acknowledge(UUID id, int number, Viewer viewer) {
        return act(id, number, StepKind.ACKNOWLEDGED, null, viewer, it -> it.state() != State.RAISED
                ? new Not(Refused.NOT_NOW)
                : new Now(Revision.of(it).state(State.ACKNOWLEDGED)));
    }

    /// @param to account that sees to it
    @Transactional
    public Optional<Refused> assign(UUID id, int number, String to, Viewer viewer) {
        return act(id, number, StepKind.ASSIGNED, to, viewer, it -> {
            boolean early = it.state().compareTo(State.ASSIGNED) <= 0;
            if (!early) return new Not(Refused.NOT_NOW);
            return to.isBlank()
                    ? new Not(Refused.NO_REASON)
                    : new Now(Revision.of(it).state(State.ASSIGNED).assignee(to.strip()));
        });
    }

    /// @param done what was found and done on the spot
    @Transactional
    public Optional<Refused> handle(UUID id, int number, String done, Viewer viewer) {
        return act(id, number, StepKind.HANDLED, done, viewer, it -> {
            boolean begun = it.state() == State.ACKNOWLEDGED || it.state() == State.ASSIGNED;
            if (!begun) return new Not(Refused.NOT_NOW);
            return done.isBlank()
                    ? new Not(Refused.NO_REASON)
                    : new Now(Revision.of(it).state(State.HANDLED).handledBy(viewer.account()));
        });
    }

    /// Another person looks whether what was done holds. While readings still show the cause a warning is not closed;
    /// only where its sensor is lost does the look on the spot stand for it.
    ///
    /// @param holds  whether it does; else it goes back to whoever handles it
    /// @param reason what was looked at
    @Transactional
    public Optional<Refused> verify(UUID id, int number, boolean holds, String reason, Viewer viewer) {
        return act(id, number, holds ? StepKind.CLOSED : StepKind.RETURNED, reason, viewer, it -> {
            if (it.state() != State.HANDLED) return new Not(Refused.NOT_NOW);
            if (viewer.account().equals(it.handledBy())) return new Not(Refused.SAME_PERSON);
            if (reason.isBlank()) return new Not(Refused.NO_REASON);
            if (holds && it.standing() && !it.silent()) return new Not(Refused.STILL_STANDING);
            return new Now(Revision.of(it).state(holds ? State.CLOSED : State.ACKNOWLEDGED));
        });
    }

    @Transactional
    public Optional<Refused> reopen(UUID id, int number, String reason, Viewer viewer) {
        return act(id, number, StepKind.REOPENED, reason, viewer, it -> {
            if (it.state() != State.CLOSED) return new Not(Refused.NOT_NOW);
            if (reason.isBlank()) return new Not(Refused.NO_REASON);
            return store.holdOpen(it.rule(), it.thing(), it.exercise()).isPresent()
                    ? new Not(Refused.ANOTHER_IS_OPEN)
                    : new Now(Revision.of(it).state(State.ACKNOWLEDGED).handledBy(null));
        });
    }

    /// Up or down, always with a reason. Readings may set it anew.
    @Transactional
    public Optional<Refused> level(UUID id, int number, WarningColour colour, String reason, Viewer viewer) {
        return act(id, number, StepKind.LEVEL_SET, reason, viewer, it -> {
            if (it.state() == State.CLOSED || it.colour() == colour) return new Not(Refused.NOT_NOW);
            return reason.isBlank() ? new Not(Refused.NO_REASON) : new Now(Revision.of(it).colour(colour));
        });
    }

    /// Puts a warning under the one that caused it: then nobody is called for the symptom by itself.
    @Transactional
    public Optional<Refused> group(UUID id, int number, UUID cause, String reason, Viewer viewer) {
        return act(id, number, StepKind.GROUPED, reason, viewer, it -> {
            if (it.state() == State.CLOSED) return new Not(Refused.NOT_NOW);
            if (reason.isBlank()) return new Not(Refused.NO_REASON);
            boolean fits = find(cause, viewer)
                    .filter(of -> !of.id().equals(it.id()) && of.cause() == null && of.exercise() == it.exercise())
                    .filter(of -> of.state() != State.CLOSED)
                    .isPresent();
            return fits && store.symptoms(it.id()).isEmpty()
                    ? new Now(Revision.of(it).cause(cause))
                    : new Not(Refused.NO_SUCH_CAUSE);
        });
    }

    /// Nobody is called for what the rule will raise of the unit's things until then. It is raised and shown all the same.
    ///
    /// @param thing null for all of the unit's
    /// @throws AccessDenied unless the viewer handles the unit's cases
    /// @throws IllegalArgumentException without a reason, or for longer than [#LONGEST_SILENCE]
    @Transactional
    public void silence(
            String unit, QualifiedId rule, @Nullable String thing, Duration length, String reason, Viewer viewer) {
        guard.demand(viewer, Permission.HANDLE_CASE, unit);
        if (reason.isBlank()) throw new IllegalArgumentException("a silence needs a reason");
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_SILENCE) > 0)
            throw new IllegalArgumentException("need a silence of up to %s, got %s".formatted(LONGEST_SILENCE, length));
        Change change = log.open(new ChangeRequest(
                viewer.account(), "warning.silence", "unit/" + unit, Map.of("rule", rule.toString())));
        Instant until = change.knownAt().plus(length);
        store.silence(unit, rule, thing, until, reason.strip(), change);
    }

    private sealed interface Outcome {}

    private record Now(Revision revision) implements Outcome {}

    private record Not(Refused why) implements Outcome {}

    private Optional<Refused> act(
            UUID id,
            int number,
            StepKind kind,
            @Nullable String reason,
            Viewer viewer,
            Function<Warning, Outcome> change) {
        Warning seen = find(id, viewer).orElseThrow(() -> new AccessDenied(Permission.READ, "*"));
        guard.demand(viewer, Permission.HANDLE_CASE, seen.unit());
        if (seen.number() != number) return Optional.of(Refused.CHANGED_MEANWHILE);
        // the log first, then warnings: what detection finds is written in this order too
        Change made = log.open(new ChangeRequest(
                viewer.account(), "warning." + kind.name().toLowerCase(Locale.ROOT), "warning/" + id));
        Warning before = store.hold(id).orElseThrow(() -> new IllegalStateException("warning %s is gone".formatted(id)));
        Outcome outcome = before.number() == number ? change.apply(before) : new Not(Refused.CHANGED_MEANWHILE);
        return switch (outcome) {
            case Not(Refused why) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield Optional.of(why);
            }
            case Now(Revision revision) -> {
                Warning now = revision.now();
                store.write(now, made);
                store.step(now, kind, null, reason == null ? null : reason.strip(), made);
                yield Optional.empty();
            }
        };
    }
}
