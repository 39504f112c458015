package org.luoshi.web.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// One data-quality item with its record and what became of it.
///
/// @param finding in a sentence
/// @param advice what its unit should do; null where the check is no longer declared
/// @param record null for what is about all of a unit's records
/// @param answers what the viewer may say, by the word that is sent; empty where nothing
/// @param typed the reason as it was typed
public record QualityItemView(
        long id,
        int version,
        Text title,
        String finding,
        Text kind,
        Text state,
        Text unit,
        String unitHref,
        Text register,
        String registerHref,
        Instant since,
        @Nullable Text advice,
        @Nullable Row record,
        List<Step> history,
        List<Answer> answers,
        String typed,
        List<FormError> errors,
        boolean moved) {

    /// @param href null where the viewer may not read the record
    public record Row(@Nullable String href, String label, List<Line> lines) {}

    public record Line(Text title, String words) {}

    public record Step(Instant at, Text by, Text state, @Nullable String reason) {}

    /// @param word that is sent
    public record Answer(String word, Text title) {}
}
