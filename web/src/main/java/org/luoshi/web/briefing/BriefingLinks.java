package org.luoshi.web.briefing;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Print;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;
import org.luoshi.pack.QualifiedId;

/// Leads a figure of a briefing to the page that explains it, as of the briefing's moment.
///
/// @param layout whose cadence says what "the period" is
/// @param asOf as in addresses; empty for the present
/// @param host scheme, host and port for what leaves the house, e.g. `http://luoshi.example:8080`; empty inside it
public record BriefingLinks(QualifiedId layout, Subject subject, String asOf, String host) implements Print.Links {

    public static BriefingLinks of(Briefing briefing, ZoneId zone, String host) {
        LocalDateTime local = LocalDateTime.ofInstant(briefing.moment(), zone);
        boolean endOfDay = local.toLocalTime().isAfter(LocalTime.of(23, 59, 59));
        return new BriefingLinks(
                briefing.layout(),
                briefing.subject(),
                endOfDay ? local.toLocalDate().toString() : local.toString(),
                host);
    }

    @Override
    public Optional<String> to(Source source) {
        return switch (source) {
            case Source.Cell(var indicator, var unit, var period) ->
                Optional.of(explained(indicator.toString(), unit, period.id()));
            case Source.Difference(var indicator, var unit, var period) ->
                Optional.of(explained(indicator.toString(), unit, period.id()));
            case Source.OfCommitment(var commitment, var aspect) -> Optional.of(past("/plan/" + commitment, "?"));
            case Source.OfMilestone(var commitment, var milestone, var aspect) ->
                Optional.of(past("/plan/" + commitment, "?"));
            case Source.Count(var selection) ->
                Optional.of(selection.equals("changed") ? rows("commitments." + selection) : board(selection));
            case Source.MilestoneCount(var selection) -> Optional.of(rows("milestones." + selection));
            case Source.OfBriefing unused -> Optional.empty();
            case Source.Unbound unused -> Optional.empty();
        };
    }

    private String explained(String indicator, String unit, String period) {
        return past("/explain/" + indicator + "/" + unit + "/" + period, "?");
    }

    private String board(String selection) {
        String filter =
                switch (selection) {
                    case "all" -> "";
                    case "off_path" -> "status=off";
                    default -> "status=" + selection;
                };
        String about =
                switch (subject) {
                    case Subject.City() -> "";
                    case Subject.OfUnit(String unit) -> "unit=" + unit;
                    case Subject.OfFocus(String focus) -> "focus=" + focus;
                };
        String both = filter.isEmpty() || about.isEmpty() ? filter + about : about + "&" + filter;
        return both.isEmpty() ? past("/plan", "?") : past("/plan?" + both, "&");
    }

    /// What the board cannot filter by: what counts lies in the briefing's period.
    private String rows(String counted) {
        return past("/briefings/rows?layout=" + layout + "&subject=" + subject.key() + "&counted=" + counted, "&");
    }

    private String past(String path, String joint) {
        return host + (asOf.isEmpty() ? path : path + joint + "asof=" + asOf);
    }
}
