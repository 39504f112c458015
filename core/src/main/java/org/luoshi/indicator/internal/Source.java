package org.luoshi.indicator.internal;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.pack.QualifiedId;

/// The records of one register, placed by one unit field and one date field.
///
/// @param date field (date or moment) from which a record counts
/// @param until field from which it no longer counts; null where it does not end
public record Source(QualifiedId entity, String unit, String date, @Nullable String until, PeriodKind period) {

    String id() {
        return String.join("/", entity.toString(), unit, date, until == null ? "" : until, period.id());
    }
}
