package org.luoshi.register;

/// How far an import is.
///
/// @param rows read, or while writing, written
/// @param done bytes read of the file; 0 where that is not known
/// @param total bytes of the file
public record ImportProgress(Phase phase, long rows, long done, long total) {

    public enum Phase {
        WAITING,
        READING,
        CHECKING,
        WRITING,
        FINISHED
    }
}
