package org.luoshi.kernel.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

class TerminalRendererTest {

    private static final DiagnosticCode CODE = new DiagnosticCode("LP0203");
    private static final Text FACT = new Text("未知字段 `x`", "unknown field `x`");

    private Sources sources;

    @BeforeEach
    void noSources() {
        sources = new Sources();
    }

    @Test
    void pointsAtAMistypedField() {
        sources.add("eldercare/indicators/bed_occupancy.yaml", """
                title: { zh: 床位使用率, en: Bed occupancy }
                unit: percent
                per: [district, month]
                numerator: sum(care_home.ocupied_beds)
                """);
        var diagnostic = Diagnostic.error(
                        CODE,
                        Span.of("eldercare/indicators/bed_occupancy.yaml", 4, 26, 12),
                        new Text(
                                "实体 `care_home` 没有字段 `ocupied_beds`",
                                "unknown field `ocupied_beds` on entity `care_home`"))
                .labelled(new Text("entities/care_home.yaml 中未声明", "not declared in entities/care_home.yaml"))
                .help(new Text("是否想写 `occupied_beds`？", "did you mean `occupied_beds`?"));
        assertThat(english(diagnostic)).isEqualTo("""
                error LP0203: unknown field `ocupied_beds` on entity `care_home`
                  --> eldercare/indicators/bed_occupancy.yaml:4:26
                   |
                 4 | numerator: sum(care_home.ocupied_beds)
                   |                          ^^^^^^^^^^^^ not declared in entities/care_home.yaml
                help: did you mean `occupied_beds`?
                """);
        assertThat(chinese(diagnostic)).isEqualTo("""
                错误 LP0203：实体 `care_home` 没有字段 `ocupied_beds`
                  --> eldercare/indicators/bed_occupancy.yaml:4:26
                   |
                 4 | numerator: sum(care_home.ocupied_beds)
                   |                          ^^^^^^^^^^^^ entities/care_home.yaml 中未声明
                help: 是否想写 `occupied_beds`？
                """);
    }

    @Test
    void showsBothSidesOfAConflictBetweenTwoFiles() {
        sources.add("carbon_park/warnings/monthly_emission.yaml", "\n".repeat(6) + "  above: 500 t\n");
        sources.add("carbon_park/indicators/monthly_emission.yaml", "\n\n\nunit: kgCO2e\n");
        var diagnostic = Diagnostic.error(
                        new DiagnosticCode("LP0312"),
                        Span.of("carbon_park/warnings/monthly_emission.yaml", 7, 14, 1),
                        english("threshold unit `t` does not match indicator unit `kgCO2e`"))
                .labelled(english("a mass"))
                .also(Span.of("carbon_park/indicators/monthly_emission.yaml", 4, 7, 6), english("unit declared here"))
                .help(english("for 500 tonnes of CO2 equivalent, write `500 tCO2e`"));
        assertThat(english(diagnostic)).isEqualTo("""
                error LP0312: threshold unit `t` does not match indicator unit `kgCO2e`
                  --> carbon_park/warnings/monthly_emission.yaml:7:14
                   |
                 7 |   above: 500 t
                   |              ^ a mass
                   |
                  ::: carbon_park/indicators/monthly_emission.yaml:4:7
                   |
                 4 | unit: kgCO2e
                   |       ------ unit declared here
                help: for 500 tonnes of CO2 equivalent, write `500 tCO2e`
                """);
    }

    @Test
    void showsNoExcerptWhereSomethingIsMissingFromAFile() {
        sources.add("eldercare/indicators/bed_occupancy.yaml", "title: { zh: 床位使用率 }\n");
        var diagnostic = Diagnostic.error(
                        new DiagnosticCode("LP0107"),
                        Span.ofFile("eldercare/indicators/bed_occupancy.yaml"),
                        chinese("指标“床位使用率”缺少 `source`"))
                .note(chinese("每个指标须注明数据来源，简报会引用它"))
                .help(chinese("增加一行，例如 source: 民政局养老机构月报"));
        assertThat(chinese(diagnostic)).isEqualTo("""
                错误 LP0107：指标“床位使用率”缺少 `source`
                  --> eldercare/indicators/bed_occupancy.yaml:1:1
                note: 每个指标须注明数据来源，简报会引用它
                help: 增加一行，例如 source: 民政局养老机构月报
                """);
    }

