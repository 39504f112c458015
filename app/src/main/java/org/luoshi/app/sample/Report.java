package org.luoshi.app.sample;

import java.time.LocalDate;
import java.util.Map;
import org.luoshi.pack.QualifiedId;

/// Something that becomes known about one synthetic record.
///
/// @param record the record's place in its sample: `<sample>/<unit>/<n>`
/// @param unit to which the record belongs
/// @param first whether the record is new with this report
/// @param values field id → value as a clerk would write it; reference fields hold another record's place
public record Report(
        LocalDate knownOn, QualifiedId entity, String record, String unit, boolean first, Map<String, String> values) {

    public Report {
        values = Map.copyOf(values);
    }
}
