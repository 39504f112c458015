package org.luoshi.kernel.measure;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// What came of reading a unit of measure that somebody wrote.
public sealed interface UnitReading {

    record Read(UnitOfMeasure unit) implements UnitReading {}

    /// One part of it is no unit we know.
    ///
    /// @param part as written
    /// @param offset of the part in what was read, in code points from 0
    /// @param nearest symbols one may have meant, best first, possibly none
    record Unknown(String part, int offset, List<String> nearest) implements UnitReading {}

    /// It cannot be taken apart.
    ///
    /// @param offset where it goes wrong, in code points from 0
    record Malformed(Text reason, int offset) implements UnitReading {}
}
