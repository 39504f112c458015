package org.luoshi.indicator;

import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;

/// A stretch of an indicator's figures for one unit.
///
/// @param from first period, `to` the last; of the indicator's own kind
public record SeriesKey(QualifiedId indicator, String unit, Period from, Period to) {}
