package org.luoshi.app.command;

import org.luoshi.kernel.text.Text;

/// The command stops here, for a reason that the user can act on. No stack trace is shown.
public final class Refusal extends RuntimeException {

    private final Text reason;
    private final int exit;

    private Refusal(Text reason, int exit) {
        super(reason.en());
        this.reason = reason;
        this.exit = exit;
    }

    public static Refusal failed(String zh, String en) {
        return new Refusal(new Text(zh, en), Exit.FAILED);
    }

    public static Refusal usage(String zh, String en) {
        return new Refusal(new Text(zh, en), Exit.USAGE);
    }

    public Text reason() {
        return reason;
    }

    public int exit() {
        return exit;
    }
}
