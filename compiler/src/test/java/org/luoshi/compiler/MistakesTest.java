package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.compiler.internal.mistake.Catalogue;
import org.luoshi.kernel.text.Language;

/// Each folder under `mistakes`: a broken pack, the text we promise in both languages, and the way to mend it.
class MistakesTest {

    static Stream<MistakeFolder> mistakes() {
        return MistakeFolder.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void explainsEveryMistakeOnce(MistakeFolder mistake) {
        Compilation compilation = mistake.broken();
        assertThat(MistakeFolder.render(compilation, Language.EN))
                .isEqualTo(MistakeFolder.read(mistake.expected(Language.EN)));
        assertThat(MistakeFolder.render(compilation, Language.ZH))
                .isEqualTo(MistakeFolder.read(mistake.expected(Language.ZH)));
        assertThat(compilation.diagnostics().sorted())
                .extracting(d -> d.code().value())
                .hasSameElementsAs(mistake.declaredCodes());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void nothingIsLeftToTellOnceItIsMended(MistakeFolder mistake) {
        if (mistake.mends().isEmpty()) return;
        assertThat(MistakeFolder.render(mistake.mended(), Language.EN)).isEmpty();
    }

    @Test
    void everyCodeHasItsFolder() {
        Set<String> shown = MistakeFolder.all().map(MistakeFolder::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> catalogued = Catalogue.ALL.stream()
                .map(m -> m.code().value())
                .filter(code -> !MadeOnTheSpot.CODES.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).containsAll(catalogued).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void noCodeIsGivenTwice() {
        assertThat(Catalogue.ALL).extracting(m -> m.code().value()).doesNotHaveDuplicates();
    }
}
