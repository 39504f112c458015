package org.luoshi.app.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.luoshi.kernel.text.EditDistance;

/// Finds the command and turns its failures into words and exit codes.
public final class CommandLine {

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    public CommandLine(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = List.copyOf(commands);
        this.out = out;
        this.err = err;
    }

    /// @return exit code
    public int run(String... words) {
        if (words.length == 0) {
            help(err);
            return Exit.USAGE;
        }
        var name = words[0];
        if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
            help(out);
            return Exit.DONE;
        }
        try {
            var command = find(name);
            return command.run(Arguments.read(command, Arrays.asList(words).subList(1, words.length)));
        } catch (Exception e) {
            return explain(name, e);
        }
    }

    private int explain(String name, Exception e) {
        var plain = PlainFailures.of(e);
        if (plain.isEmpty()) {
            say("程序内部错误，下面的信息对开发者有用。", "An internal error; what follows helps the developers.");
            e.printStackTrace(err);
            return Exit.FAILED;
        }
        say(plain.get().words().zh(), plain.get().words().en());
        if (plain.get().exit() == Exit.USAGE) usageOf(name);
        return plain.get().exit();
    }

    private Command find(String name) {
        for (var command : commands) if (command.name().equals(name)) return command;
        var near = EditDistance.suggestion(name, commands.stream().map(Command::name).toList());
        throw Refusal.usage(
                "没有命令 %s。%s执行 luoshi help 查看全部命令。"
                        .formatted(name, near.isEmpty() ? "" : "是否想写 " + near.get() + "?"),
                "There is no command %s. %sluoshi help lists all commands."
                        .formatted(name, near.isEmpty() ? "" : "Did you mean " + near.get() + "? "));
    }

    private void usageOf(String name) {
        for (var command : commands)
            if (command.name().equals(name)) err.println("luoshi " + name + " " + command.usage());
    }

    private void say(String zh, String en) {
        err.println(zh.strip());
        err.println(en.strip());
    }

    private void help(PrintStream to) {
        to.println("落实 Luoshi");
        for (var command : commands) {
            to.println();
            to.println(("  luoshi " + command.name() + " " + command.usage()).stripTrailing());
            to.println("      " + command.summary().zh());
            to.println("      " + command.summary().en());
        }
    }
}
