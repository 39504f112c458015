package org.luoshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The data folder of one server, made once.
record Cluster(Path folder) {

    /// Not named like a schema: `"$user"` on the search path would find tables that another server does not.
    static final String USER = "luoshi_owner";

    private static final String PASSWORD = "luoshi.password";

    /// An empty cluster takes about 40 MB, its first write-ahead log 16 MB and more soon after.
    private static final long BYTES_NEEDED = 200L << 20;

    Path path() {
        return folder.resolve("cluster");
    }

    boolean exists() {
        return Files.exists(path().resolve("PG_VERSION"));
    }

    void requireMajor(int major) throws IOException {
        if (!exists()) return;
        var found = Files.readString(path().resolve("PG_VERSION")).strip();
        if (found.equals(Integer.toString(major))) return;
        throw new PostgresProblem(
                "数据文件夹 %s 由 PostgreSQL %s 建立，本程序内置的是 PostgreSQL %d，不能直接打开。用建立它的落实版本启动并执行 luoshi export，再用本版本 luoshi import 到新的数据文件夹。"
                        .formatted(path(), found, major),
                "The data folder %s was made by PostgreSQL %s; this program brings PostgreSQL %d and cannot open it. Start the Luoshi version that made it, run luoshi export, then luoshi import into a new data folder with this version."
                        .formatted(path(), found, major));
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /// Makes the cluster under another name and renames it, so that a kill half-way leaves none.
    void initialise(Binaries binaries, Privileges privileges) throws IOException {
        Folders.requireSpace(folder, BYTES_NEEDED);
        var unfinished = folder.resolve("cluster.unfinished");
        Folders.delete(unfinished);
        Folders.create(unfinished, "rwx------");
        var handed = folder.resolve("password.initdb");
        Files.deleteIfExists(handed);
        writePassword(handed);
        try {
            privileges.own(unfinished);
            privileges.own(handed);
            var command = new ArrayList<>(privileges.prefix());
            command.addAll(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + USER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + handed,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            var outcome = Commands.run(Commands.builder(command));
            if (!outcome.succeeded()) throw failed(outcome.output());
            Files.move(handed, unfinished.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Inside the cluster, so that the two can never be parted.
    Path passwordFile() {
        return path().resolve(PASSWORD);
    }

    private static void writePassword(Path file) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    /// The former cluster while a restore puts another in its place.
    Path replaced() {
        return folder.resolve("cluster.replaced");
    }

    /// A restore that was killed between its two renames left no cluster: the former one comes back.
    void undoHalfReplacement() throws IOException {
        if (!exists() && Files.exists(replaced())) Files.move(replaced(), path(), StandardCopyOption.ATOMIC_MOVE);
    }

    private PostgresProblem failed(String output) {
        if (Folders.saysDiskIsFull(output)) return Folders.full(folder, "initdb");
        return new PostgresProblem(
                "不能在 %s 建立数据库：%n%s".formatted(path(), output.indent(2)),
                "Cannot create the database in %s:%n%s".formatted(path(), output.indent(2)));
    }
}
