package org.luoshi.kernel.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// An organisation or place that leads, reports or is counted 单位.
///
/// @param id stable for ever, for example `chenghua`
/// @param name in full
/// @param shortName for table heads and charts
/// @param validity while it exists under this id
/// @param codes in any number of schemes
/// @param source where name and codes were read
public record Unit(
        String id,
        UnitKind kind,
        Text name,
        Text shortName,
        Validity validity,
        List<UnitCode> codes,
        @Nullable String source) {

    public Unit {
        if (id.isBlank()) throw new IllegalArgumentException("a unit needs an id");
        codes = List.copyOf(codes);
    }
}
