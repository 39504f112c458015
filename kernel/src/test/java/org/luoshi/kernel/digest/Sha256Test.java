package org.luoshi.kernel.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /// The example of one block in FIPS 180-4's companion document.
    @Test
    void digestsAsTheStandardDoes() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of("abc")).hasSize(32);
    }

    @Test
    void textsAreUtf8() {
        assertThat(Sha256.hex("落实")).isEqualTo(Sha256.hex("落实".getBytes(StandardCharsets.UTF_8)));
    }
}
