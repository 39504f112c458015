package org.luoshi.kernel.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

class TerminalRendererLawsTest {

    @Provide
    Arbitrary<String> sources() {
        return Arbitraries.strings()
                .withChars("ab床ｘ\t\n\r\u0007\u0301\u202E\uD83D\uDE00")
                .ofMaxLength(400);
    }

    @Provide
    Arbitrary<Label> labels() {
        Arbitrary<Position> positions = Combinators.combine(
                        Arbitraries.integers().between(1, 30), Arbitraries.integers().between(1, 250))
                .as(Position::new);
        Arbitrary<String> words = Arbitraries.of("", "here", "此处");
        return Combinators.combine(positions, positions, words).as((a, b, text) -> {
            boolean inOrder = a.compareTo(b) <= 0;
            return new Label(new Span("a.yaml", inOrder ? a : b, inOrder ? b : a), Text.same(text));
        });
    }

    @Provide
    Arbitrary<List<Label>> otherLabels() {
        return labels().list().ofMaxSize(4);
    }

    @Property
    void everyPlaceInEveryTextIsDrawnSafely(
            @ForAll("sources") String source,
            @ForAll("labels") Label primary,
            @ForAll("otherLabels") List<Label> others,
            @ForAll Language language) {
        var diagnostic = new Diagnostic(
                new DiagnosticCode("LP0203"), Severity.ERROR, Text.same("x"), primary, others, List.of(), List.of());
        String shown = new TerminalRenderer(language).render(diagnostic, new Sources(Map.of("a.yaml", source)));
        assertThat(shown.lines()).allSatisfy(line -> assertThat(line.codePoints())
                .noneMatch(codePoint -> Character.isISOControl(codePoint) || codePoint == 0x202E));
        assertThat(shown).endsWith("\n").contains("--> a.yaml:" + primary.span().from());
        if (shown.contains("^")) assertThat(shown).contains(primary.text().in(language));
    }
}
