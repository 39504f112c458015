package org.luoshi.briefing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms a briefing is given out in.
public enum Format {
    HTML("text/html;charset=UTF-8"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Also the file ending.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> find(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
