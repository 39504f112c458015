package org.luoshi.web.briefing;

import java.util.Optional;
import org.luoshi.briefing.Print;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;

/// Leads a figure of a briefing to the page that explains it, as of the briefing's moment.
///
/// @param asOf as in addresses; empty for the present
record BriefingLinks(Subject subject, String asOf) implements Print.Links {

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
            case Source.Count(var selection) -> Optional.of(board(selection));
            case Source.MilestoneCount unused -> Optional.of(board("all"));
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
                    case "all", "changed" -> "";
                    case "off_path" -> "status=at_risk&status=behind";
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

    private String past(String path, String joint) {
        return asOf.isEmpty() ? path : path + joint + "asof=" + asOf;
    }
}
