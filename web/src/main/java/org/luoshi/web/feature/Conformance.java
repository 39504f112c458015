package org.luoshi.web.feature;

import java.util.List;

/// Requirements classes that this server meets.
public record Conformance(List<String> conformsTo) {

    static final Conformance OURS = new Conformance(List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson"));
}
