package org.luoshi.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The layout that a reader notices and a diff suffers from; the rest is the writer's (ADR 0018).
class SourceStyleTest {

    private static final int LONGEST = 400;

    /// One form, read cell by cell: its parts have nothing to say to each other in other files.
    private static final Set<String> MAY_BE_LONGER = Set.of("WorkbookReader.java");

    @Test
    void everyFileIsLaidOutSoThatDiffsStaySmall() throws IOException {
        List<String> mistakes = new ArrayList<>();
        for (Path file : sources()) mistakes.addAll(mistakes(file.getFileName().toString(), Files.readString(file)));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void eachMistakeIsFound() {
        assertThat(mistakes("A.java", "import java.util.*;\nclass A {\t} \n}")).containsExactly(
                "A.java:1 imports a whole package",
                "A.java:2 has a tab",
                "A.java:2 ends in a space",
                "A.java has no newline at its end");
        assertThat(mistakes("B.java", "\n".repeat(LONGEST + 1))).containsExactly("B.java is longer than 400 lines");
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path folder : modules.map(module -> module.resolve("src")).filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(1000);
        return sources;
    }

    private static List<String> mistakes(String name, String text) {
        List<String> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String at = name + ":" + (i + 1);
            if (line.matches("import .*\\*;")) mistakes.add(at + " imports a whole package");
            if (line.indexOf('\t') >= 0) mistakes.add(at + " has a tab");
            if (line.endsWith(" ")) mistakes.add(at + " ends in a space");
        }
        if (!text.endsWith("\n")) mistakes.add(name + " has no newline at its end");
        if (lines.size() > LONGEST && !MAY_BE_LONGER.contains(name)) mistakes.add(name + " is longer than 400 lines");
        return mistakes;
    }
}
