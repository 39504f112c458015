package org.luoshi.web.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.Pager;

/// Data-quality items, and when each check was last made.
public record QualityView(List<FilterField> filters, List<Line> lines, Pager pager, List<Look> looks) {

    /// @param title what is found
    /// @param what the record, the period or the share
    public record Line(
            String href, Text title, String what, String unitHref, Text unit, Text kind, Text state, Instant since) {}

    /// @param note that it is late, or why nothing could be said; null where neither
    public record Look(Text title, Text kind, Text register, String registerHref, @Nullable Instant at, @Nullable Text note) {}
}
