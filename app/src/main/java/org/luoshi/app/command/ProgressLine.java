package org.luoshi.app.command;

import java.io.PrintStream;
import org.luoshi.postgres.Progress;

/// Percent done, on one line of a terminal; nothing where nobody watches.
public final class ProgressLine implements Progress {

    private final PrintStream terminal;
    private final boolean watched;
    private long shown = -1;

    private ProgressLine(PrintStream terminal, boolean watched) {
        this.terminal = terminal;
        this.watched = watched;
    }

    public static ProgressLine onTerminal() {
        return new ProgressLine(System.err, System.console() != null && System.console().isTerminal());
    }

    @Override
    public void at(long done, long total) {
        var percent = total == 0 ? 100 : done * 100 / total;
        if (!watched || percent == shown) return;
        shown = percent;
        terminal.print("\r%3d %%".formatted(percent));
    }

    public void end() {
        if (shown >= 0) terminal.println();
    }
}
