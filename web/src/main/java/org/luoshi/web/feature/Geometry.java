package org.luoshi.web.feature;

import java.math.BigDecimal;
import java.util.List;
import org.luoshi.register.Point;

/// A place as GeoJSON writes it: longitude first, in degrees of CRS84.
public record Geometry(String type, List<BigDecimal> coordinates) {

    static Geometry of(Point point) {
        return new Geometry("Point", List.of(point.longitude(), point.latitude()));
    }
}
