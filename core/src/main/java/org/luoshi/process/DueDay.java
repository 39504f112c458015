package org.luoshi.process;

import java.time.Instant;
import java.time.LocalDate;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.text.Text;

/// The last day of a limit of a running case. It says nothing of what the case is about: people write names into that.
///
/// @param number of the case
/// @param process title
/// @param clock id, one of the case's
/// @param limit the clock's title
/// @param provisional whether the calendar of the day is not published yet
/// @param revision rises whenever anything happens to the case or its clock
/// @param changedAt when something last did
public record DueDay(
        String number,
        Text process,
        String clock,
        Text limit,
        LimitKind kind,
        LocalDate on,
        boolean provisional,
        int revision,
        Instant changedAt) {}
