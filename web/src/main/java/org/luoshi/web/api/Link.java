package org.luoshi.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Where something else is (RFC 8288).
///
/// @param rel what it is to this
/// @param type its media type
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(String href, String rel, String type, @Nullable String title) {

    public static final String JSON = "application/json";
    public static final String GEO_JSON = "application/geo+json";
    public static final String SCHEMA_JSON = "application/schema+json";
    public static final String OPENAPI_JSON = "application/vnd.oai.openapi+json;version=3.1";
    public static final String HTML = "text/html";

    public Link(String href, String rel, String type) {
        this(href, rel, type, null);
    }
}
