package org.luoshi.app.command;

import java.io.PrintStream;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.Progress;

/// Percent done, on one line of a terminal; nothing where nobody watches.
public final class ProgressLine implements Progress {

    private final PrintStream terminal;
    private final boolean watched;
    private long shown = -1;
    private String said = "";

    private ProgressLine(PrintStream terminal, boolean watched) {
        this.terminal = terminal;
        this.watched = watched;
    }

    @SuppressWarnings("SystemConsoleNull") // from JDK 25 on there is again none where nobody sits
    public static ProgressLine onTerminal() {
        var console = System.console();
        return new ProgressLine(System.err, console != null && console.isTerminal());
    }

    @Override
    public void at(long done, long total) {
        var percent = total == 0 ? 100 : done * 100 / total;
        if (!watched || percent == shown) return;
        shown = percent;
        terminal.print("\r%3d %%".formatted(percent));
    }

    /// A step of several, with its own percent where somebody knows it.
    ///
    /// @param total 0 where nobody does
    public void at(Text step, long done, long total) {
        if (!watched) return;
        String line = "%s / %s".formatted(step.zh(), step.en()) + (total == 0 ? " …   " : " %3d %%".formatted(done * 100 / total));
        if (line.equals(said)) return;
        // spaces over what a longer step left behind
        terminal.print("\r" + line + " ".repeat(said.length()) + "\r" + line);
        said = line;
    }

    public void end() {
        if (shown >= 0 || !said.isEmpty()) terminal.println();
    }
}
