package org.luoshi.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A consistent copy of the embedded database in one file, taken while it runs or not.
///
/// The files are copied as they are between `pg_backup_start` and `pg_backup_stop`; the write-ahead log of that
/// time, copied last, makes them consistent when the copy is first started. The file holds everything including
/// the database password, so only its owner may read it.
public final class Backup {

    /// Made anew by the server at start, or not valid elsewhere (the list of pg_basebackup).
    private static final Set<String> CONTENTS_LEFT_OUT = Set.of(
            "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> FILES_LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private final Path cluster;
    private final ZipOutputStream archive;
    private final Progress progress;
    private final long total;
    private long done;

    private Backup(Path cluster, ZipOutputStream archive, Progress progress, long total) {
        this.cluster = cluster;
        this.archive = archive;
        this.progress = progress;
        this.total = total;
    }

    /// @param file must not exist; appears only when it is complete
    public static BackupLabel write(Options options, Path file, Clock clock, Progress progress) {
        var cluster = new Cluster(options.folder());
        if (!cluster.exists())
            throw new PostgresProblem(
                    "数据文件夹 %s 中还没有数据库，无可备份。".formatted(options.folder()),
                    "There is no database in the data folder %s yet, so nothing to back up.".formatted(options.folder()));
        var running = EmbeddedPostgres.running(options.folder());
        if (running.isPresent()) return write(cluster, running.get(), file, clock, progress);
        try (var server = EmbeddedPostgres.start(options)) {
            return write(cluster, server.login(), file, clock, progress);
        }
    }

    private static BackupLabel write(Cluster cluster, DatabaseLogin login, Path file, Clock clock, Progress progress) {
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var connection = login.connect()) {
            if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var size = size(cluster.path());
            var label = new BackupLabel(
                    BackupLabel.FORMAT, connection.getMetaData().getDatabaseMajorVersion(), clock.instant(), size);
            try (var archive = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                archive.setLevel(Deflater.BEST_SPEED);
                archive.putNextEntry(new ZipEntry(BackupLabel.ENTRY));
                label.write(archive);
                new Backup(cluster.path(), archive, progress, size).copy(connection);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return label;
        } catch (FileAlreadyExistsException e) {
            throw new PostgresProblem(
                    "文件 %s 已存在，备份不覆盖任何文件。换一个文件名。".formatted(file),
                    "The file %s exists; a backup overwrites nothing. Choose another name.".formatted(file));
        } catch (IOException e) {
            throw unwritable(file, unfinished, e);
        } catch (SQLException e) {
            throw new PostgresProblem("备份时数据库报错：" + e.getMessage(), "The database failed during the backup: " + e.getMessage(), e);
        }
    }

    private void copy(Connection connection) throws SQLException, IOException {
        // Without a slot the server may recycle log files while we still copy the rest.
        one(connection, "SELECT pg_create_physical_replication_slot('luoshi_backup_' || pg_backend_pid(), true, true)::text");
        var firstLog = one(connection, "SELECT pg_walfile_name(pg_backup_start('luoshi', true))");
        copyFiles();
        String lastLog;
        String label;
        try (var rows = connection
                .createStatement()
                .executeQuery("SELECT pg_walfile_name(lsn), labelfile FROM pg_backup_stop(false)")) {
            rows.next();
            lastLog = rows.getString(1);
            label = rows.getString(2);
        }
        archive.putNextEntry(new ZipEntry("cluster/backup_label"));
        archive.write(label.getBytes(StandardCharsets.UTF_8));
        copyLog(firstLog, lastLog);
    }

    private void copyFiles() throws IOException {
        try (var paths = Files.walk(cluster)) {
            for (var path : (Iterable<Path>) paths.sorted()::iterator) {
                var inside = cluster.relativize(path);
                if (left(inside)) continue;
                if (Files.isDirectory(path)) archive.putNextEntry(new ZipEntry(name(inside) + "/"));
                else copy(path, inside);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean left(Path inside) {
        if (inside.toString().isEmpty()) return true;
        var name = inside.getFileName().toString();
        // The folders pg_wal/archive_status and pg_wal/summaries must exist; what they hold must not.
        var below = inside.getNameCount() > 1 && CONTENTS_LEFT_OUT.contains(inside.getName(0).toString());
        var logFolder = inside.getNameCount() == 2 && inside.startsWith("pg_wal") && !name.contains(".") && name.length() != 24;
        return below && !logFolder || FILES_LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp");
    }

    private void copyLog(String first, String last) throws IOException {
        try (var files = Files.list(cluster.resolve("pg_wal"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var wanted = name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (wanted || name.endsWith(".history")) copy(file, cluster.relativize(file));
            }
        }
    }

    private void copy(Path file, Path inside) throws IOException {
        try (var in = Files.newInputStream(file)) {
            archive.putNextEntry(new ZipEntry(name(inside)));
            done += in.transferTo(archive);
            progress.at(Math.min(done, total), total);
        } catch (NoSuchFileException e) {
            // A table dropped meanwhile: the log that follows drops it in the copy too.
            progress.at(Math.min(done, total), total);
        }
    }

    private static String name(Path inside) {
        return "cluster/" + inside;
    }

    private static long size(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            var sum = 0L;
            for (var path : (Iterable<Path>) paths::iterator) {
                var file = path.toFile();
                if (file.isFile() && !left(root.relativize(path))) sum += file.length();
            }
            return sum;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static PostgresProblem unwritable(Path file, Path unfinished, IOException e) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException second) {
            e.addSuppressed(second);
        }
        var disk = Folders.saysDiskIsFull(String.valueOf(e.getMessage()));
        return new PostgresProblem(
                "不能写备份文件 %s：%s。%s".formatted(file, disk ? "磁盘空间不足" : e.toString(), "数据库未受影响；换一个位置再试。"),
                "Cannot write the backup file %s: %s. The database is unharmed; try another place."
                        .formatted(file, disk ? "the disk is full" : e.toString()),
                e);
    }
}
