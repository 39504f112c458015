package org.luoshi.register.internal.load;

import org.luoshi.kernel.text.Text;

/// The file as a whole cannot be imported.
final class ImportProblem extends Exception {

    private final transient Text text;

    ImportProblem(String zh, String en) {
        super(en);
        this.text = new Text(zh, en);
    }

    /// @param cause what a library said, for the log
    ImportProblem(String zh, String en, Throwable cause) {
        super(en, cause);
        this.text = new Text(zh, en);
    }

    Text text() {
        return text;
    }
}
