package org.luoshi.kernel.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

class JsonRendererTest {

    private static final DiagnosticCode CODE = new DiagnosticCode("LP0203");

    @Test
    void carriesBothLanguagesAndEveryPlace() {
        var diagnostic = Diagnostic.error(CODE, Span.of("a.yaml", 4, 26, 12), new Text("未知字段", "unknown field"))
                .labelled(new Text("此处", "here"))
                .also(Span.of("b.yaml", 1, 1, 2), new Text("那里", "there"))
                .note(new Text("甲", "one"))
                .help(new Text("乙", "two"));
        assertThat(render(diagnostic)).isEqualTo("""
                {"diagnostics":[{"code":"LP0203","severity":"error","headline":{"zh":"未知字段","en":"unknown field"},\
                "primary":{"file":"a.yaml","start":{"line":4,"column":26},"end":{"line":4,"column":38},\
                "text":{"zh":"此处","en":"here"}},\
                "others":[{"file":"b.yaml","start":{"line":1,"column":1},"end":{"line":1,"column":3},\
                "text":{"zh":"那里","en":"there"}}],\
                "notes":[{"zh":"甲","en":"one"}],"helps":[{"zh":"乙","en":"two"}]}]}
                """);
    }

    @Test
    void escapesWhatJsonCannotCarry() {
        var diagnostic = Diagnostic.advice(CODE, Span.ofFile("a\\b.yaml"), Text.same("\"\t\n\r\u0001\u202E😀\uD83D"));
        assertThat(render(diagnostic))
                .contains("\"file\":\"a\\\\b.yaml\"")
                .contains("\"severity\":\"advice\"")
                .contains("\"en\":\"\\\"\\t\\n\\r\\u0001\\u202e😀\\ud83d\"");
    }

    @Test
    void nothingToReportIsAnEmptyList() {
        assertThat(new JsonRenderer().render(List.of(), new Sources())).isEqualTo("{\"diagnostics\":[]}\n");
    }

    private static String render(Diagnostic diagnostic) {
        return new JsonRenderer().render(List.of(diagnostic), new Sources());
    }
}
