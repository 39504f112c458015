package org.luoshi.postgres;

import org.jspecify.annotations.Nullable;

/// Something outside the program keeps the database from working: said in both languages, with its remedy.
public final class PostgresProblem extends RuntimeException {

    private final String zh;
    private final String en;

    public PostgresProblem(String zh, String en) {
        this(zh, en, null);
    }

    public PostgresProblem(String zh, String en, @Nullable Throwable cause) {
        super(zh + System.lineSeparator() + en, cause);
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
