package org.luoshi.app.sample;

import java.time.LocalDate;

/// A milestone of the plan for which evidence can be made.
///
/// @param title in Chinese, as a clerk would write it
public record DatedMilestone(String commitment, String id, String lead, String title, LocalDate due) {}
