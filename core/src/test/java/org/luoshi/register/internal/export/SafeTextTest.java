package org.luoshi.register.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SafeTextTest {

    /// What makes a spreadsheet compute, in both widths.
    private static final String SIGNS = "=+-@＝＋－＠\t\r\n";

    @Property
    void noCellStartsWithASignAndEveryTextComesBack(@ForAll("cells") String text) {
        String safe = SafeText.of(text);
        if (!safe.isEmpty()) assertThat(SIGNS).doesNotContain(safe.substring(0, 1));
        assertThat(SafeText.back(safe)).isEqualTo(text);
    }

    @Property
    void whatStartsHarmlesslyIsLeftAsItIs(@ForAll("words") String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> starts = Arbitraries.strings().withChars(SIGNS + "'' ").ofMaxLength(4);
        return starts.flatMap(start -> words().map(rest -> start + rest));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("芯片A1（").withCharRange('一', '龥').ofMaxLength(5);
    }
}
