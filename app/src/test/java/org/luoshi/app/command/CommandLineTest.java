package org.luoshi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.PostgresProblem;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Arguments> ran = new ArrayList<>();

    @Test
    void aCommandGetsItsArguments() {
        assertThat(run("restore", "monday.zip", "--replace", "--as-of", "2025-09-22", "--only=parks")).isZero();
        var arguments = ran.getFirst();
        assertThat(arguments.single("FILE")).isEqualTo("monday.zip");
        assertThat(arguments.has("--replace")).isTrue();
        assertThat(arguments.option("--as-of")).contains("2025-09-22");
        assertThat(arguments.option("--only")).contains("parks");
    }

    @Test
    void afterTwoHyphensEverythingIsAName() {
        assertThat(run("restore", "--", "--replace")).isZero();
        assertThat(ran.getFirst().single("FILE")).isEqualTo("--replace");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        assertThat(run("restroe")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("没有命令 restroe。是否想写 restore?")
                .contains("There is no command restroe. Did you mean restore?");
    }

    @Test
    void anUnknownOptionIsGuessedAndTheUsageShown() {
        assertThat(run("restore", "monday.zip", "--replcae")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("命令 restore 没有选项 --replcae。是否想写 --replace?")
                .contains("Command restore has no option --replcae. Did you mean --replace?")
                .contains("luoshi restore FILE [--replace]");
        assertThat(ran).isEmpty();
    }

    @Test
    void anOptionWithoutItsValueIsTold() {
        assertThat(run("restore", "--as-of")).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Option --as-of needs a value.");
    }

    @Test
    void whatIsWrongWithTheDatabaseIsSaidInBothLanguagesWithoutAStackTrace() {
        assertThat(run("fail")).isEqualTo(Exit.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("磁盘满\nDisk full\n");
    }

    @Test
    void helpListsEveryCommandInBothLanguages() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("luoshi restore FILE [--replace]", "恢复", "Restores");
    }

    @Test
    void noCommandIsAMistakeThatShowsTheHelp() {
        assertThat(run()).isEqualTo(Exit.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("luoshi restore FILE");
    }

    private int run(String... words) {
        return new CommandLine(List.of(new Restore(), new Fail()), new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private class Restore implements Command {
        @Override
        public String name() {
            return "restore";
        }

        @Override
        public String usage() {
            return "FILE [--replace]";
        }

        @Override
        public Text summary() {
            return new Text("恢复", "Restores");
        }

        @Override
        public Set<String> flags() {
            return Set.of("--replace");
        }

        @Override
        public Set<String> options() {
            return Set.of("--as-of", "--only");
        }

        @Override
        public int run(Arguments arguments) {
            ran.add(arguments);
            return Exit.DONE;
        }
    }

    private static final class Fail implements Command {
        @Override
        public String name() {
            return "fail";
        }

        @Override
        public String usage() {
            return "";
        }

        @Override
        public Text summary() {
            return Text.same("fail");
        }

        @Override
        public int run(Arguments arguments) {
            throw new PostgresProblem("磁盘满", "Disk full");
        }
    }
}
