package org.luoshi.web.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What one can apply for, and what one has applied for.
///
/// @param newest where the list of cases begins, on its later pages; null on the first
/// @param older the page after this; null where there is none
public record ServicesView(
        List<Service> services, List<Mine> cases, @Nullable String newest, @Nullable String older) {

    /// @param promises each clock's limits in words
    public record Service(String href, Text title, Text about, List<Text> promises) {}

    /// @param due nearest last day of its running clocks
    public record Mine(
            String number,
            String href,
            String title,
            Text process,
            Text state,
            String tone,
            @Nullable LocalDate due,
            Instant openedAt) {}
}
