package org.luoshi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.register.ImportProgress.Phase;
import org.luoshi.register.ImportReport.Outcome;

/// What others write between the check of an import and its writing.
class ImportRaceTest {

    private static final String HEAD = "code,name,district,stage,site\n";

    @TempDir
    private Path folder;

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aReferenceThatWentMeanwhileKeepsAllOut() throws Exception {
        town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system);
        ImportReport report = importedWhile(
                HEAD + "P-1,甲,北区,lead,S1\n", () -> town.context.sql().execute("delete from parks.site"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("别人改了有关的记录");
        assertThat(count()).isZero();
    }

    @Test
    void theSameKeyOnAnotherRecordKeepsAllOut() throws Exception {
        town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system);
        town.sites().create(Map.of("code", "S2", "name", "二号地"), town.system);
        ImportReport report = importedWhile(HEAD + "P-1,甲,北区,lead,S1\n", () -> town.context.sql().execute(
                "update parks.site set code = case code when 'S1' then 'S0' else 'S1' end"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aFirstRecordWrittenMeanwhileKeepsAllOut() throws Exception {
        ImportReport report = importedWhile(HEAD + "P-1,甲,北区,lead,\n", () -> town.context.sql().execute(
                "insert into parks.project (_version, _known_from, _change, code, name, district, stage) select 1, known_at, number, 'P-1', '乙', 'north', 'lead' from luoshi.audit_entry order by number desc limit 1"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aCommitmentThatLeftThePlanMeanwhileKeepsAllOut() throws Exception {
        town.promise("open_east", "open_west");
        ImportReport report = importedWhile(
                "code,name,district,stage,commitment\nP-1,甲,北区,lead,open_east\n", () -> town.promise("open_west"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("再导入一次");
        assertThat(count()).isZero();
    }

    @Test
    void aCommitmentThatLeftThePlanMeanwhileKeepsAnUpdateOut() throws Exception {
        town.promise("open_east", "open_west");
        town.create(RegisterTest.project("P-1", "north"));
        ImportReport report =
                importedWhile("code,commitment\nP-1,open_east\n", () -> town.promise("open_west"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aCommitmentAddedMeanwhileLetsTheImportThrough() throws Exception {
        town.promise("open_east");
        ImportReport report = importedWhile(
                "code,name,district,stage,commitment\nP-1,甲,北区,lead,open_east\n",
                () -> town.promise("open_east", "open_west"));
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void aRecordChangedMeanwhileKeepsAnUpdateOut() throws Exception {
        town.create(RegisterTest.project("P-1", "north"));
        ImportReport report = importedWhile(
                "code,stage\nP-1,signed\n", () -> town.context.sql().execute("update parks.project set stage = 'signed'"));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("再导入一次");
    }

    @Test
    void aChangeThatMattersNotLetsTheImportThrough() throws Exception {
        town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system);
        ImportReport report = importedWhile(
                HEAD + "P-1,甲,北区,lead,S1\n", () -> town.context.sql().execute("update parks.site set name = '改名'"));
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.change().number()).isEqualTo(town.context.get(ChangeLog.class).last().orElseThrow().number());
        assertThat(count()).isEqualTo(1);
    }

    /// The import waits for our change before it writes, having checked already.
    private ImportReport importedWhile(String text, Runnable otherChange) throws Exception {
        Path file = write(text);
        ImportJob job = town.projects().prepareImport(ImportRequest.of(file), town.system);
        CompletableFuture<ImportReport> result = town.context.transaction().execute(_ -> {
            town.context.get(ChangeLog.class).open(new ChangeRequest("other", "test", "parks"));
            CompletableFuture<ImportReport> running = CompletableFuture.supplyAsync(job::run);
            while (job.progress().phase() != Phase.WRITING) {
                assertThat(running).isNotDone();
                Thread.onSpinWait();
            }
            otherChange.run();
            return running;
        });
        return result.get();
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("import.csv"), text.getBytes(UTF_8));
    }

    private long count() {
        return town.projects().count(ListRequest.first(1), town.system).value();
    }
}
