package org.luoshi.register;

import org.luoshi.kernel.text.Text;

/// A list request that cannot be answered, with the reason for whoever made it.
public final class ListRefused extends RuntimeException {

    private final transient Text reason;

    public ListRefused(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    public Text reason() {
        return reason;
    }
}
