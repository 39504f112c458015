package org.luoshi.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.app.command.CommandLine;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final CommandLine commands = new CommandLine(List.of(new CheckCommand(out)), out, out);

    @BeforeEach
    void aPackWithoutMistakes() throws IOException {
        Files.createDirectories(folder.resolve("parks"));
        write("title: { zh: 园区, en: Parks }\nversion: 1.0.0\nluoshi: \">=0.1\"\n");
    }

    @Test
    void aFolderOfGoodPacksEndsWithZero() {
        assertThat(check()).isZero();
        assertThat(said()).isEqualTo("1 个包，没有错误，没有建议\n");
    }

    @Test
    void mistakesEndWithOneAndAreTold() throws IOException {
        write("title: { zh: 园区, en: Parks }\nversion: 1.0\nluoshi: \">=0.1\"\n");
        assertThat(check("--lang", "en")).isEqualTo(1);
        assertThat(said())
                .contains("error LP0114: `1.0` is not a version", "--> parks/pack.yaml:2:10", "help: write `1.0.0`")
                .endsWith("1 errors, 0 pieces of advice\n");
    }

    @Test
    void otherFormatsHoldNothingButTheirOwn() throws IOException {
        write("title: { zh: 园区, en: Parks }\nversion: 1.0\nluoshi: \">=0.1\"\n");
        assertThat(check("--format", "json")).isEqualTo(1);
        assertThat(said().strip())
                .startsWith("{\"diagnostics\":[")
                .endsWith("]}")
                .contains("LP0114");
        written.reset();
        assertThat(check("--format", "ci", "--lang", "en")).isEqualTo(1);
        assertThat(said().strip())
                .startsWith("::error file=" + folder + "/parks/pack.yaml,line=2,")
                .doesNotContain("\n");
    }

    @Test
    void aWrongCommandLineEndsWithTwo() {
        assertThat(commands.run("check")).isEqualTo(2);
        assertThat(commands.run("check", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(check("--format", "xml")).isEqualTo(2);
        assertThat(check("--lang", "fr")).isEqualTo(2);
    }

    private int check(String... options) {
        List<String> words = new ArrayList<>(List.of("check", folder.toString()));
        words.addAll(List.of(options));
        return commands.run(words.toArray(String[]::new));
    }

    private void write(String manifest) throws IOException {
        Files.writeString(folder.resolve("parks/pack.yaml"), manifest);
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
