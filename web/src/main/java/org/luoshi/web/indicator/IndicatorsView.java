package org.luoshi.web.indicator;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// All indicators by pack.
public record IndicatorsView(List<FilterField> filters, List<Pack> packs) {

    public record Pack(Text title, boolean synthetic, List<Line> lines) {}

    /// @param value the city's latest
    public record Line(
            String href, Text title, String unit, Text period, Text direction, String value, String latest, Text source) {}
}
