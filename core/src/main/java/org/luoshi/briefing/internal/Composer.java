package org.luoshi.briefing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.BriefingFacts;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.BriefingLayout;

/// Makes a briefing from a layout and the facts. Equal facts give equal briefings.
public final class Composer {

    private final BriefingFacts facts;
    private final Units units;
    private final ZoneId zone;

    public Composer(BriefingFacts facts, Units units, ZoneId zone) {
        this.facts = facts;
        this.units = units;
        this.zone = zone;
    }

    public Briefing compose(BriefingLayout layout, Subject subject, Instant moment) {
        return compose(layout, subject, moment, null);
    }

    /// The rows that a figure of the briefing counts, as a briefing of their own.
    ///
    /// @param counted a count of commitments or of milestones
    public Briefing rows(BriefingLayout layout, Subject subject, Instant moment, Source counted) {
        return compose(layout, subject, moment, counted);
    }

    private Briefing compose(BriefingLayout layout, Subject subject, Instant moment, @Nullable Source counted) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        Period period = told(kind(layout.cadence()), day);
        Instant before = lastOf(period.previous());
        Instant closing = lastOf(period).isBefore(moment) ? lastOf(period) : moment;
        Scope.Territory territory = (unit, root) -> units.isWithin(unit, Set.of(root), moment);
        String unit = subject instanceof Subject.OfUnit(String id) ? id : city(moment);
        Scope scope = new Scope(facts, subject, unit, period, moment, before, closing, day, territory);
        UnitTree tree = units.tree(moment);
        Text subjectName = scope.subjectName(id -> tree.find(id).map(Unit::name).orElse(Text.same(id)));
        Figures figures = new Figures(scope);
        Slots slots = new Slots(scope, figures, subjectName, layout.id().pack());
        CommitmentTable commitments = new CommitmentTable(scope, figures, id -> units.name(id, moment));
        FigureTable indicators = new FigureTable(scope, figures, subject, tree, territory);
        List<Briefing.Section> sections = counted != null ? List.of(commitments.counted(counted)) : layout.sections().stream()
                .map(section -> new Briefing.Section(
                        section.heading(),
                        switch (section) {
                            case BriefingLayout.Section.Prose(var heading, var zh, var en) ->
                                List.of(new Block.Prose(runs(zh, slots), runs(en, slots)));
                            case BriefingLayout.Section.Commitments(var heading, var selection, var columns) ->
                                List.of(commitments.of(selection, columns));
                            case BriefingLayout.Section.Figures shown -> indicators.of(shown);
                        }))
                .toList();
        return new Briefing(
                layout.id(),
                counted != null ? Wording.counted(counted) : layout.title(),
                subject,
                subjectName,
                period,
                moment,
                day,
                facts.synthetic(),
                facts.packs(moment).packs().stream().map(Scope::edition).toList(),
                sections);
    }

    private static List<Run> runs(List<BriefingLayout.Part> parts, Slots slots) {
        return parts.stream()
                .<Run>map(part -> switch (part) {
                    case BriefingLayout.Part.Words(var text) -> new Run.Words(text);
                    case BriefingLayout.Part.Literal(var text) -> new Run.Quoted(text);
                    case BriefingLayout.Part.Binding(var expression) -> new Run.Shown(slots.fill(expression));
                })
                .toList();
    }

    /// The last moment of a period.
    private Instant lastOf(Period period) {
        return period.next().start().atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /// On the first day of a period nothing of it is over yet: Monday's briefing tells of the week that has ended. From
    /// the second day on it tells of the one that runs.
    static Period told(PeriodKind kind, LocalDate day) {
        Period running = Period.of(kind, day);
        return day.equals(running.start()) ? running.previous() : running;
    }

    private String city(Instant moment) {
        return units.tree(moment).units().stream()
                .filter(unit -> unit.kind() == UnitKind.CITY)
                .map(Unit::id)
                .findFirst()
                .orElse("");
    }

    private static PeriodKind kind(BriefingLayout.Cadence cadence) {
        return switch (cadence) {
            case WEEKLY -> PeriodKind.WEEK;
            case MONTHLY -> PeriodKind.MONTH;
            case QUARTERLY -> PeriodKind.QUARTER;
        };
    }
}
