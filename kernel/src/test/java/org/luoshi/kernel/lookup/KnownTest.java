package org.luoshi.kernel.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTest {

    @Test
    void findsWhatIsThere() {
        assertThat(Known.in(Map.of("a", 1), "a")).isEqualTo(1);
        assertThat(Known.present("a", "letter")).isEqualTo("a");
    }

    @Test
    void aMissNamesTheKeyAndWhatThereIs() {
        assertThatThrownBy(() -> Known.in(Map.of("a", 1), "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no b among [a]");
        assertThatThrownBy(() -> Known.present(null, "letter after z")).hasMessage("there is no letter after z");
    }
}
