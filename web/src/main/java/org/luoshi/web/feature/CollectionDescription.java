package org.luoshi.web.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.api.Link;

/// What a collection holds.
///
/// @param itemType always `feature`
/// @param crs coordinate systems of its places: CRS84 only
/// @param timeProperty what `datetime` asks about; null where the features have no time
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionDescription(
        String id,
        String title,
        String description,
        String itemType,
        List<String> crs,
        @Nullable String timeProperty,
        List<Link> links) {}
