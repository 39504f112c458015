package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.register.BulkEdit;
import org.luoshi.register.CellError;
import org.luoshi.register.FieldError;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.Register;
import org.luoshi.register.WriteResult;

/// A record that names a commitment names one that is in the plan now.
class CommitmentFieldTest {

    private static final String HEAD = "code,commitment,unit,happened_on,verdict\n";

    @TempDir
    private Path folder;

    private final Bureau bureau = new Bureau();

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void aFormTakesTheIdOrTheWholeTitleAndTellsOfACommitmentThatIsNotThere() {
        assertThat(written("E-1", "north_starts")).isEqualTo("north_starts");
        assertThat(written("E-2", "平台上线")).isEqualTo("platform");
        assertThat(errors("E-3", "platfrom")).extracting(e -> e.text().zh()).containsExactly("现行计划里没有任务「platfrom」；是不是 platform？");
        assertThat(errors("E-3", "修路")).extracting(e -> e.text().en())
                .containsExactly("the plan in force has no commitment \"修路\"; write its id or whole title");
    }

    @Test
    void aRecordMayKeepACommitmentThatHasLeftThePlanButTakeNoSuchOne() {
        long id = bureau.evidence("platform", null, "2024-12-20", "pending");
        long other = bureau.evidence("north_starts", null, "2024-12-20", "pending");
        bureau.apply(bureau.edited(c -> c.id().equals("platform") ? null : c), bureau.analyst);
        assertThat(evidence().update(id, 1, Map.of("commitment", "platform", "verdict", "rejected"), Viewer.system()))
                .isInstanceOf(WriteResult.Written.class);
        assertThat(evidence().update(other, 1, Map.of("commitment", "platform"), Viewer.system()))
                .isInstanceOf(WriteResult.Refused.class);
        assertThat(evidence().apply(BulkEdit.ofSelected(Set.of(id, other), Map.of("commitment", "platform")), Viewer.system())
                        .refusals())
                .extracting(BulkEdit.Refusal::id)
                .containsExactly(other);
    }

    @Test
    void anImportTellsRowAndColumnOfACommitmentThatIsNotThere() throws IOException {
        long kept = bureau.evidence("platform", null, "2024-12-20", "pending");
        bureau.apply(bureau.edited(c -> c.id().equals("platform") ? null : c), bureau.analyst);
        Path file = Files.writeString(folder.resolve("a.csv"), HEAD
                + "E-1,platform,north,2024-12-20,rejected\n"
                + "E-7,platform,north,2024-12-20,pending\n"
                + "E-8,north_starts,north,2024-12-20,pending\n");
        ImportReport report =
                evidence().prepareImport(ImportRequest.of(file).goodRows(null), Viewer.system()).run();
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.errors()).extracting(CellError::row, CellError::column, e -> e.text().zh())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        3L, "commitment", "现行计划里没有任务「platform」；写任务标识或全名"));
        assertThat(evidence().find(kept, null, Viewer.system()).orElseThrow().value("verdict")).isEqualTo("rejected");
    }

    @Test
    void aPageShowsTheCommitmentByItsTitle() {
        assertThat(evidence().show("commitment", "platform", Language.ZH, Map.of())).isEqualTo("平台上线");
        assertThat(evidence().show("commitment", "gone", Language.EN, Map.of())).isEqualTo("gone");
    }

    private Object written(String code, String commitment) {
        Map<String, Object> values = Map.copyOf(evidence().read(typed(code, commitment), null, Viewer.system()).values());
        return ((WriteResult.Written) evidence().create(values, Viewer.system())).record().value("commitment");
    }

    private List<FieldError> errors(String code, String commitment) {
        var reading = evidence().read(typed(code, commitment), null, Viewer.system());
        if (!reading.errors().isEmpty()) return reading.errors();
        return ((WriteResult.Refused) evidence().create(reading.values(), Viewer.system())).errors();
    }

    private static Map<String, String> typed(String code, String commitment) {
        return Map.of("code", code, "commitment", commitment, "unit", "north", "happened_on", "2024-12-20", "verdict", "pending");
    }

    private Register evidence() {
        return bureau.registers.of(SmallPlan.EVIDENCE);
    }
}
