package org.luoshi.register;

import org.luoshi.register.internal.load.FileImport;

/// An import that can be watched and stopped from another thread. Runs once.
public final class ImportJob {

    private final FileImport work;

    ImportJob(FileImport work) {
        this.work = work;
    }

    /// Does it, in the calling thread. Failures of file, disk and database are told in the report.
    public ImportReport run() {
        return work.run();
    }

    public ImportProgress progress() {
        return work.progress();
    }

    /// Asks it to stop; nothing of it will be written, unless it already is.
    public void stop() {
        work.stop();
    }
}
