package org.luoshi.kernel.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

class CiRendererTest {

    private static final DiagnosticCode CODE = new DiagnosticCode("LP0203");

    @Test
    void annotatesTheLine() {
        var diagnostic = Diagnostic.error(CODE, Span.of("a.yaml", 4, 26, 12), new Text("未知字段 `x`", "unknown field `x`"))
                .note(new Text("甲", "one"))
                .help(new Text("乙", "two"));
        assertThat(render(Language.EN, diagnostic))
                .isEqualTo("::error file=a.yaml,line=4,col=26,endLine=4,endColumn=38,title=LP0203::"
                        + "unknown field `x`%0Anote: one%0Ahelp: two\n");
        assertThat(render(Language.ZH, diagnostic))
                .isEqualTo("::error file=a.yaml,line=4,col=26,endLine=4,endColumn=38,title=LP0203::"
                        + "未知字段 `x`%0Anote: 甲%0Ahelp: 乙\n");
    }

    @Test
    void escapesWhatWouldEndAProperty() {
        var diagnostic = Diagnostic.advice(CODE, Span.ofFile("a,b:100%.yaml"), Text.same("5 %: a, b\r\n::error::x"));
        assertThat(render(Language.EN, diagnostic))
                .isEqualTo("::notice file=a%2Cb%3A100%25.yaml,line=1,col=1,endLine=1,title=LP0203::"
                        + "5 %25: a, b%0D%0A::error::x\n");
    }

    @Test
    void leavesOutTheEndColumnOfALaterLine() {
        Span span = new Span("a.yaml", new Position(2, 3), new Position(5, 1));
        assertThat(render(Language.EN, Diagnostic.error(CODE, span, Text.same("x"))))
                .isEqualTo("::error file=a.yaml,line=2,col=3,endLine=5,title=LP0203::x\n");
    }

    private static String render(Language language, Diagnostic diagnostic) {
        return new CiRenderer(language).render(List.of(diagnostic), new Sources());
    }
}
