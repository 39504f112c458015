package org.luoshi.plan.forecast;

import java.time.LocalDate;

/// What the figure may be on a day: it stays below `low` with a chance of 10 %, below `middle` 50 %, `high` 90 %.
public record BandPoint(LocalDate on, double low, double middle, double high) {}
