package org.luoshi.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.pack.Plan;
import org.luoshi.plan.EditResult;
import org.luoshi.plan.PlanFiles;

class CompiledPlanFilesTest {

    private static final Path PACKS = Path.of("../packs");

    private final Plan plan = PackCompiler.compile(List.of(PACKS))
            .packs()
            .flatMap(p -> p.city())
            .orElseThrow()
            .plans()
            .getFirst();
    private final CompiledPlanFiles files = new CompiledPlanFiles(PACKS);

    @Test
    void theCitysPlanComesBackFromItsOwnYaml() {
        assertThat(files.read(plan, files.write(plan)).plan()).isEqualTo(plan);
    }

    @Test
    void anEditedFileIsThePlanThatItSays() {
        Map<String, String> texts = new HashMap<>(files.write(plan));
        texts.replaceAll((path, text) -> text.replace("target: 124", "target: 130"));
        assertThat(files.read(plan, texts).plan()).isNotNull().isNotEqualTo(plan);
    }

    @Test
    void aMistakeIsToldWithItsFileAndLine() {
        Map<String, String> texts = new HashMap<>(files.write(plan));
        texts.replaceAll((path, text) -> text.replace("target: 124", "target: many"));
        PlanFiles.Reading reading = files.read(plan, texts);
        assertThat(reading.plan()).isNull();
        assertThat(reading.problems())
                .extracting(EditResult.Problem::where)
                .anyMatch(where -> where.matches("chengdu/plan/focus/competitiveness\\.yaml:\\d+:\\d+"));
    }
}
