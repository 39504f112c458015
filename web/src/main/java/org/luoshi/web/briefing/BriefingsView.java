package org.luoshi.web.briefing;

import java.time.Instant;
import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// What can be composed, and what was issued.
///
/// @param compose fields that choose layout and subject
public record BriefingsView(List<FilterField> compose, List<Line> editions) {

    /// @param moment as of which its figures were read
    public record Line(long id, Text title, Text subject, String period, int number, Instant moment, String by, Instant at) {

        public String href() {
            return "/briefings/editions/" + id;
        }
    }
}
