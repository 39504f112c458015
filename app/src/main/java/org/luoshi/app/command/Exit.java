package org.luoshi.app.command;

/// Exit codes that scripts may rely on.
public final class Exit {

    public static final int DONE = 0;

    /// The command ran and its answer is no: mistakes found, file refused, database in the way.
    public static final int FAILED = 1;

    /// The command line itself was wrong.
    public static final int USAGE = 2;

    private Exit() {}
}
