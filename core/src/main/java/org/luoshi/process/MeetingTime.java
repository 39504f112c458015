package org.luoshi.process;

import java.time.Instant;
import org.luoshi.kernel.text.Text;

/// When a step of a running case is held. It says nothing of what the case is about, nor where: people type names into
/// both.
///
/// @param number of the case
/// @param process title
/// @param step id
/// @param title of the step
/// @param minutes how long it is put down for
/// @param revision rises whenever anything happens to the case
/// @param changedAt when something last did
public record MeetingTime(
        String number, Text process, String step, Text title, Instant at, int minutes, int revision, Instant changedAt) {}
