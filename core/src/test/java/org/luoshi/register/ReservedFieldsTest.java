package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.register.WriteResult.Refused;
import org.luoshi.register.WriteResult.Written;

/// What only a verifier sets, by every way in which a record can be written.
class ReservedFieldsTest {

    private static final String HEAD = "code,name,district,stage";

    private final Town town = new Town(Town.project(fields()));
    private final Register projects = town.projects();
    private final Viewer reviewer = analyst("reviewer", "city");
    private final Viewer own = analyst("north_analyst", "north");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aNewRecordWaitsForItsVerdictWithoutAnybodyFillingItIn() {
        assertThat(entered(town.north).value("verdict")).isEqualTo("pending");
    }

    @Test
    void whoEntersTheFactsCannotJudgeThemAtOnce() {
        Map<String, Object> values = new HashMap<>(facts("P-1"));
        values.putAll(accepted());
        assertThat(refusals(projects.create(values, town.north)))
                .containsOnlyKeys("verdict", "verified_on", "verified_by")
                .extractingByKey("verdict")
                .extracting(Text::zh)
                .isEqualTo("登记时不填，由核验人填写");
    }

    @Test
    void aClerkCannotJudgeByTheFormOfHisRecord() {
        long id = entered(town.north).id();
        assertThat(refusals(projects.update(id, 1, accepted(), town.north))).containsOnlyKeys("verdict", "verified_on", "verified_by");
        Map<String, Object> both = new HashMap<>(accepted());
        both.put("name", "二号工程");
        assertThat(refusals(projects.update(id, 1, both, town.north)).get("verdict").en())
                .isEqualTo("is set only by a verifier with a right over this unit");
        assertThat(now(id).version()).isEqualTo(1);
    }

    @Test
    void aVerifierJudgesWithoutARightToWrite() {
        long id = entered(town.north).id();
        assertThat(projects.update(id, 1, accepted(), reviewer)).isInstanceOf(Written.class);
        assertThat(now(id).values()).containsAllEntriesOf(accepted());
    }

    @Test
    void nobodyVerifiesForHisOwnUnit() {
        long id = entered(town.north).id();
        assertThat(refusals(projects.update(id, 1, accepted(), own))).containsKey("verdict");
    }

    @Test
    void whoChangedAFactLaterIsAnAuthorTooAndWhoJudgedIsNot() {
        Viewer both = new Viewer("both", Text.same("both"), List.of(new Grant(Role.OFFICER, "city"), new Grant(Role.ANALYST, "city")));
        long id = entered(town.north).id();
        projects.update(id, 1, Map.of("name", "二号工程"), both);
        assertThat(refusals(projects.update(id, 2, accepted(), both)).get("verdict").zh())
                .isEqualTo("你登记或修改过这条记录，须由他人核验");
        projects.update(id, 2, Map.of("verdict", "accepted"), reviewer);
        projects.update(id, 3, Map.of("verdict", "pending"), reviewer);
        assertThat(projects.refusalToJudge(now(id), reviewer)).isEmpty();
        assertThat(projects.refusalToJudge(now(id), both)).isPresent();
    }

    @Test
    void factsAreClosedOnceJudgedUntilTheJudgementIsTakenBack() {
        long id = entered(town.north).id();
        projects.update(id, 1, accepted(), reviewer);
        assertThat(refusals(projects.update(id, 2, Map.of("name", "二号工程"), town.north)).get("name").zh())
                .isEqualTo("已有核验结论，不能再改；先由核验人撤回结论");
        assertThat(projects.delete(id, 2, "重复", town.north)).isInstanceOf(Refused.class);
        Map<String, @Nullable Object> back = new HashMap<>();
        back.put("verdict", "pending");
        back.put("verified_on", null);
        back.put("verified_by", null);
        assertThat(refusals(projects.update(id, 2, back, town.north))).containsKey("verdict");
        projects.update(id, 2, back, reviewer);
        assertThat(projects.update(id, 3, Map.of("name", "二号工程"), town.north)).isInstanceOf(Written.class);
    }

    @Test
    void aBulkEditIsRefusedForTheSubmitterAndForJudgedRecords() {
        long id = entered(town.north).id();
        BulkEdit judge = BulkEdit.ofSelected(Set.of(id), Map.of("verdict", "accepted"));
        assertThat(projects.preview(judge, town.north).refusals()).hasSize(1);
        assertThat(projects.apply(judge, town.north).change()).isNull();
        assertThat(projects.apply(judge, own).change()).isNull();
        assertThat(projects.apply(judge, reviewer).changed()).isEqualTo(1);
        BulkEdit rename = BulkEdit.ofSelected(Set.of(id), Map.of("name", "二号工程"));
        assertThat(projects.apply(rename, town.north).refusals().getFirst().errors())
                .extracting(error -> error.text().zh())
                .containsExactly("已有核验结论，不能再改；先由核验人撤回结论");
    }

