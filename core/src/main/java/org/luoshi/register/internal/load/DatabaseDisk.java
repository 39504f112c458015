package org.luoshi.register.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// The disk of the database, where the database is on this machine and we may look at its folder.
///
/// A disk that fills up to the last byte ends the whole server, because it can no longer write its log. So an import is
/// ended while there is some room left.
final class DatabaseDisk {

    /// Four segments of the write-ahead log: enough for everybody else's writes until somebody makes room.
    private static final long RESERVE = 64L << 20;
    /// A server here fills some ten megabytes in that time.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String FOLDER =
            "select setting, extract(epoch from pg_postmaster_start_time())::bigint from pg_settings where name = 'data_directory'";
    /// Line of `postmaster.pid` that says when the server started, in seconds since 1970.
    private static final int STARTED = 2;
    /// Seconds between that and what the server answers, on a slow machine.
    private static final long STARTING = 60;

    private final Path folder;

    private DatabaseDisk(Path folder) {
        this.folder = folder;
    }

    static Optional<DatabaseDisk> of(Statements statements) throws SQLException {
        DatabaseDisk[] found = new DatabaseDisk[1];
        statements.each(FOLDER, row -> {
            Path folder = Path.of(row.getString(1));
            if (isServedFrom(folder, row.getLong(2))) {
                found[0] = new DatabaseDisk(folder);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    Path folder() {
        return folder;
    }

    /// Ends the import when the reserve is touched.
    ///
    /// @param disk null where we cannot see it
    /// @return to be closed when nothing is written any more
    static Guard guard(@Nullable DatabaseDisk disk, Watch watch) {
        return new Guard(disk == null ? null : Thread.ofVirtual().name("import-disk").start(() -> disk.look(watch)));
    }

    record Guard(@Nullable Thread thread) implements AutoCloseable {

        @Override
        public void close() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void look(Watch watch) {
        try {
            while (true) {
                long free = Files.getFileStore(folder).getUsableSpace();
                if (free < RESERVE) {
                    watch.fail(tooLittle(free));
                    return;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the import has ended
        } catch (IOException e) {
            watch.fail(Failures.ofFile(Failures.at(folder, e)));
        }
    }

    private Text tooLittle(long free) {
        return new Text(
                "数据库的磁盘快满了：%s 只剩 %d MB。什么都没有写入；腾出空间再导入".formatted(folder, free >> 20),
                "the database's disk is nearly full: %s has only %d MB left. Nothing was written; free some space and import again"
                        .formatted(folder, free >> 20));
    }

    /// Whether the folder of that name here is the one of the server that we talk to, which may be on another machine.
    private static boolean isServedFrom(Path folder, long started) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return lines.size() > STARTED && Math.abs(Long.parseLong(lines.get(STARTED).strip()) - started) <= STARTING;
        } catch (IOException | NumberFormatException e) {
            return false; // not here, not ours to read, or just being written
        }
    }
}
