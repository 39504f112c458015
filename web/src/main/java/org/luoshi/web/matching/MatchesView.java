package org.luoshi.web.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A need and what might meet it.
///
/// @param register path of the needs' register
/// @param compared achievements looked at
/// @param error what was wrong with the verdict just given; null where nothing was
public record MatchesView(
        String register,
        Text registerName,
        long id,
        String title,
        @Nullable String detail,
        boolean synthetic,
        List<Line> lines,
        int compared,
        boolean mayJudge,
        @Nullable Text error) {

    /// @param href of the achievement
    /// @param reasons what both say, with how much it counts
    /// @param verdict already given; null where nobody has judged
    public record Line(
            long achievement, String title, String href, List<Reason> reasons, @Nullable Text verdict, @Nullable String why) {}

    /// @param weight in words
    public record Reason(String term, Text weight) {}
}
