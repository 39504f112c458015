package org.luoshi.register.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.luoshi.postgres.testing.TestPostgres;

/// What is written in PostgreSQL's binary format is what PostgreSQL reads.
class RowBufferTest {

    record Row(
            @Nullable String text,
            @Nullable Long whole,
            @Nullable BigDecimal decimal,
            @Nullable Boolean truth,
            @Nullable LocalDate date,
            @Nullable Instant moment) {}

    @Property(tries = 40)
    void theServerReadsWhatWasWritten(@ForAll("rows") List<Row> rows) throws SQLException, IOException {
        try (Connection connection = TestPostgres.shared().freshDatabase().dataSource().getConnection();
                Spool spool = Spool.open()) {
            connection.createStatement().execute(
                    "create table t (n bigint, a text, b bigint, c numeric, d boolean, e date, f timestamptz)");
            for (int i = 0; i < rows.size(); i++) {
                write(spool.buffer(), i, rows.get(i));
                spool.keep();
                spool.buffer().begin(-1);
                spool.drop();
            }
            Watch watch = new Watch(0);
            new Statements(connection, watch).copy(
                    "copy t from stdin (format binary)",
                    copy -> spool.send(copy, 7, n -> java.nio.ByteBuffer.allocate(12).putInt(8).putLong(n).array(), watch));
            assertThat(read(connection)).isEqualTo(rows);
        }
    }

    private static void write(RowBuffer buffer, long number, Row row) {
        buffer.begin(number);
        if (row.text() == null) buffer.missing();
        else buffer.text(row.text());
        if (row.whole() == null) buffer.missing();
        else buffer.whole(row.whole());
        if (row.decimal() == null) buffer.missing();
        else buffer.decimal(row.decimal());
        if (row.truth() == null) buffer.missing();
        else buffer.truth(row.truth());
        if (row.date() == null) buffer.missing();
        else buffer.date(row.date());
        if (row.moment() == null) buffer.missing();
        else buffer.moment(row.moment());
    }

    private static List<Row> read(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var result = connection.createStatement().executeQuery("select a, b, c::text, d, e, f from t order by n")) {
            while (result.next()) {
                String decimal = result.getString(3);
                OffsetDateTime moment = result.getObject(6, OffsetDateTime.class);
                rows.add(new Row(
                        result.getString(1),
                        result.getObject(2, Long.class),
                        decimal == null ? null : new BigDecimal(decimal),
                        result.getObject(4, Boolean.class),
                        result.getObject(5, LocalDate.class),
                        moment == null ? null : moment.toInstant()));
            }
        }
        return rows;
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii().excludeChars('\0').ofMaxLength(30),
                Arbitraries.of("成", "都", "é", "€", "𠮷", "龥", ",", "\"", "\\", "\n", "\t").list().ofMaxSize(30).map(signs -> String.join("", signs)));
        Arbitrary<BigDecimal> decimals = Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(38).negate(), BigInteger.TEN.pow(38)),
                        Arbitraries.integers().between(0, 38),
                        Arbitraries.integers().between(0, 12))
                .as((digits, shorter, scale) -> new BigDecimal(digits.divide(BigInteger.TEN.pow(shorter)), scale));
        Arbitrary<LocalDate> dates =
                Arbitraries.longs().between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
        Arbitrary<Instant> moments = Combinators.combine(
                        dates, Arbitraries.longs().between(0, 86_399_999_999L))
                .as((day, micros) -> day.atStartOfDay().toInstant(ZoneOffset.UTC).plusNanos(micros * 1_000));
        return Combinators.combine(
                        texts.injectNull(0.1),
                        Arbitraries.longs().injectNull(0.1),
                        decimals.injectNull(0.1),
                        Arbitraries.of(true, false).injectNull(0.1),
                        dates.injectNull(0.1),
                        moments.injectNull(0.1))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }
}
