package org.luoshi.web.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Shell;

/// One record with its history.
///
/// @param closed why the viewer, who else might, may not change or verify it; null where nothing stands in the way
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
        boolean mayVerify,
        @Nullable Text closed,
        boolean mayReveal,
        boolean revealed,
        List<RecordLink.Link> links,
        @Nullable String told) {

    /// @param masked personal data, until it is revealed
    public record Line(Text title, String words, String unit, @Nullable String href, boolean masked) {}

    /// @param first the record's making: nothing was there before
    public record Step(
            Instant at, Text by, Text action, int version, boolean first, @Nullable String reason, List<Change> changes) {}

    /// @param unit of measure; empty where there is none
    /// @param hidden personal data that reads the same before and after, since only the hidden part changed
    public record Change(Text field, String from, String to, String unit, boolean hidden) {

        public String write(String value) {
            return unit.isEmpty() || value.equals(Shell.MISSING) ? value : value + " " + unit;
        }
    }
}
