package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processor seconds that processes used, user and system: what work costs, however busy the machine is.
final class ProcessorTime {

    /// Linux shows processes' times in hundredths of a second, whatever its kernel counts in.
    private static final double TICKS_A_SECOND = 100;

    /// Places after the command's name in `/proc/PID/stat`, which itself may contain blanks.
    private static final int OWN_USER = 11;

    private static final int CHILDREN_USER = 13;

    private ProcessorTime() {}

    static double of(long pid) throws IOException {
        return pair(Path.of("/proc", Long.toString(pid), "stat"), OWN_USER);
    }

    /// A process, its living children and those that ended and were waited for.
    static double ofFamily(long pid) throws IOException {
        var sum = of(pid) + pair(Path.of("/proc", Long.toString(pid), "stat"), CHILDREN_USER);
        for (var child : ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) sum += of(child.pid());
        return sum;
    }

    /// Of all commands that we ran to their end, and what those waited for.
    static double ofEndedChildren() throws IOException {
        return pair(Path.of("/proc/self/stat"), CHILDREN_USER);
    }

    private static double pair(Path stat, int first) throws IOException {
        try {
            var text = Files.readString(stat);
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS_A_SECOND;
        } catch (IOException e) {
            if (Files.exists(stat)) throw e;
            return 0; // gone: counted with its parent's ended children
        }
    }
}
