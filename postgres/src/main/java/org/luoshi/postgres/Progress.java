package org.luoshi.postgres;

/// Hears how far a long copy has come.
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, total) -> {};

    /// @param done  bytes so far
    /// @param total bytes expected; an estimate, for files grow while they are copied
    void at(long done, long total);
}
