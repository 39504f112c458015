package org.luoshi.kernel.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the applicant was told in writing 书面告知.
///
/// @param number of the document
/// @param on the day it was given
/// @param until the last day of the time needed, as told
public record WrittenNotice(
        String number, LocalDate on, @Nullable LocalDate until) {}
