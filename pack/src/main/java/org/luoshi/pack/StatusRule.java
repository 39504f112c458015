package org.luoshi.pack;

import java.util.List;
import java.util.Map;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Expr;

/// How a commitment's path and facts become a status. Colours are local by nature, so they are declared.
///
/// @param levels tried in order, the first whose condition holds wins; the compiler demands a last `true`
/// @param staleAfterDays days after a period's end from which its figure counts as stale
public record StatusRule(QualifiedId id, Text title, List<Level> levels, Map<PeriodKind, Integer> staleAfterDays) {

    public StatusRule {
        levels = List.copyOf(levels);
        staleAfterDays = Map.copyOf(staleAfterDays);
    }

    /// @param level one of [Status]
    /// @param reason sentence with `{variable}` slots, shown as the reason for the status
    public record Level(Status level, Colour colour, Expr when, Text title, Text reason) {}

    public enum Status {
        DONE,
        AHEAD,
        ON_PATH,
        AT_RISK,
        BEHIND,
        NOT_STARTED,
        UNKNOWN
    }

    public enum Colour {
        GREEN,
        BLUE,
        YELLOW,
        ORANGE,
        RED,
        GREY
    }
}
