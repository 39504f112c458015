package org.luoshi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeySecretTest {

    @Test
    void whatIsWrittenIsReadAgainAndOpensItsOwnDigestOnly() {
        KeySecret one = KeySecret.draw();
        KeySecret other = KeySecret.draw();
        assertThat(KeySecret.read(one.written("luoshi_", "_"), "luoshi_", "_")).contains(one);
        assertThat(one.opens(one.digest())).isTrue();
        assertThat(other.opens(one.digest())).isFalse();
        assertThat(other.id()).isNotEqualTo(one.id());
    }

    @Test
    void whatHasAnotherFormIsNone() {
        String key = KeySecret.draw().written("", "-");
        assertThat(KeySecret.read(key, "", "_")).isEmpty();
        assertThat(KeySecret.read(key, "luoshi_", "-")).isEmpty();
        assertThat(KeySecret.read(key + "0", "", "-")).isEmpty();
        assertThat(KeySecret.read(key.toUpperCase(Locale.ROOT), "", "-")).isEmpty();
        assertThat(KeySecret.read("", "", "-")).isEmpty();
    }

    @Test
    void itIsLoggedWithoutItsSecret() {
        KeySecret one = KeySecret.draw();
        assertThat(one.toString()).contains(one.id()).doesNotContain(one.secret());
    }
}
