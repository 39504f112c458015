package org.luoshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the server's own `postmaster.pid` says.
///
/// @param pid   process of the server
/// @param port  TCP port; 0 until it is known
/// @param ready whether it accepts connections
record Postmaster(long pid, int port, boolean ready) {

    /// Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
    static Optional<Postmaster> of(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(cluster));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || lines.getFirst().isBlank()) return Optional.empty();
        var port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
        var ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), port, ready));
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Whether that process lives and really is the server of this folder: numbers of dead processes are reused.
    boolean alive(Path cluster) {
        if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) return false;
        var process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException e) {
            // Of another user or gone meanwhile. A living one that we may not look into counts as the server.
            return !(e instanceof NoSuchFileException) && Files.exists(process);
        }
    }
}
