package org.luoshi.bench.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The yardstick for imports: a file's rows by binary COPY into a bare table with a primary key. No validation,
/// no versions, no other index.
public final class BinaryCopy {

    private static final long POSTGRES_DAY_0 = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final int FLUSH_BYTES = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FLUSH_BYTES + 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private BinaryCopy() {}

    /// Looks at the filled table before it goes.
    @FunctionalInterface
    interface Look {
        void at(String table) throws SQLException;
    }

    /// Reads the file and copies it in one transaction.
    ///
    /// @return seconds, from opening the file to the commit
    public static double run(Connection connection, Path csv) throws SQLException, IOException {
        return run(connection, csv, table -> {});
    }

    static double run(Connection connection, Path csv, Look look) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists yardstick");
            statement.execute(
                    """
                    create table yardstick (code text primary key, name text, unit text, stage text,
                        amount numeric(14,2), people bigint, opened_on date, closed_on date)""");
        }
        var began = System.nanoTime();
        connection.setAutoCommit(false);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy yardstick from stdin (format binary)");
        try (var lines = Files.newBufferedReader(csv)) {
            new BinaryCopy().send(lines, copy);
            copy.endCopy();
            connection.commit();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
            connection.setAutoCommit(true);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        look.at("yardstick");
        try (var statement = connection.createStatement()) {
            statement.execute("drop table yardstick");
        }
        return seconds;
    }

    private void send(BufferedReader lines, CopyIn copy) throws IOException, SQLException {
        out.write("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(0);
        out.writeInt(0);
        lines.readLine();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            row(line.split(",", -1));
            if (bytes.size() >= FLUSH_BYTES) flush(copy);
        }
        out.writeShort(-1);
        flush(copy);
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
    }

    private void row(String[] cells) throws IOException {
        out.writeShort(8);
        for (var i = 0; i < 4; i++) text(cells[i]);
        numeric(cells[4]);
        out.writeInt(8);
        out.writeLong(Long.parseLong(cells[5]));
        date(cells[6]);
        date(cells[7]);
    }

    private void text(String value) throws IOException {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private void date(String value) throws IOException {
        if (value.isEmpty()) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(4);
        out.writeInt((int) (LocalDate.parse(value).toEpochDay() - POSTGRES_DAY_0));
    }

    /// Base-10000 digits: two decimals fill one digit after the point.
    private void numeric(String value) throws IOException {
        var scaled = new BigDecimal(value).movePointRight(4).longValueExact();
        var digits = new short[5];
        var count = 0;
        for (var rest = scaled; rest > 0; rest /= 10_000) digits[count++] = (short) (rest % 10_000);
        out.writeInt(8 + 2 * count);
        out.writeShort(count);
        out.writeShort(count - 2); // weight of the first digit; the last stands for ten-thousandths
        out.writeShort(0); // positive
        out.writeShort(2); // digits shown after the point
        for (var i = count - 1; i >= 0; i--) out.writeShort(digits[i]);
    }
}
