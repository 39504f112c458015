package org.luoshi.compiler.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.luoshi.compiler.internal.mistake.Findings;

class YamlReaderTest {

    @Test
    void aCharacterOfTwoCharsMayStandAnywhereInAFile() {
        for (int before = 0; before < 4200; before++) {
            String title = "x".repeat(before) + "\uD83C\uDFE0";
            Findings findings = new Findings();
            Node read = YamlReader.read("pack.yaml", "title: " + title, findings).orElseThrow();
            assertThat(((Node.Entries) read).find("title").orElseThrow().value())
                    .isInstanceOfSatisfying(Node.Scalar.class, it -> assertThat(it.text()).isEqualTo(title));
            assertThat(findings.all()).isEmpty();
        }
    }
}
