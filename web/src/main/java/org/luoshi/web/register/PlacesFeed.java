package org.luoshi.web.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Point;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The places of the records that a list matches, as GeoJSON, for the map beside it: the first 500.
@Controller
class PlacesFeed {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final RegisterDesk desk;

    PlacesFeed(RegisterDesk desk) {
        this.desk = desk;
    }

    @Allow(Permission.READ)
    @GetMapping("/registers/{id}/places.geojson")
    ResponseEntity<Map<String, Object>> places(@PathVariable String id, Shell shell, Viewer viewer) {
        Register register = desk.open(id, shell);
        Field place = register.entity().fields().stream()
                .filter(f -> f.type() instanceof FieldType.PointType)
                .findFirst()
                .orElseThrow(() -> new NotFound("places of " + id));
        ListQuery query = ListQuery.read(register, shell, ListRequest.LARGEST_PAGE);
        List<Map<String, Object>> features = new ArrayList<>();
        for (RegisterRecord record : ListPage.page(register, query, viewer).rows()) {
            if (record.value(place.id()) instanceof Point point) features.add(feature(register, record, point, shell));
        }
        return ResponseEntity.ok().contentType(GEO_JSON).body(Map.of("type", "FeatureCollection", "features", features));
    }

    private static Map<String, Object> feature(Register register, RegisterRecord record, Point point, Shell shell) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", Map.of("type", "Point", "coordinates", List.of(point.longitude(), point.latitude())));
        feature.put("properties", Map.of(
                "label", RegisterDesk.label(register, record, shell.language()),
                "href", shell.to(RegisterDesk.path(register.entity()) + "/" + record.id())));
        return feature;
    }
}
