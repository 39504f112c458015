package org.luoshi.web.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.api.ApiRequest;

/// What one collection is read from, narrowed to what the viewer may see.
interface FeatureSource {

    /// `register.parks.project` or `indicator.parks.started`.
    String id();

    Text title();

    Text description();

    /// Where people read the same.
    String page();

    boolean hasPlaces();

    /// What `datetime` asks about; null where it finds nothing.
    @Nullable String timeProperty();

    List<Property> properties();

    /// @param wanted values by name of property, each of one that filters
    FeaturePage page(ApiRequest request, Map<String, String> wanted, Viewer viewer);

    Optional<Feature> item(String id, ApiRequest request, Viewer viewer);
}
