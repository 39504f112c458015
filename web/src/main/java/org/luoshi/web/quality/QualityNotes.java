package org.luoshi.web.quality;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Indicator;
import org.luoshi.quality.DataQuality;
import org.luoshi.quality.QualityFilter;
import org.luoshi.quality.QualityItem.State;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// How many open data-quality items concern what a page shows. They are of the present: a page of the past has none.
@Component
public class QualityNotes {

    private final DataQuality quality;

    QualityNotes(DataQuality quality) {
        this.quality = quality;
    }

    /// @param href the items
    public record Note(long open, String href) {}

    /// Of the records that a unit's figure is computed from; null where there is none.
    public @Nullable Note of(Indicator indicator, String unit, Shell shell) {
        return note(
                new QualityFilter(unit, null, State.OPEN, quality.sources(indicator)),
                "/quality?unit=" + unit + "&indicator=" + indicator.id(),
                shell);
    }

    /// Of a unit's records; null where there is none.
    public @Nullable Note of(String unit, Shell shell) {
        return note(new QualityFilter(unit, null, State.OPEN, Set.of()), "/quality?unit=" + unit, shell);
    }

    /// Of all that the viewer may read; null where there is none.
    public @Nullable Note all(Shell shell) {
        return note(new QualityFilter(null, null, State.OPEN, Set.of()), "/quality", shell);
    }

    private @Nullable Note note(QualityFilter filter, String href, Shell shell) {
        Viewer viewer = shell.viewer();
        if (viewer == null || shell.asOf().past()) return null;
        long open = quality.count(filter, viewer);
        return open == 0 ? null : new Note(open, href);
    }
}
