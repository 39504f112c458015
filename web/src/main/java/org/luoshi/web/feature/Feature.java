package org.luoshi.web.feature;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record or a figure (RFC 7946).
///
/// @param geometry null where no place is known
public record Feature(String type, String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {

    static Feature of(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
        return new Feature("Feature", id, geometry, properties);
    }
}
