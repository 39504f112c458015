package org.luoshi.briefing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.briefing.BriefingFacts;
import org.luoshi.briefing.CommitmentLine;
import org.luoshi.briefing.CommitmentLine.MilestoneLine;
import org.luoshi.briefing.PackEdition;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule.Status;

/// What one briefing is about: its commitments now and before the period, its milestones, its unit.
/// Indicator cells are read of the subject's unit, or of the city; statuses before are those just before the period.
final class Scope {

    /// A milestone of a commitment.
    record Step(CommitmentLine commitment, MilestoneLine milestone) {

        boolean overdue(LocalDate day) {
            return milestone.reachedOn() == null && milestone.due().isBefore(day);
        }
    }

    private final BriefingFacts facts;
    private final Subject subject;
    private final String unit;
    private final Period period;
    private final Instant moment;
    private final LocalDate day;
    private final List<CommitmentLine> commitments;
    private final Map<String, CommitmentLine> everywhere = new HashMap<>();
    private final Map<String, CommitmentLine> before = new HashMap<>();
    private final List<CommitmentLine> closing;

    Scope(
            BriefingFacts facts,
            Subject subject,
            String unit,
            Period period,
            Instant moment,
            Instant beforePeriod,
            Instant closing,
            LocalDate day,
            Territory territory) {
        this.facts = facts;
        this.subject = subject;
        this.unit = unit;
        this.period = period;
        this.moment = moment;
        this.day = day;
        List<CommitmentLine> all = facts.commitments(moment);
        all.forEach(line -> everywhere.put(line.id(), line));
        facts.commitments(beforePeriod).forEach(line -> before.put(line.id(), line));
        this.commitments = all.stream().filter(line -> concerns(line, territory)).toList();
        this.closing = closing.equals(moment)
                ? commitments
                : facts.commitments(closing).stream()
                        .filter(line -> concerns(line, territory))
                        .toList();
    }

    /// Whether a unit is the other or lies under it.
    @FunctionalInterface
    interface Territory {
        boolean within(String unit, String root);
    }

    private boolean concerns(CommitmentLine line, Territory territory) {
        return switch (subject) {
            case Subject.City() -> true;
            case Subject.OfFocus(String focus) -> line.focus().equals(focus);
            case Subject.OfUnit(String root) ->
                territory.within(line.lead(), root)
                        || line.assist().stream().anyMatch(assisting -> territory.within(assisting, root));
        };
    }

    /// Whether there was a plan at the moment at all; without one, "none" would be a false figure.
    boolean planned() {
        return !everywhere.isEmpty();
    }

    /// Whether it can be said what changed since the period began.
    boolean plannedBefore() {
        return !before.isEmpty();
    }

    BriefingFacts facts() {
        return facts;
    }

    String unit() {
        return unit;
    }

    Period period() {
        return period;
    }

    Instant moment() {
        return moment;
    }

    LocalDate day() {
        return day;
    }

    List<CommitmentLine> commitments() {
        return commitments;
    }

    Optional<CommitmentLine> commitment(String id) {
        return Optional.ofNullable(everywhere.get(id));
    }

    /// Absent where the plan did not hold it before the period.
    Optional<CommitmentLine> before(String id) {
        return Optional.ofNullable(before.get(id));
    }

    /// @param selection as in `BriefingFunction.COUNT`; `changed` gives them as they stood when the period closed
    List<CommitmentLine> select(String selection) {
        return switch (selection) {
            case "all" -> commitments;
            case "off_path" ->
                commitments.stream().filter(CommitmentLine::offPath).sorted(gravest()).toList();
            case "changed" -> closing.stream().filter(this::changed).toList();
            default -> {
                Status status = Status.valueOf(selection.toUpperCase(java.util.Locale.ROOT));
                yield commitments.stream().filter(line -> line.status() == status).toList();
            }
        };
    }

    private boolean changed(CommitmentLine line) {
        CommitmentLine was = before.get(line.id());
        return was != null && was.status() != line.status();
    }

    private static Comparator<CommitmentLine> gravest() {
        return Comparator.<CommitmentLine, Boolean>comparing(line -> line.status() != Status.BEHIND)
                .thenComparing(line -> line.since() == null ? LocalDate.MAX : line.since());
    }

    /// @param selection as in `BriefingFunction.MILESTONES`, or `watch`: overdue, due in this period or in the next
    /// @return earliest first
    List<Step> steps(String selection) {
        return steps().stream()
                .filter(step -> switch (selection) {
                    case "due" -> period.contains(step.milestone().due());
                    case "due_next" ->
                        step.milestone().reachedOn() == null && period.next().contains(step.milestone().due());
                    case "watch" ->
                        step.milestone().reachedOn() == null
                                && !step.milestone().due().isAfter(period.next().end());
                    case "overdue" -> step.overdue(day);
                    case "reached" -> {
                        LocalDate reached = step.milestone().reachedOn();
                        yield reached != null && period.contains(reached);
                    }
                    default -> throw new IllegalArgumentException("no selection of milestones `" + selection + "`");
                })
                .sorted(Comparator.comparing(step -> step.milestone().due()))
                .toList();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        commitments.forEach(line -> line.milestones().forEach(milestone -> steps.add(new Step(line, milestone))));
        return steps;
    }

    /// A running total is told for the period that runs; a rate only for one that is over.
    Period latest(Indicator indicator) {
        Period running = Period.of(indicator.period(), day);
        boolean over = running.end().equals(day);
        return running(indicator) || over ? running : running.previous();
    }

    private boolean running(Indicator indicator) {
        return switch (indicator.formula()) {
            case Indicator.Formula.OverFacts of ->
                of.denominator() == null
                        && of.timing().values().stream()
                                .allMatch(timing -> timing.accumulate() != Indicator.Accumulate.WITHIN);
            case Indicator.Formula.Derived(var expression, var inputs) ->
                inputs.stream()
                        .flatMap(input -> packs().indicator(input).stream())
                        .allMatch(this::running);
        };
    }

    /// By whose rules everything is judged: those in force at the moment.
    PackSet packs() {
        return facts.packs(moment);
    }

    Optional<PackEdition> edition(QualifiedId id) {
        return edition(id.pack());
    }

    Optional<PackEdition> edition(String pack) {
        return packs().packs().stream()
                .filter(p -> p.id().equals(pack))
                .findFirst()
                .map(Scope::edition);
    }

    static PackEdition edition(Pack pack) {
        return new PackEdition(pack.id(), pack.version(), pack.digest());
    }

    /// The city pack: its plan and rule judge commitments.
    Optional<PackEdition> cityPack() {
        return packs().packs().stream()
                .filter(p -> p.city() != null)
                .findFirst()
                .map(Scope::edition);
    }

    Text subjectName(java.util.function.Function<String, Text> unitName) {
        return switch (subject) {
            case Subject.City() -> unitName.apply(unit);
            case Subject.OfUnit(String id) -> unitName.apply(id);
            case Subject.OfFocus(String id) ->
                facts.focuses(moment).getOrDefault(id, Text.same(id));
        };
    }
}
