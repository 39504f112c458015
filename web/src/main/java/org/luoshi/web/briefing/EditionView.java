package org.luoshi.web.briefing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// An issued briefing, with what moved since the edition before.
///
/// @param previous null for a first edition
public record EditionView(
        Text title,
        String article,
        int number,
        String by,
        Instant at,
        Instant moment,
        String digest,
        long change,
        List<DownloadLink> downloads,
        @Nullable Previous previous) {

    public record Previous(String href, int number, List<Moved> moved) {}

    /// @param before and after as shown, `—` where the figure is not there
    public record Moved(Text section, String source, Text before, Text after) {}
}
