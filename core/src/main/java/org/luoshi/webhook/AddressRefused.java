package org.luoshi.webhook;

import org.luoshi.kernel.text.Text;

/// An address to which nothing may be sent, with the reason for whoever gave it.
public final class AddressRefused extends RuntimeException {

    private final transient Text reason;

    public AddressRefused(String zh, String en) {
        super(en);
        this.reason = new Text(zh, en);
    }

    public Text reason() {
        return reason;
    }
}
