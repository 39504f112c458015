package org.luoshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Memory of processes, in MB (2^20 bytes), as the kernel counts it.
final class Memory {

    private Memory() {}

    /// Resident set, shared pages included.
    static double resident(long pid) throws IOException {
        return megabytes(pid, "status", "VmRSS:");
    }

    /// Highest resident set so far.
    static double peak(long pid) throws IOException {
        return megabytes(pid, "status", "VmHWM:");
    }

    /// A process and its children, pages that several share counted once: PostgreSQL's workers share their buffers.
    static double proportional(long pid) throws IOException {
        var sum = megabytes(pid, "smaps_rollup", "Pss:");
        for (var child : children(pid)) sum += megabytes(child, "smaps_rollup", "Pss:");
        return sum;
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid).toList();
    }

    /// 0 for a process that is gone.
    private static double megabytes(long pid, String file, String name) throws IOException {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), file)))
                if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            return 0;
        } catch (IOException e) {
            if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) throw e;
            return 0;
        }
    }
}
