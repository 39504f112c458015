package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.pack.Plan;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PlanYamlExchangeTest {

    private final Bureau bureau = new Bureau();
    private final PlanYamlExchange exchange = new PlanYamlExchange(
            bureau.plans, bureau.editing,
            new StaticListableBeanFactory(Map.of("files", new TargetOnly())).getBeanProvider(PlanFiles.class));

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void thePlanGoesOutAndComesInAgainUnchanged() {
        byte[] zip = exchange.export().orElseThrow();
        assertThat(exchange.take(zip, "", false, bureau.analyst)).isInstanceOf(EditResult.NothingChanged.class);
        assertThat(exchange.export().orElseThrow()).isEqualTo(zip);
    }

    @Test
    void anEditedZipIsAVersionAndAnOldOneAConflict() throws IOException {
        byte[] edited = zip(Map.of("version.txt", "plan city.plan version 1\n", "plan/plan.yaml", "150"));
        assertThat(exchange.take(edited, "", true, bureau.analyst)).isInstanceOf(EditResult.WouldWrite.class);
        assertThat(exchange.take(edited, "", false, bureau.analyst)).isInstanceOf(EditResult.Written.class);
        assertThat(bureau.plans.version().orElseThrow().origin()).isEqualTo(PlanVersion.Origin.YAML);
        assertThat(exchange.take(edited, "", false, bureau.analyst)).isInstanceOf(EditResult.Conflict.class);
    }

    @Test
    void whatIsNotThePlansZipIsRefused() throws IOException {
        assertThat(exchange.take("x".getBytes(StandardCharsets.UTF_8), "", true, bureau.analyst))
                .isInstanceOf(EditResult.Refused.class);
        assertThat(exchange.take(
                        zip(Map.of("version.txt", "plan other.plan version 1\n")), "", true, bureau.analyst))
                .isInstanceOf(EditResult.Refused.class);
        assertThat(exchange.take(
                        zip(Map.of("version.txt", "plan city.plan version 1\n", "../pack.yaml", "x")),
                        "", true, bureau.analyst))
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpackedWhole() throws IOException {
        byte[] bomb = zip(Map.of(
                "version.txt", "plan city.plan version 1\n", "plan/plan.yaml", "0".repeat(30 * 1024 * 1024)));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(exchange.take(bomb, "", true, bureau.analyst)).isInstanceOf(EditResult.Refused.class);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /// A notation that holds nothing but the target of the one figure.
    private static final class TargetOnly implements PlanFiles {

        @Override
        public Map<String, String> write(Plan plan) {
            Plan.Figure figure = plan.focuses().getFirst().measures().getFirst().commitments().getFirst().figure();
            return Map.of("plan/plan.yaml", figure == null ? "" : figure.target().toPlainString());
        }

        @Override
        public Reading read(Plan present, Map<String, String> files) {
            return new Reading(
                    SmallPlan.edit(present, c -> c.figure() == null ? c : new Plan.Commitment(
                            c.id(), c.title(), c.detail(), c.lead(), c.assist(), c.period(),
                            SmallPlan.figure(files.getOrDefault("plan/plan.yaml", "")), c.watch(), c.milestones(),
                            c.evidence(), c.dependsOn(), c.clauses())),
                    List.of());
        }
    }
}
