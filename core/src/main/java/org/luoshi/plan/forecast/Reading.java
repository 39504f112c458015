package org.luoshi.plan.forecast;

import java.time.LocalDate;

/// The figure at the end of a day, as known at the moment of forecasting.
public record Reading(LocalDate on, double value) {}
