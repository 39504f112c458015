package org.luoshi.web.briefing;

import java.time.Instant;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;

/// The rows that a figure of a briefing counts.
///
/// @param article finished markup, every text in it escaped
/// @param briefing where the briefing is read
public record RowsView(Text title, Period period, Instant moment, String article, String briefing) {}
