package org.luoshi.web.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.part.BasisNote;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.plan.UnitLink;
import org.luoshi.web.quality.QualityNotes;

/// One indicator: its series for a unit and the comparison across units.
public record IndicatorView(
        String id,
        Text title,
        String unit,
        int decimals,
        @Nullable Text source,
        @Nullable Text note,
        List<FilterField> filters,
        String finding,
        @Nullable PathChart chart,
        List<Point> series,
        Period period,
        @Nullable DistrictMap map,
        List<Line> across,
        BasisNote basis,
        List<File> files,
        QualityNotes.@Nullable Note doubts) {

    /// The same series to take away.
    public record File(String words, String href) {}

    public record Point(Period period, String value, long rows, String href) {}

    public record Line(UnitLink unit, String value, long rows, String href) {}
}
