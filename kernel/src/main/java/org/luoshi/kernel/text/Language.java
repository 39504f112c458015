package org.luoshi.kernel.text;

/// A language Luoshi speaks. Chinese is the first; English is complete.
public enum Language {
    ZH,
    EN;

    /// BCP 47 primary subtag, as in `lang` attributes and file names.
    public String tag() {
        return this == ZH ? "zh" : "en";
    }
}
