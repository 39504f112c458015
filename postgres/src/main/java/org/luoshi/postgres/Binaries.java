package org.luoshi.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs, unpacked once per version from the archive on the class path.
///
/// The folder appears by an atomic rename, so a kill half-way leaves nothing that looks complete.
///
/// @param home    folder with `bin`, `lib` and `share`
/// @param version such as `18.6.0`
record Binaries(Path home, String version) {

    /// Unpacked size is about 60 MB; the rest is room for the first write-ahead log.
    private static final long BYTES_NEEDED = 100L << 20;

    private static final Object IN_THIS_PROCESS = new Object();

    static Binaries in(Path cache) {
        var version = packagedVersion();
        var home = cache.resolve(version);
        if (Files.isDirectory(home)) return new Binaries(home, version);
        synchronized (IN_THIS_PROCESS) {
            try {
                Folders.create(cache, "rwxr-xr-x");
                try (var lock = FileChannel.open(
                                cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var _ = lock.lock()) {
                    if (!Files.isDirectory(home)) unpack(cache, home, version);
                }
            } catch (IOException e) {
                throw Folders.problem(cache, e);
            }
        }
        return new Binaries(home, version);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static int packagedMajor() {
        var version = packagedVersion();
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    static String packagedVersion() {
        var properties = new Properties();
        try (var in = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) throw new IllegalStateException("binaries.properties is missing from the build");
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static void unpack(Path cache, Path home, String version) throws IOException {
        Folders.requireSpace(cache, BYTES_NEEDED);
        var unfinished = cache.resolve(version + ".unfinished");
        Folders.delete(unfinished);
        Folders.create(unfinished, "rwxr-xr-x");
        try (var archive = archive();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                unpack(tar, entry, unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream archive() {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var archive = system.startsWith("linux")
                ? Binaries.class.getResourceAsStream("/postgres-linux-" + machine + ".txz")
                : null;
        if (archive == null)
            throw new PostgresProblem(
                    "没有适用于本机（%s，%s）的内置 PostgreSQL。用 LUOSHI_DB_URL 指向一个 PostgreSQL 17 或更高版本的服务器。"
                            .formatted(system, machine),
                    "There is no built-in PostgreSQL for this machine (%s, %s). Set LUOSHI_DB_URL to a server of PostgreSQL 17 or later."
                            .formatted(system, machine));
        return archive;
    }

    /// Modes are set here because a server of another user must read them whatever our umask is.
    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) throw new IOException("archive entry leaves its folder: " + entry.getName());
        if (entry.isDirectory()) {
            Folders.create(target, "rwxr-xr-x");
        } else {
            Folders.create(Objects.requireNonNull(target.getParent()), "rwxr-xr-x");
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                var executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
