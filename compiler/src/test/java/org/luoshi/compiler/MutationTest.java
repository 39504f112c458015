package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.luoshi.kernel.diagnostic.CiRenderer;
import org.luoshi.kernel.diagnostic.JsonRenderer;
import org.luoshi.kernel.text.Language;

/// Whatever is done to a pack's files, compiling them ends, throws nothing, and has every place inside its file.
class MutationTest {

    private static final Path CITY = Path.of("src/test/resources/mistakes/LP0832_unknown_session/pack");

    private static final Map<String, String> FILES = files();

    private static final String[] SNIPPETS = {
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "\n",
        "\t",
        "  ",
        "#",
        "&a ",
        "*a",
        "!!map ",
        "|\n",
        ">\n",
        "---\n",
        "...\n",
        "null",
        "~",
        "true",
        "0",
        "-1",
        "99999999999999999999",
        "2025-02-30",
        "unit: ",
        "title: ",
        "\u0000",
        "\uFEFF",
        "\uD83C",
        "万元",
        "，",
        "：",
        "{{ ",
        " }}",
        "% ",
        "? ",
        "<<: ",
        ",",
        "\r",
        "\u2028",
        "count(",
        "project.",
        "((((((((",
        ")"
    };

    @Property(tries = 150)
    void noMutationBreaksTheCompiler(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> overlay = new TreeMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String file = List.copyOf(FILES.keySet()).get(random.nextInt(FILES.size()));
            overlay.put(file, mutate(overlay.getOrDefault(file, FILES.get(file)), random));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Compilation compilation = PackCompiler.compile(List.of(CITY), overlay);
            assertThat(compilation.packs().isPresent())
                    .isNotEqualTo(compilation.diagnostics().hasErrors());
            var sorted = compilation.diagnostics().sorted();
            for (Language language : Language.values()) {
                MistakeFolder.render(compilation, language);
                new CiRenderer(language).render(sorted, compilation.sources());
            }
            new JsonRenderer().render(sorted, compilation.sources());
            sorted.forEach(d -> assertThat(d.headline().en() + d.headline().zh())
                    .doesNotContain("Exception", "org.luoshi", "snakeyaml", "tag:yaml"));
        });
    }

    private static String mutate(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), at + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(at, to);
                case 1 -> changed.insert(at, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                case 2 -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(at, to));
                case 3 -> changed.replace(at, to, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                default -> changed.insert(at, (char) random.nextInt(0x3000));
            }
        }
        return changed.toString();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(CITY)) {
            walk.filter(Files::isRegularFile)
                    .forEach(f -> files.put(
                            "pack/" + CITY.relativize(f).toString().replace('\\', '/'), MistakeFolder.read(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.putAll(new MistakeFolder(CITY.getParent()).mends());
        return files;
    }
}
