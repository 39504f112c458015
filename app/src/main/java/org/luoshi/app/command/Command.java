package org.luoshi.app.command;

import java.util.Set;
import org.luoshi.kernel.text.Text;

/// One verb of the command line.
public interface Command {

    String name();

    /// What follows the name, such as `FILE [--replace]`.
    default String usage() {
        return "";
    }

    Text summary();

    /// Options without a value, such as `--replace`.
    default Set<String> flags() {
        return Set.of();
    }

    /// Options with a value, such as `--as-of`.
    default Set<String> options() {
        return Set.of();
    }

    /// @return exit code, one of [Exit]
    int run(Arguments arguments) throws Exception;
}
