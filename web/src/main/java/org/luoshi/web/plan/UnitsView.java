package org.luoshi.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField;

/// All units by kind.
public record UnitsView(List<FilterField> filters, List<Kind> kinds) {

    public record Kind(Text label, int total, List<Line> lines) {}

    /// @param load null where the viewer may not see all that the unit has to do with the plan
    public record Line(UnitLink unit, @Nullable Load load) {}

    /// How many commitments.
    public record Load(int leads, int offPath, int assists) {}
}
