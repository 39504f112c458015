package org.luoshi.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// A run that has running cases taken over by a newer version of their process.
///
/// @param version to which
/// @param finishedAt null while it is under way, or was cut off
/// @param stopping whether somebody asked it to stop
/// @param moved cases
/// @param leftBehind cases that stay on their version, since they cannot be taken over
public record Migration(
        long id,
        QualifiedId process,
        long version,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean stopping,
        int moved,
        int leftBehind) {

    /// A case before and after, as a dry run shows it.
    ///
    /// @param from steps at which it is
    /// @param to steps at which it would be
    /// @param obstacle why it stays on its version; empty where it would be taken over
    public record Line(CaseFile file, List<Text> from, List<Text> to, List<Dates> dates, Optional<Text> obstacle) {
        public Line {
            from = List.copyOf(from);
            to = List.copyOf(to);
            dates = List.copyOf(dates);
        }
    }

    /// A clock by both versions. Where they differ the case is not taken over.
    ///
    /// @param after null where the newer version has no such clock
    public record Dates(Text clock, LocalDate before, @Nullable LocalDate after) {

        public boolean moved() {
            return !before.equals(after);
        }
    }
}
