package org.luoshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Puts a [Backup] in place of the embedded database, after starting it once to see that it is whole.
public final class Restore {

    private Restore() {}

    /// @param replace whether an existing database may go; without it one is refused
    public static BackupLabel read(Options options, Path file, boolean replace, Progress progress) {
        try {
            var label = label(file);
            requireUsable(label, file);
            Folders.create(options.folder(), "rwx--x--x");
            var lock = FolderLock.take(options.folder());
            try {
                return read(options, lock, file, label, replace, progress);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw Folders.problem(options.folder(), e);
        }
    }

    private static BackupLabel read(
            Options options, FolderLock lock, Path file, BackupLabel label, boolean replace, Progress progress)
            throws IOException {
        var cluster = new Cluster(options.folder());
        cluster.undoHalfReplacement();
        if (cluster.exists() && !replace)
            throw new PostgresProblem(
                    "数据文件夹 %s 中已有数据库，恢复会丢掉它。先备份它；确实要替换则加 --replace。".formatted(options.folder()),
                    "The data folder %s already holds a database, which a restore would discard. Back it up first; to replace it add --replace."
                            .formatted(options.folder()));
        Folders.requireSpace(options.folder(), label.bytes());
        var unfinished = options.folder().resolve("cluster.restoring");
        Folders.delete(unfinished);
        unpack(file, unfinished, label.bytes(), progress);
        Folders.delete(cluster.replaced());
        if (cluster.exists()) Files.move(cluster.path(), cluster.replaced(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, cluster.path(), StandardCopyOption.ATOMIC_MOVE);
        try (var recovered = EmbeddedPostgres.start(options, lock)) {
            recovered.login();
        } catch (IOException | RuntimeException e) {
            Folders.delete(cluster.path());
            cluster.undoHalfReplacement();
            throw e;
        }
        Folders.delete(cluster.replaced());
        return label;
    }

    private static BackupLabel label(Path file) {
        try (var archive = new ZipFile(file.toFile())) {
            var entry = archive.getEntry(BackupLabel.ENTRY);
            if (entry == null) throw notABackup(file, "label missing");
            try (var in = archive.getInputStream(entry)) {
                return BackupLabel.read(in);
            }
        } catch (NoSuchFileException e) {
            throw new PostgresProblem("没有文件 %s。".formatted(file), "There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw notABackup(file, String.valueOf(e.getMessage()));
        }
    }

    private static PostgresProblem notABackup(Path file, String fact) {
        return new PostgresProblem(
                "%s 不是完整的落实备份（%s）。用 luoshi backup 写出的文件，并核对它是否拷贝完整。".formatted(file, fact),
                "%s is not a complete Luoshi backup (%s). Use a file written by luoshi backup, and see that it was copied whole."
                        .formatted(file, fact));
    }

    private static void requireUsable(BackupLabel label, Path file) {
        var major = Binaries.packagedMajor();
        if (label.format() == BackupLabel.FORMAT && label.postgres() == major) return;
        throw new PostgresProblem(
                "备份 %s 属于 PostgreSQL %d（格式 %d），本程序内置 PostgreSQL %d（格式 %d）。用写出它的落实版本恢复。"
                        .formatted(file, label.postgres(), label.format(), major, BackupLabel.FORMAT),
                "The backup %s is of PostgreSQL %d (format %d); this program brings PostgreSQL %d (format %d). Restore it with the Luoshi version that wrote it."
                        .formatted(file, label.postgres(), label.format(), major, BackupLabel.FORMAT));
    }

    /// Reading in order checks every entry's checksum, which random access does not.
    private static void unpack(Path file, Path unfinished, long total, Progress progress) throws IOException {
        Folders.create(unfinished, "rwx------");
        try (var archive = new ZipInputStream(Files.newInputStream(file))) {
            var done = 0L;
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.getName().startsWith("cluster/")) continue;
                var target = unfinished.resolve(entry.getName().substring("cluster/".length())).normalize();
                if (!target.startsWith(unfinished)) throw notABackup(file, entry.getName());
                if (entry.isDirectory()) {
                    Folders.create(target, "rwx------");
                } else {
                    Folders.create(Objects.requireNonNull(target.getParent()), "rwx------");
                    done += Files.copy(archive, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                }
                progress.at(Math.min(done, total), total);
            }
        } catch (ZipException e) {
            Folders.delete(unfinished);
            throw notABackup(file, String.valueOf(e.getMessage()));
        }
    }
}
