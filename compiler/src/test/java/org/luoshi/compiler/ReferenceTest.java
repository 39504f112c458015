package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void theReferenceSaysWhatTheCompilerDoes() throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ReferenceWriter.REFERENCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path =
                        ReferenceWriter.REFERENCE.relativize(file).toString().replace('\\', '/');
                written.put(path, Files.readString(file));
            }
        }
        assertThat(ReferenceWriter.pages().entrySet().stream()
                        .filter(page -> !page.getValue().equals(written.get(page.getKey())))
                        .map(Map.Entry::getKey))
                .as("stale pages of docs/reference; run ReferenceWriter in the compiler's folder to renew them")
                .isEmpty();
    }
}
