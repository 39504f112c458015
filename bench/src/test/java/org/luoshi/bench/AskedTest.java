package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void optionsReplaceWhatIsUsual() {
        var asked = Asked.of(List.of("--rows", "1_000", "--seed", "7"));
        assertThat(asked.number("rows", 5)).isEqualTo(1000);
        assertThat(asked.number("runs", 5)).isEqualTo(5);
        assertThat(asked.seed()).isEqualTo(7);
    }

    @Test
    void aWordThatIsNoOptionIsRefused() {
        assertThatThrownBy(() -> Asked.of(List.of("fast"))).hasMessageContaining("fast");
        assertThatThrownBy(() -> Asked.of(List.of("--rows"))).hasMessageContaining("--rows");
    }
}
