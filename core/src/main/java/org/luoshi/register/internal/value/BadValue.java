package org.luoshi.register.internal.value;

import org.luoshi.kernel.text.Text;

/// What a person or a file gave is not a value of the field. Carries no stack trace: a file can hold a million.
public final class BadValue extends Exception {

    private final transient Text text;

    public BadValue(String zh, String en) {
        super(en, null, false, false);
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
