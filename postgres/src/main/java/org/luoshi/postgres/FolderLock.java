package org.luoshi.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One program per server folder. The kernel drops the lock when the program dies, however it dies.
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        var lock = tryTake(folder);
        if (lock != null) return lock;
        var holder = Files.readString(folder.resolve("lock")).strip();
        throw new PostgresProblem(
                "数据文件夹 %s 正由另一个落实程序使用（进程 %s）。先停止它，或用 LUOSHI_DATA 换一个数据文件夹。"
                        .formatted(folder, holder),
                "The data folder %s is in use by another Luoshi (process %s). Stop that one first, or set LUOSHI_DATA to another data folder."
                        .formatted(folder, holder));
    }

    static @Nullable FolderLock tryTake(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                var pid = Long.toString(ProcessHandle.current().pid());
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException held) {
            // Held by this very process: the same answer as for a lock of another one.
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
