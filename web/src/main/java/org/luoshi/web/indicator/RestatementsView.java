package org.luoshi.web.indicator;

import java.time.Instant;
import java.util.List;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.plan.UnitLink;

/// All figures of an indicator that moved between two moments.
///
/// @param since as the address writes it
/// @param total how many moved, `compared` how many there are
public record RestatementsView(
        String indicator,
        Text title,
        String since,
        Instant from,
        Instant to,
        String measure,
        List<Line> lines,
        long total,
        long compared) {

    /// @param changes one a cause, with its sign
    public record Line(Period period, UnitLink unit, String href, String then, String now, List<String> changes) {}
}
