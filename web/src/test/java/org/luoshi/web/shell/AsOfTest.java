package org.luoshi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    private static final ZoneId CHENGDU = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2025-09-22T01:00:00Z");

    @Test
    void aDayMeansAllThatWasKnownWhenItEnded() {
        assertThat(AsOf.read("2025-03-01", CHENGDU, NOW).moment()).isEqualTo(Instant.parse("2025-03-01T15:59:59.999999Z"));
    }

    @Test
    void aMinuteIsReadInTheCitysTime() {
        assertThat(AsOf.read("2025-03-01T15:30", CHENGDU, NOW).moment()).isEqualTo(Instant.parse("2025-03-01T07:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025年9月21日", "２０２５年９月２１日", "二〇二五年九月二十一日", "2025/9/21", " 20250921 "})
    void aDayIsReadAsInFormsAndImportsAndKeptInOneWayOfWriting(String written) {
        assertThat(AsOf.read(written, CHENGDU, NOW)).isEqualTo(AsOf.read("2025-09-21", CHENGDU, NOW));
    }

    @Test
    void aMinuteMayBeWrittenInChineseToo() {
        assertThat(AsOf.read("2025年3月1日15时30分", CHENGDU, NOW)).isEqualTo(AsOf.read("2025-03-01T15:30", CHENGDU, NOW));
    }

    @Test
    void nothingAskedOrTodayIsThePresent() {
        assertThat(AsOf.read(null, CHENGDU, NOW).past()).isFalse();
        assertThat(AsOf.read("2025-09-22", CHENGDU, NOW).past()).isFalse();
    }

    @Test
    void theFutureAndTheUnreadableAreRefused() {
        assertThatThrownBy(() -> AsOf.read("2025-09-23", CHENGDU, NOW)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> AsOf.read("2025-09-22T23:00", CHENGDU, NOW)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> AsOf.read("yesterday", CHENGDU, NOW)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> AsOf.read("-999999999-01-01", CHENGDU, NOW)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> AsOf.read("-5000-01-01", CHENGDU, NOW)).isInstanceOf(BadRequest.class);
    }
}
