package org.luoshi.briefing.internal;

import java.time.Instant;
import org.luoshi.briefing.Reading;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// Where indicators' cells are read.
public interface CellSource {

    Reading cell(QualifiedId indicator, String unit, Period period, Instant moment);
}
