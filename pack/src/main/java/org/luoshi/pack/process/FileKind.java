package org.luoshi.pack.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an attachment can be, by its content. What is not here is not taken: a list of what is known to be harmful never
/// ends.
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    /// 开放版式文档, GB/T 33190.
    OFD("application/ofd", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /// Files of the other kinds put together; no archive within an archive.
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /// Endings of names, the usual one first.
    public List<String> extensions() {
        return extensions;
    }

    /// The kind whose names end so.
    public static Optional<FileKind> named(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extensions.contains(extension.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