    @Test
    void anImportIntoAnEmptyRegisterBringsNoVerdicts() throws IOException {
        ImportReport report = run(HEAD + ",verdict\nP-1,甲,north,lead,accepted\nP-2,乙,north,lead,\nP-3,丙,north,lead,pending\n", town.north);
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.field()).isEqualTo("verdict");
            assertThat(error.text().zh()).isEqualTo("登记时不填，由核验人填写");
        });
        assertThat(run(HEAD + "\nP-1,甲,north,lead\nP-2,乙,north,lead\n", town.north).created()).isEqualTo(2);
        assertThat(projects.list(ListRequest.first(10), town.north).rows())
                .extracting(record -> record.value("verdict"))
                .containsOnly("pending");
    }

    @Test
    void anImportOverRecordsJudgesOnlyWhatItsWriterMay() throws IOException {
        long id = entered(town.north).id();
        String file = HEAD + ",verdict\nP-1,一号工程,north,lead,accepted\n";
        assertThat(run(file, town.north).errors()).extracting(error -> error.text().zh()).containsExactly("只能由有权核验该单位的核验人填写");
        assertThat(run(file, own).errors()).extracting(error -> error.text().zh()).containsExactly("只能由有权核验该单位的核验人填写");
        assertThat(run(file, reviewer).updated()).isEqualTo(1);
        assertThat(now(id).value("verdict")).isEqualTo("accepted");
        ImportReport closed = run(HEAD + "\nP-1,二号工程,north,lead\n", town.north);
        assertThat(closed.errors()).extracting(error -> error.text().zh()).containsExactly("已有核验结论，不能再改；先由核验人撤回结论");
        assertThat(run(HEAD + "\nP-1,一号工程,north,lead\n", town.north).unchanged()).isEqualTo(1);
    }

    @Test
    void whoImportedTheFactsCannotImportTheVerdict() throws IOException {
        run(HEAD + "\nP-1,一号工程,north,lead\n", reviewer);
        ImportReport report = run(HEAD + ",verdict\nP-1,一号工程,north,lead,accepted\n", reviewer);
        assertThat(report.errors()).extracting(error -> error.text().zh()).containsExactly("你登记或修改过这条记录，须由他人核验");
    }

    @Test
    void aStepOfAProcessJudgesNothing() {
        long id = entered(town.north).id();
        EntrustedRegister entrusted = town.registers.entrusted(Town.PROJECT);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(now(id).values());
        values.put("verdict", "accepted");
        assertThat(entrusted.check(values, now(id))).extracting(FieldError::field).containsExactly("verdict");
        RegisterRecord made = town.context.transaction().execute(_ -> {
            Change change = town.context.get(ChangeLog.class).open(new ChangeRequest("north_officer", "case.apply", "case"));
            return entrusted.create(facts("P-9"), change);
        });
        assertThat(made.value("verdict")).isEqualTo("pending");
    }

    @Test
    void theVerifiersFormOffersHisUnitAndToday() {
        RecordForm form = projects.verdictForm(entered(town.north), Map.of(), List.of(), reviewer);
        assertThat(form.field("verified_on").orElseThrow().text()).isEqualTo("2025-03-01");
        assertThat(form.field("verified_by").orElseThrow().text()).isEqualTo("city");
    }

    @Test
    void theProgramItselfWritesHistoryWithItsVerdicts() throws IOException {
        assertThat(run(HEAD + ",verdict\nP-1,甲,north,lead,accepted\n", town.system).created()).isEqualTo(1);
    }

    @Test
    void aFactIsNotEnteredBeforeItsDay() throws IOException {
        Map<String, Object> tomorrow = new HashMap<>(facts("P-1"));
        tomorrow.put("started_on", LocalDate.of(2025, 3, 2));
        assertThat(refusals(projects.create(tomorrow, town.north)).get("started_on").zh()).isEqualTo("不能晚于今天 2025-03-01，这里是 2025-03-02");
        ImportReport report = run(HEAD + ",started_on\nP-1,甲,north,lead,2025-03-02\n", town.north);
        assertThat(report.errors()).extracting(CellError::field).containsExactly("started_on");
        town.clock.advance(Duration.ofDays(1));
        assertThat(projects.create(tomorrow, town.north)).isInstanceOf(Written.class);
    }

    private RegisterRecord entered(Viewer viewer) {
        return ((Written) projects.create(facts("P-1"), viewer)).record();
    }

    private RegisterRecord now(long id) {
        return projects.find(id, null, town.system).orElseThrow();
    }

    private static Map<String, Object> facts(String code) {
        return Map.of("code", code, "name", "一号工程", "district", "north", "stage", "lead");
    }

    private static Map<String, Object> accepted() {
        return Map.of("verdict", "accepted", "verified_on", LocalDate.of(2025, 3, 1), "verified_by", "city");
    }

    private static Map<String, Text> refusals(WriteResult result) {
        Map<String, Text> refusals = new HashMap<>();
        ((Refused) result).errors().forEach(error -> refusals.put(String.valueOf(error.field()), error.text()));
        return refusals;
    }

    private ImportReport run(String text, Viewer viewer) throws IOException {
        Path file = Files.createTempFile(folder, "import", ".csv");
        Files.writeString(file, text);
        return projects.prepareImport(ImportRequest.of(file), viewer).run();
    }

    private static Viewer analyst(String account, String unit) {
        return new Viewer(account, Text.same(account), List.of(new Grant(Role.ANALYST, unit)));
    }

    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.replaceAll(field -> field.id().equals("started_on")
                ? Town.titled("started_on", "开工日期", new FieldType.DateType(true), false)
                : field);
        fields.add(judged("verdict", new FieldType.EnumerationType(List.of(
                new EnumerationValue("pending", new Text("待核验", "Pending")),
                new EnumerationValue("accepted", new Text("认定", "Accepted")))), "pending"));
        fields.add(judged("verified_on", new FieldType.DateType(true), null));
        fields.add(judged("verified_by", new FieldType.UnitType(Set.of()), null));
        return fields;
    }

    private static Field judged(String id, FieldType type, @Nullable String initial) {
        return new Field(id, Text.same(id), type, initial != null, null, null, Field.SetBy.VERIFIER, initial);
    }
}
