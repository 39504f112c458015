package org.luoshi.kernel.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

class DiagnosticsTest {

    private static final Text FACT = Text.same("`x` is unknown");

    @Test
    void comeBackByFileLineColumnAndCode() {
        List<Diagnostic> inOrder = List.of(
                error("LP0201", "a.yaml", 2, 9),
                error("LP0203", "a.yaml", 2, 9),
                error("LP0100", "a.yaml", 10, 1),
                error("LP0100", "b.yaml", 1, 1));
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(inOrder.reversed());
        assertThat(diagnostics.sorted()).isEqualTo(inOrder);
    }

    @Test
    void oneMistakeIsReportedOnce() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(error("LP0201", "a.yaml", 2, 9).help(Text.same("first")));
        diagnostics.report(error("LP0201", "a.yaml", 2, 9).help(Text.same("second")));
        diagnostics.report(error("LP0201", "a.yaml", 3, 9));
        assertThat(diagnostics.sorted()).hasSize(2);
        assertThat(diagnostics.sorted().getFirst().helps()).containsExactly(Text.same("first"));
    }

    @Test
    void onlyErrorsStopActivation() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(Diagnostic.advice(new DiagnosticCode("LP0900"), Span.ofFile("a.yaml"), FACT));
        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(diagnostics.isEmpty()).isFalse();
        diagnostics.report(error("LP0201", "a.yaml", 2, 9));
        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.count(Severity.ADVICE)).isEqualTo(1);
    }

    @Test
    void codesPositionsAndSpansKeepTheirForm() {
        assertThatThrownBy(() -> new DiagnosticCode("LP12")).hasMessage("need LP and four digits, got `LP12`");
        assertThatThrownBy(() -> new Position(0, 1)).hasMessage("need line and column from 1, got 0:1");
        assertThatThrownBy(() -> new Span("a.yaml", new Position(2, 1), new Position(1, 5)))
                .hasMessage("a.yaml: need from not after to, got 2:1 and 1:5");
    }

    @Test
    void sourcesSplitLinesAtEveryKindOfEnd() {
        Sources sources = new Sources();
        sources.add("a.yaml", "\uFEFFone\r\ntwo\rthree\nfour");
        assertThat(sources.line("a.yaml", 1)).contains("one");
        assertThat(sources.line("a.yaml", 4)).contains("four");
        assertThat(sources.line("a.yaml", 5)).isEmpty();
        assertThat(sources.line("b.yaml", 1)).isEmpty();
    }

    private static Diagnostic error(String code, String file, int line, int column) {
        return Diagnostic.error(new DiagnosticCode(code), Span.of(file, line, column, 1), FACT);
    }
}
