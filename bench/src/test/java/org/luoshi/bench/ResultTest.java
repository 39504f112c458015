package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void figuresHaveThreeDigitsThatCount() {
        assertThat(Result.figure(0)).isEqualTo("0");
        assertThat(Result.figure(0.012345)).isEqualTo("0.0123");
        assertThat(Result.figure(3.14159)).isEqualTo("3.14");
        assertThat(Result.figure(61_234.5)).isEqualTo("61235");
    }
}
