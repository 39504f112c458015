package org.luoshi.web.warning;

import java.time.Instant;
import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.Pager;

/// Warnings, latest first.
public record WarningsView(List<FilterField> filters, List<Line> lines, Pager pager) {

    /// @param level 1 to 4, gravest first
    /// @param notes what must not be missed: late, sensor lost, silenced, cause gone
    public record Line(
            String href,
            int level,
            boolean exercise,
            Text title,
            String thing,
            String unitHref,
            Text unit,
            Text state,
            List<Text> notes,
            Instant raisedAt,
            Instant confirmBy) {}
}
