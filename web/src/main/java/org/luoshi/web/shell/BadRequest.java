package org.luoshi.web.shell;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;

/// The address or form asks for something that cannot be read. Told as a page with status 400.
public final class BadRequest extends RuntimeException {

    private final transient @Nullable Text told;
    private final transient Object[] slots;

    /// @param key of the message that says what is wrong and what would be right
    public BadRequest(String key, Object... slots) {
        super(key);
        this.told = null;
        this.slots = slots.clone();
    }

    /// @param told in a module's own words
    public BadRequest(Text told) {
        super(told.en());
        this.told = told;
        this.slots = new Object[0];
    }

    Text text(Messages messages) {
        return told == null ? messages.text(Known.present(getMessage(), "message key"), slots) : told;
    }
}
