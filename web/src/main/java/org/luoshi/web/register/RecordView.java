package org.luoshi.web.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// One record with its history.
public record RecordView(
        String path,
        Text register,
        String label,
        long id,
        int version,
        Instant knownFrom,
        boolean synthetic,
        List<Line> lines,
        List<Step> history,
        boolean mayWrite,
        boolean mayReveal,
        boolean revealed,
        @Nullable String told) {

    /// @param personal masked unless revealed
    public record Line(Text title, String words, String unit, @Nullable String href, boolean masked) {}

    public record Step(
            Instant at, String by, Text action, int version, boolean deleted, @Nullable String reason, List<Change> changes) {}

    public record Change(Text field, String from, String to) {}
}
