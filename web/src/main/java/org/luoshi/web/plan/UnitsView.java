package org.luoshi.web.plan;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// All units by kind.
public record UnitsView(List<FilterField> filters, List<Kind> kinds) {

    public record Kind(Text label, int total, List<Line> lines) {}

    public record Line(UnitLink unit, int leads, int offPath, int assists) {}
}
