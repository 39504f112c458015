package org.luoshi.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.PortInUseException;

class PlainFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "53100, 数据库所在的磁盘已满, The disk of the database is full",
        "57P02, 数据库中途停止或断开, The database stopped or went away",
        "08006, 数据库中途停止或断开, The database stopped or went away",
    })
    void whatStopsADatabaseIsToldInBothLanguages(String state, String zh, String en) {
        var failure = new IllegalStateException("startup", new RuntimeException("insert", new SQLException("said", state)));
        assertThat(PlainFailures.of(failure)).hasValueSatisfying(plain -> {
            assertThat(plain.words().zh()).startsWith(zh);
            assertThat(plain.words().en()).startsWith(en);
            assertThat(plain.exit()).isEqualTo(Exit.FAILED);
        });
    }

    @Test
    void aPortTakenAtTheLastMomentIsTold() {
        assertThat(PlainFailures.of(new IllegalStateException(new PortInUseException(8080))))
                .hasValueSatisfying(plain -> assertThat(plain.words().en()).contains("port 8080"));
    }

    @Test
    void aMistakeOfOursIsNotExplainedAway() {
        assertThat(PlainFailures.of(new SQLException("syntax error", "42601"))).isEmpty();
        assertThat(PlainFailures.of(new NullPointerException())).isEmpty();
    }
}