    @Test
    void caretsCountCellsAndColumnsCountCodePoints() {
        sources.add("a.yaml", "title: 床位使用率 ｘ 𠮷𠮷 x");
        assertThat(english(at(1, 17, 1).labelled(english("here")))).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:1:17
                   |
                 1 | title: 床位使用率 ｘ 𠮷𠮷 x
                   |                        ^^ here
                """);
    }

    @Test
    void combiningMarksTakeNoCell() {
        sources.add("a.yaml", "cafe\u0301: x");
        assertThat(english(at(1, 8, 1))).endsWith("""
                 1 | cafe\u0301: x
                   |       ^
                """);
    }

    @Test
    void tabsStandAsSpaces() {
        sources.add("a.yaml", "\tab\tx: 1");
        assertThat(english(at(1, 5, 1).labelled(english("after two tabs")))).endsWith("""
                 1 |     ab  x: 1
                   |         ^ after two tabs
                """);
        assertThat(english(at(1, 1, 1).labelled(english("a tab")))).endsWith("""
                 1 |     ab  x: 1
                   | ^^^^ a tab
                """);
    }

    @Test
    void somethingMissingAtTheLineEndGetsOneCaret() {
        sources.add("a.yaml", "unit:\nper: month\n");
        assertThat(english(at(1, 6, 0).labelled(english("a unit is missing here")))).endsWith("""
                   |
                 1 | unit:
                   |      ^ a unit is missing here
                """);
    }

    @Test
    void aSpanBeyondTheLineEndIsStillDrawn() {
        sources.add("a.yaml", "ab");
        assertThat(english(at(1, 5, 2))).endsWith("""
                 1 | ab
                   |     ^^
                """);
    }

    @Test
    void theEndOfAFileIsALine() {
        sources.add("a.yaml", "per: [\n");
        assertThat(english(at(2, 1, 0).labelled(english("the list is not closed")))).endsWith("""
                  --> a.yaml:2:1
                   |
                 2 |
                   | ^ the list is not closed
                """);
    }

    @Test
    void anEmptyFileHasNothingToShow() {
        sources.add("a.yaml", "");
        assertThat(english(at(1, 1, 0).labelled(english("the file is empty")))).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:1:1
                   = the file is empty
                """);
        assertThat(english(at(1, 1, 3))).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:1:1
                """);
    }

    @Test
    void aFileThatIsNotAtHandIsNamedWithoutExcerpt() {
        sources.add("a.yaml", "x: 1");
        var diagnostic = at(1, 1, 1).also(Span.of("gone.yaml", 3, 4, 2), english("declared here"));
        assertThat(english(diagnostic)).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:1:1
                   |
                 1 | x: 1
                   | ^
                   |
                  ::: gone.yaml:3:4
                   = declared here
                """);
    }

    @Test
    void aSpanOverAFewLinesUnderlinesThemAll() {
        sources.add("a.yaml", "items:\n  - a\n  - b\nnext: 1\n");
        var diagnostic = spanning(1, 1, 3, 6).labelled(english("three lines"));
        assertThat(english(diagnostic)).endsWith("""
                  --> a.yaml:1:1
                   |
                 1 | items:
                   | ^^^^^^
                 2 |   - a
                   |   ^^^
                 3 |   - b
                   |   ^^^ three lines
                """);
    }

    @Test
    void aLongSpanShowsItsFirstAndLastLine() {
        sources.add("a.yaml", "items:\n" + "  - a\n".repeat(10) + "next: 1\n");
        var diagnostic = spanning(1, 3, 12, 1).labelled(english("eleven lines"));
        assertThat(english(diagnostic)).endsWith("""
                   --> a.yaml:1:3
                    |
                  1 | items:
                    |   ^^^^
                ...
                 11 |   - a
                    |   ^^^ eleven lines
                """);
    }

    @Test
    void secondPlacesInTheSameFileStandInTheOrderOfLines() {
        sources.add("a.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\na: 7\n");
        var diagnostic = at(7, 1, 1)
                .labelled(english("again here"))
                .also(Span.of("a.yaml", 3, 1, 1), english("not this"))
                .also(Span.of("a.yaml", 1, 1, 1), english("first here"));
        assertThat(english(diagnostic)).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:7:1
                   |
                 1 | a: 1
                   | - first here
                 2 | b: 2
                 3 | c: 3
                   | - not this
                ...
                 7 | a: 7
                   | ^ again here
                """);
    }

    @Test
    void severalPlacesOnOneLineHangTheirWordsBelow() {
        sources.add("a.yaml", "sum(入住) / count(户)");
        var diagnostic = at(1, 11, 8)
                .labelled(english("in 户"))
                .also(Span.of("a.yaml", 1, 1, 7), english("in 人"))
                .also(Span.of("a.yaml", 1, 9, 1), english("divided"));
        assertThat(english(diagnostic)).endsWith("""
                 1 | sum(入住) / count(户)
                   | --------- - ^^^^^^^^^ in 户
                   | |         |
                   | |         divided
                   | in 人
                """);
    }

    @Test
    void aPlaceInsideAnotherKeepsItsCarets() {
        sources.add("a.yaml", "above: 500 t");
        var diagnostic = at(1, 12, 1).labelled(english("a mass"))
                .also(Span.of("a.yaml", 1, 8, 5), english("threshold"));
        assertThat(english(diagnostic)).endsWith("""
                 1 | above: 500 t
                   |        ----^ a mass
                   |        |
                   |        threshold
                """);
        var outer = at(1, 8, 5).labelled(english("threshold")).also(Span.of("a.yaml", 1, 8, 3), english("a number"));
        assertThat(english(outer)).endsWith("""
                 1 | above: 500 t
                   |        ^^^^^ threshold
                   |        |
                   |        a number
                """);
    }

    @Test
    void controlCharactersCannotReachTheTerminal() {
        sources.add("a.yaml", "a: \u001B[31mred \u202Egnorw\uD800");
        var diagnostic = Diagnostic.error(CODE, Span.of("a.yaml", 1, 4, 1), english("bell \u0007 and\nnext line"));
        assertThat(english(diagnostic)).isEqualTo("""
                error LP0203: bell \u2407 and\u240Anext line
                  --> a.yaml:1:4
                   |
                 1 | a: \u241B[31mred \uFFFDgnorw\uFFFD
                   |    ^
                """);
    }

    @Test
    void veryLongLinesAreCutAroundThePlace() {
        sources.add("a.yaml", "x".repeat(500) + "HERE" + "y".repeat(500));
        assertThat(english(at(1, 501, 4).labelled(english("found")))).endsWith("""
                 1 | …%sHERE%s…
                   | %s^^^^ found
                """.formatted("x".repeat(40), "y".repeat(116), " ".repeat(41)));
    }

    @Test
    void adviceAndRemarksOfSeveralLinesAreIndented() {
        var diagnostic = Diagnostic.advice(new DiagnosticCode("LP0900"), Span.ofFile("a.yaml"), FACT)
                .help(new Text("写成：\nunit: percent\nper: month", "write:\nunit: percent\nper: month"));
        assertThat(chinese(diagnostic)).isEqualTo("""
                建议 LP0900：未知字段 `x`
                  --> a.yaml:1:1
                help: 写成：
                      unit: percent
                      per: month
                """);
    }

    @Test
    void severalDiagnosticsStandApart() {
        sources.add("a.yaml", "x: 1\ny: 2\n");
        assertThat(new TerminalRenderer(Language.EN).render(List.of(at(1, 1, 1), at(2, 1, 1)), sources)).isEqualTo("""
                error LP0203: unknown field `x`
                  --> a.yaml:1:1
                   |
                 1 | x: 1
                   | ^

                error LP0203: unknown field `x`
                  --> a.yaml:2:1
                   |
                 2 | y: 2
                   | ^
                """);
        assertThat(new TerminalRenderer(Language.EN).render(List.of(), sources)).isEmpty();
    }

    private static Diagnostic at(int line, int column, int length) {
        return Diagnostic.error(CODE, Span.of("a.yaml", line, column, length), FACT);
    }

    private static Diagnostic spanning(int line, int column, int toLine, int toColumn) {
        return Diagnostic.error(
                CODE, new Span("a.yaml", new Position(line, column), new Position(toLine, toColumn)), FACT);
    }

    private static Text english(String words) {
        return new Text("", words);
    }

    private static Text chinese(String words) {
        return new Text(words, "");
    }

    private String english(Diagnostic diagnostic) {
        return new TerminalRenderer(Language.EN).render(diagnostic, sources);
    }

    private String chinese(Diagnostic diagnostic) {
        return new TerminalRenderer(Language.ZH).render(diagnostic, sources);
    }
}
