package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneRunTest {

    /// Its only flaw, an entity without `unit`, is advice.
    private static final Path WITHOUT_UNIT = Path.of("src/test/resources/mistakes/LP0210_no_unit/pack");

    private static final String ENTITY = "pack/entities/project.yaml";

    @Test
    void adviceDoesNotStandInTheWay() {
        Compilation compilation = PackCompiler.compile(List.of(WITHOUT_UNIT));
        assertThat(codes(compilation)).containsExactly("LP0210");
        assertThat(compilation.packs()).isPresent();
    }

    @Test
    void adviceIsSilencedInItsFileWithAReason() {
        String silenced = MistakeFolder.read(WITHOUT_UNIT.resolve("entities/project.yaml"))
                + "silence:\n  - { code: LP0210, reason: { zh: 全市一张表, en: One register for all } }\n";
        assertThat(codes(PackCompiler.compile(List.of(WITHOUT_UNIT), Map.of(ENTITY, silenced)))).isEmpty();
    }

    @Test
    void everyIndependentMistakeIsToldInOneRunInOrderOfPlace() {
        String broken =
                """
                title: 项目
                key: [code, kode]
                label: name
                fields:
                  code: { type: text, max: ３２, required: true, title: { zh: 编号, en: Code } }
                  name: { type: txt, title: { zh: 名称, en: Name } }
                  price: { type: decimal, unit: 万圆, title: { zh: 价格, en: Price } }
                constraints:
                  - check: project.price > quantity('1', '万元')
                    message: { zh: 价格过低, en: The price is too low }
                """;
        Compilation compilation = PackCompiler.compile(List.of(WITHOUT_UNIT), Map.of(ENTITY, broken));
        assertThat(codes(compilation)).containsExactly("LP0210", "LP0110", "LP0203", "LP0105", "LP0103", "LP0116");
        assertThat(compilation.packs()).isEmpty();
    }

    @Test
    void aBrokenFieldTurnsSilentWhereItIsUsed() {
        Path indicators = Path.of("src/test/resources/mistakes/LP0103_not_a_member/pack");
        Map<String, String> overlay = Map.of(
                ENTITY,
                MistakeFolder.read(indicators.resolve("entities/project.yaml"))
                        .replace("type: enumeration", "type: enumerated"),
                "pack/indicators/starts.yaml",
                MistakeFolder.read(indicators.resolve("indicators/starts.yaml")).replace("upwards", "up"));
        assertThat(codes(PackCompiler.compile(List.of(indicators), overlay))).containsExactly("LP0103");
    }

    private static List<String> codes(Compilation compilation) {
        return compilation.diagnostics().sorted().stream()
                .map(d -> d.code().value())
                .toList();
    }
}
