package org.luoshi.web.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.StatusTag;

/// What was found, by kind.
///
/// @param asked the words as typed
public record SearchView(String asked, List<Group> groups, int total) {

    /// @param more where to see all of this kind; null where all are shown
    public record Group(Text kind, List<Hit> hits, @Nullable String more) {}

    public record Hit(String href, Text title, Text detail, @Nullable StatusTag status) {}
}
