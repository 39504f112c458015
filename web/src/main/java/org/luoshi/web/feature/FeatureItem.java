package org.luoshi.web.feature;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.api.Link;

/// One feature by itself, with where it belongs.
public record FeatureItem(
        String type,
        String id,
        @Nullable Geometry geometry,
        Map<String, @Nullable Object> properties,
        List<Link> links) {

    FeatureItem(Feature feature, List<Link> links) {
        this(feature.type(), feature.id(), feature.geometry(), feature.properties(), links);
    }
}
