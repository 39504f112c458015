package org.luoshi.web.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some features of a source.
///
/// @param matched on all pages; null where they were not counted to the end
/// @param next where the page after begins; null on the last
record FeaturePage(List<Feature> features, @Nullable Long matched, @Nullable String next) {

    static final FeaturePage EMPTY = new FeaturePage(List.of(), 0L, null);
}
