package org.luoshi.web.series;

import java.util.List;
import org.luoshi.web.api.Link;

/// The indicators whose figures can be read.
public record SeriesList(List<SeriesDescription> series) {

    /// @param id of the indicator, e.g. `parks.projects_started`
    /// @param unitOfMeasure its symbol, `percent` or the like
    /// @param frequency code of SDMX's CL_FREQ
    /// @param packVersion version of the pack that declares it, at the moment asked about
    public record SeriesDescription(
            String id,
            String title,
            String unitOfMeasure,
            String frequency,
            String source,
            String packVersion,
            List<Link> links) {}
}
