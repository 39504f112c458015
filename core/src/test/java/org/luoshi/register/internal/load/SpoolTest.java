package org.luoshi.register.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.testing.SmallDisk;

class SpoolTest {

    @TempDir
    private Path folder;

    @Test
    void aFullTemporaryFolderIsNamed() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder, 1);
                Spool spool = Spool.in(disk.folder())) {
            IOException full = catchThrowableOfType(IOException.class, () -> {
                for (int i = 0; i < 100_000; i++) {
                    spool.buffer().begin(i);
                    spool.buffer().text("一行");
                    spool.keep();
                }
            });
            assertThat(Failures.ofFile(full).zh()).startsWith("磁盘已满，写不下 " + folder).endsWith("什么都没有写入登记表；腾出空间再导入");
            assertThat(Failures.ofFile(full).en()).startsWith("the disk is full and " + folder);
        }
    }

    @Test
    void itHasNoNameThatAKilledProcessCouldLeaveBehind() throws IOException {
        try (Spool spool = Spool.in(folder)) {
            assertThat(folder).isEmptyDirectory();
            spool.buffer().begin(1);
            spool.keep();
            assertThat(spool.rows()).isEqualTo(1);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
