package org.luoshi.web.shell;

/// The address or form asks for something that cannot be read. Told as a page with status 400.
public final class BadRequest extends RuntimeException {

    private final transient Object[] slots;

    /// @param key of the message that says what is wrong and what would be right
    public BadRequest(String key, Object... slots) {
        super(key);
        this.slots = slots.clone();
    }

    String key() {
        return getMessage();
    }

    Object[] slots() {
        return slots.clone();
    }
}
