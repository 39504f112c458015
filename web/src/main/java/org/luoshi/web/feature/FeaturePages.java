package org.luoshi.web.feature;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.web.api.ApiParameter;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.api.Link;
import org.luoshi.web.api.Takes;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// OGC API Features, Part 1 (OGC 17-069r4): core and GeoJSON, places in CRS84.
@RestController
class FeaturePages {

    private static final String ROOT = Problem.PATH + "/features";
    private static final String COLLECTIONS = ROOT + "/collections";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    private final Sources sources;
    private final Clock clock;

    FeaturePages(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = ROOT, produces = Link.JSON)
    Landing getLanding(ApiRequest request) {
        return new Landing(request.shell().t("feature.title"), request.shell().t("feature.description"), List.of(
                new Link(request.self(), "self", Link.JSON),
                new Link(request.url(Problem.PATH + "/openapi.json"), "service-desc", Link.OPENAPI_JSON),
                new Link(request.url(ROOT + "/conformance"), "conformance", Link.JSON),
                new Link(request.url(COLLECTIONS), "data", Link.JSON)));
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = ROOT + "/conformance", produces = Link.JSON)
    Conformance getConformance(ApiRequest request) {
        return Conformance.OURS;
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = COLLECTIONS, produces = Link.JSON)
    CollectionList listCollections(ApiRequest request) {
        return new CollectionList(
                List.of(new Link(request.self(), "self", Link.JSON)),
                sources.all(request).stream().map(source -> describe(source, request)).toList());
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = COLLECTIONS + "/{collection}", produces = Link.JSON)
    CollectionDescription getCollection(@PathVariable String collection, ApiRequest request) {
        return describe(open(collection, request), request);
    }

    private static CollectionDescription describe(FeatureSource source, ApiRequest request) {
        String path = COLLECTIONS + "/" + source.id();
        return new CollectionDescription(
                source.id(),
                request.say(source.title()),
                request.say(source.description()),
                "feature",
                List.of(CRS84),
                source.timeProperty(),
                List.of(
                        new Link(request.url(path), "self", Link.JSON),
                        new Link(request.url(path + "/items"), "items", Link.GEO_JSON),
                        new Link(request.url(path + "/schema"), "describedby", Link.SCHEMA_JSON),
                        new Link(request.url(source.page()), "alternate", Link.HTML)));
    }

    /// What the properties are, as JSON Schema.
    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = COLLECTIONS + "/{collection}/schema", produces = {Link.SCHEMA_JSON, Link.JSON})
    Map<String, Object> getSchema(@PathVariable String collection, ApiRequest request) {
        FeatureSource source = open(collection, request);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (source.hasPlaces())
            properties.put("geometry", Map.of("format", "geometry-point", "x-ogc-role", "primary-geometry"));
        for (Property property : source.properties()) {
            Map<String, Object> schema = new LinkedHashMap<>(property.schema());
            schema.put("title", request.say(property.title()));
            properties.put(property.name(), schema);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", request.self());
        schema.put("title", request.say(source.title()));
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }

    @Allow(Permission.READ)
    @Takes(
            value = {ApiParameter.LIMIT, ApiParameter.AFTER, ApiParameter.BBOX, ApiParameter.DATETIME},
            properties = true)
    @GetMapping(path = COLLECTIONS + "/{collection}/items", produces = {Link.GEO_JSON, Link.JSON})
    FeatureCollection getFeatures(@PathVariable String collection, ApiRequest request, Viewer viewer) {
        FeatureSource source = open(collection, request);
        FeaturePage page = source.page(request, wanted(source, request), viewer);
        List<Link> links = new ArrayList<>();
        links.add(new Link(request.self(), "self", Link.GEO_JSON));
        if (page.next() != null) links.add(new Link(request.with(ApiParameter.AFTER, page.next()), "next", Link.GEO_JSON));
        links.add(new Link(request.url(COLLECTIONS + "/" + source.id()), "collection", Link.JSON));
        return new FeatureCollection(
                "FeatureCollection",
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                page.matched(),
                page.features().size(),
                links,
                page.features());
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = COLLECTIONS + "/{collection}/items/{feature}", produces = {Link.GEO_JSON, Link.JSON})
    FeatureItem getFeature(
            @PathVariable String collection, @PathVariable String feature, ApiRequest request, Viewer viewer) {
        FeatureSource source = open(collection, request);
        Feature found =
                source.item(feature, request, viewer).orElseThrow(() -> new NotFound(collection + "/" + feature));
        return new FeatureItem(found, List.of(
                new Link(request.self(), "self", Link.GEO_JSON),
                new Link(request.url(COLLECTIONS + "/" + source.id()), "collection", Link.JSON)));
    }

    private FeatureSource open(String collection, ApiRequest request) {
        return sources.find(collection, request).orElseThrow(() -> new NotFound("collection " + collection));
    }

    private static Map<String, String> wanted(FeatureSource source, ApiRequest request) {
        Map<String, String> wanted = request.properties();
        for (String name : wanted.keySet()) {
            boolean known = source.properties().stream()
                    .anyMatch(property -> property.filters() && property.name().equals(name));
            if (!known) throw new BadRequest("api.unknown-parameter", name);
        }
        return wanted;
    }
}
