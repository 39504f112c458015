package org.luoshi.web.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// One of the lists of an officer: what is to be done, what one's units have, what one has done or was sent a copy of.
///
/// @param heads whether the viewer heads a unit
/// @param problems with what was done to several at once, a sentence each
/// @param newest where the list begins, on its later pages; null on the first
/// @param older the page after this; null where there is none
public record TasksView(
        Tab tab,
        boolean heads,
        long count,
        List<Line> lines,
        @Nullable Text notice,
        List<Text> problems,
        @Nullable String newest,
        @Nullable String older) {

    public enum Tab {
        OPEN,
        UNIT,
        DONE,
        COPIES;

        public String key() {
            return "tasks." + name().toLowerCase(Locale.ROOT);
        }

        public String path() {
            return this == OPEN ? "/tasks" : "/tasks/" + name().toLowerCase(Locale.ROOT);
        }

        /// Whether the list shows when things must be done, and not when they were.
        public boolean pressing() {
            return this == OPEN || this == UNIT;
        }
    }

    public List<Tab> tabs() {
        return heads ? List.of(Tab.values()) : List.of(Tab.OPEN, Tab.DONE, Tab.COPIES);
    }

    /// @param task id; 0 for a copy
    /// @param step null for a copy
    /// @param due nearest last day of the case's running clocks; null when none runs
    /// @param clock how it stands with the clock that ends then; null when none runs
    /// @param at when the task came up, or was done; when a case of which one has a copy was applied for
    /// @param holder account that has the task; null while anybody may take it
    public record Line(
            long task,
            String number,
            String href,
            String title,
            Text process,
            @Nullable Text step,
            Text unit,
            @Nullable LocalDate due,
            @Nullable Limit clock,
            Instant at,
            @Nullable Text action,
            @Nullable String holder) {}

    /// A running clock in a line.
    ///
    /// @param promised last day as promised; null where nothing was
    /// @param provisional whether the calendar of the last day is not published yet
    /// @param level near or past its end, as its pack declares it; null where it is neither
    /// @param left days of the limit that are left
    /// @param past days past the limit by law
    /// @param promisePast days past what was promised
    public record Limit(
            @Nullable LocalDate promised,
            boolean provisional,
            String tone,
            @Nullable Text level,
            int left,
            int past,
            int promisePast) {}
}
