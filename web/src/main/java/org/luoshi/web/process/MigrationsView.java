package org.luoshi.web.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.Migration;

/// Which running cases a newer version of their process could take over, and how far that is.
///
/// @param behind cases on other versions
/// @param last run; null where there was none
/// @param next id from which the next part of the dry run begins; 0 where this is the end
public record MigrationsView(
        String process, Text title, int behind, @Nullable Migration last, List<Migration.Line> lines, long next) {}
