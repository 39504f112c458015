package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.audit.ChangeLog;
import org.luoshi.postgres.EmbeddedPostgres;
import org.luoshi.postgres.Migrations;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.testing.SmallDisk;

/// A disk that fills during an import: that of the database, and that of the file of bad rows.
class FullDiskTest {

    private static final long MB = 1 << 20;
    private static final int ROWS = 600_000;

    @TempDir
    private Path mount;

    @TempDir
    private Path folder;

    private SmallDisk disk;
    private EmbeddedPostgres server;
    private Town town;

    @BeforeEach
    void open() throws Exception {
        disk = SmallDisk.mounted(mount, 700);
        server = TestPostgres.on(disk.folder().resolve("data"));
        TestDatabase database = new TestDatabase(server.jdbcUrl(), server.user(), server.password());
        Migrations.apply(database.dataSource());
        town = new Town(Town.project(), database);
    }

    @AfterEach
    void close() throws IOException {
        if (town != null) town.close();
        if (server != null) server.close();
        if (disk != null) disk.close();
    }

    @Test
    void theFirstImportIsRefusedInTimeAndSucceedsWhenThereIsRoom() throws Exception {
        Path file = write("P-", ROWS);
        Path filler = disk.fill(110 * MB);
        refused(file, 0);
        Files.delete(filler);
        assertThat(imported(file).created()).isEqualTo(ROWS);
        assertThat(count()).isEqualTo(ROWS + 1);
    }

    @Test
    void soIsOneIntoARegisterWithRecords() throws Exception {
        town.create(RegisterTest.project("FIRST", "north"));
        Path file = write("P-", ROWS);
        Path filler = disk.fill(150 * MB);
        refused(file, 1);
        Files.delete(filler);
        assertThat(imported(file).created()).isEqualTo(ROWS);
    }

    @Test
    void badRowsThatFindNoRoomKeepTheGoodOnesOut() throws Exception {
        Path file = write("P-", 50_000, "没有这一阶段");
        Files.writeString(file, "LAST,末,北区,线索\n", StandardOpenOption.APPEND);
        try (SmallDisk small = SmallDisk.mounted(Files.createDirectory(folder.resolve("small")), 1)) {
            Path bad = small.folder().resolve("bad.csv");
            ImportReport report = town.projects()
                    .prepareImport(ImportRequest.of(file).goodRows(bad), town.system)
                    .run();
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.problem().zh()).isEqualTo("磁盘已满，写不下 %s。什么都没有写入登记表；腾出空间再导入".formatted(bad));
            assertThat(report.problem().en())
                    .isEqualTo("the disk is full and %s could not be written. Nothing went into the register; free some space and import again".formatted(bad));
            assertThat(count()).isZero();
        }
        Path bad = folder.resolve("bad.csv");
        ImportReport report = town.projects().prepareImport(ImportRequest.of(file).goodRows(bad), town.system).run();
        assertThat(report.created()).isEqualTo(1);
        assertThat(Files.readAllLines(bad)).hasSize(50_001);
    }

    private void refused(Path file, long before) {
        long changes = town.context.get(ChangeLog.class).last().orElseThrow().number();
        ImportReport report = town.projects().prepareImport(ImportRequest.of(file), town.system).run();
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("数据库的磁盘").contains(disk.folder().toString()).contains("什么都没有写入").contains("腾出空间再导入");
        assertThat(report.problem().en()).contains("database's disk").contains(disk.folder().toString()).contains("Nothing was written").contains("import again");
        assertThat(server.alive()).isTrue();
        assertThat(count()).isEqualTo(before);
        assertThat(town.context.get(ChangeLog.class).last().orElseThrow().number()).isEqualTo(changes);
        town.create(RegisterTest.project("GOES-ON-" + before, "north"));
    }

    private ImportReport imported(Path file) {
        ImportReport report = town.projects().prepareImport(ImportRequest.of(file), town.system).run();
        assertThat(report.outcome()).as(String.valueOf(report.problem())).isEqualTo(Outcome.IMPORTED);
        return report;
    }

    private Path write(String prefix, int rows) throws IOException {
        return write(prefix, rows, "线索");
    }

    private Path write(String prefix, int rows, String stage) throws IOException {
        Path file = folder.resolve("import.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("编号,名称,区,阶段\n");
            for (int i = 0; i < rows; i++) {
                out.write(prefix + i + ",项目" + i + ",北区," + stage + "\n");
            }
        }
        return file;
    }

    private long count() {
        return town.context.sql().fetchCount(new EntityTable(Town.project()).current());
    }
}
