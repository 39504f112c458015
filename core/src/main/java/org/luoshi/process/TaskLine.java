package org.luoshi.process;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.ClockReading;

/// A task in a list, with its case.
///
/// @param clock of the case's running clocks the one that ends first by law; null where none runs, and for what is done
public record TaskLine(CaseTask task, CaseFile file, @Nullable ClockReading clock) {}
