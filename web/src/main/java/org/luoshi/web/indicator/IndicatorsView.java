package org.luoshi.web.indicator;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// All indicators by pack.
public record IndicatorsView(List<Pack> packs) {

    public record Pack(Text title, boolean synthetic, List<Line> lines) {}

    /// @param value the city's latest, of the period `latest`
    public record Line(String href, Text title, String unit, Text direction, String value, String latest, Text source) {}
}
