package org.luoshi.register;

/// How far an import is.
///
/// @param rows read, or while writing, written
/// @param done of the phase: bytes read, or rows written
/// @param total of the phase: bytes of the file, or rows to write; 0 where nobody knows
public record ImportProgress(Phase phase, long rows, long done, long total) {

    public enum Phase {
        WAITING,
        READING,
        CHECKING,
        WRITING,
        /// Rows are in, indexes follow.
        INDEXING,
        FINISHED
    }
}
