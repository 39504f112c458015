package org.luoshi.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.postgres.testing.TestPostgres;

class EntryFileTest {

    private static final Path PACKS = Path.of("../packs");

    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameFile() throws IOException {
        var one = EntryFile.write(folder.resolve("1.csv"), 7, 500, "P", PACKS);
        var two = EntryFile.write(folder.resolve("2.csv"), 7, 500, "P", PACKS);
        var other = EntryFile.write(folder.resolve("3.csv"), 8, 500, "P", PACKS);
        assertThat(Files.readString(two.path())).isEqualTo(Files.readString(one.path()));
        assertThat(Files.readString(other.path())).isNotEqualTo(Files.readString(one.path()));
    }

    @Test
    void everyCodeIsThereOnce() throws IOException {
        var file = EntryFile.write(folder.resolve("1.csv"), 7, 2000, "P", PACKS);
        assertThat(Files.readAllLines(file.path()).stream().skip(1).map(it -> it.split(",")[0]).distinct()).hasSize(2000);
    }

    @Test
    void theYardstickCopiesWhatTheFileSays() throws IOException, SQLException {
        var file = EntryFile.write(folder.resolve("1.csv"), 7, 3000, "P", PACKS);
        var total = Files.readAllLines(file.path()).stream()
                .skip(1)
                .map(it -> new BigDecimal(it.split(",")[4]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        try (var connection = TestPostgres.shared().emptyDatabase().connect();
                var statement = connection.createStatement()) {
            BinaryCopy.run(connection, file.path(), yardstick -> {
                try (var sums = statement.executeQuery("select count(*), sum(amount), count(closed_on) from " + yardstick)) {
                    sums.next();
                    assertThat(sums.getInt(1)).isEqualTo(3000);
                    assertThat(sums.getBigDecimal(2)).isEqualByComparingTo(total);
                    assertThat(sums.getInt(3)).isBetween(400, 800);
                }
            });
        }
    }
}
