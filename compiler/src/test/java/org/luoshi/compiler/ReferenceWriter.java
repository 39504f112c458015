package org.luoshi.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.reference.ReferencePages;

/// Writes `docs/reference`. Run its main method in the compiler's folder after a declaration or a mistake has changed.
final class ReferenceWriter {

    static final Path REFERENCE = Path.of("../docs/reference");

    private ReferenceWriter() {}

    public static void main(String... arguments) throws IOException {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Path file = REFERENCE.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }

    static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>(ReferencePages.all());
        pages.putAll(DiagnosticPages.all());
        return pages;
    }
}
