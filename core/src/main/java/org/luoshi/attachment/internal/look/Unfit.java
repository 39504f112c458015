package org.luoshi.attachment.internal.look;

import org.luoshi.kernel.text.Text;

/// A file is not taken: ends the looking, and is told to whoever gave it.
public final class Unfit extends Exception {

    private final transient Text why;

    public Unfit(Text why) {
        super(why.en(), null, false, false);
        this.why = why;
    }

    Unfit(String zh, String en) {
        this(new Text(zh, en));
    }

    public Text why() {
        return why;
    }
}
