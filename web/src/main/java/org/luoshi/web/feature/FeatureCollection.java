package org.luoshi.web.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.api.Link;

/// A page of a collection.
///
/// @param timeStamp when it was read
/// @param numberMatched on all pages; null where counting them would take longer than reading them
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureCollection(
        String type,
        Instant timeStamp,
        @Nullable Long numberMatched,
        int numberReturned,
        List<Link> links,
        List<Feature> features) {}
