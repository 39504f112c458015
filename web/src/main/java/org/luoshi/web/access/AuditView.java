package org.luoshi.web.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.part.FilterField;

/// A page of the audit log, newest first.
///
/// @param broken number of the first entry that does not follow from the one before; null while none is known
/// @param figures the last check of stored figures; null where none was made
/// @param verified entries walked by the check just asked for; null where none was asked for
public record AuditView(
        List<FilterField> filters,
        List<Line> lines,
        @Nullable String older,
        @Nullable Long verified,
        @Nullable Long broken,
        @Nullable FigureCheck figures) {

    /// @param words what the last check of stored figures found
    public record FigureCheck(List<String> words, boolean right) {}

    /// @param subject in words
    /// @param code the subject as the filter takes it
    public record Line(
            long number, Instant at, String actor, String action, String subject, String code, String details) {}
}
