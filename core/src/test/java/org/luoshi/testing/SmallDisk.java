package org.luoshi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A disk in memory that is soon full. Needs the right to mount; a test without it is reported as skipped.
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk mounted(Path folder, int megabytes) throws IOException, InterruptedException {
        String options = "size=%dm,mode=0755".formatted(megabytes);
        boolean done = Files.isExecutable(Path.of("/usr/bin/mount"))
                && run("/usr/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) == 0;
        Assumptions.assumeTrue(done, "a small disk could not be mounted here: that needs root");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    public long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Leaves so much free, until what is returned is deleted.
    public Path fill(long left) throws IOException {
        Path filler = folder.resolve("filler");
        byte[] block = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler)) {
            for (long rest = free() - left; rest > 0; rest -= block.length) {
                out.write(block, 0, (int) Math.min(rest, block.length));
            }
        }
        return filler;
    }

    @Override
    public void close() throws IOException {
        try {
            run("/usr/bin/umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
