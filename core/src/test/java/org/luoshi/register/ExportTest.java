package org.luoshi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.ImportReport.Outcome;

class ExportTest {

    @TempDir
    private Path folder;

    private final Town town = new Town();
    private final Register projects = town.projects();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatWasExportedIsUnchangedWhenImportedAgain() throws IOException {
        full("P-1", "=1+1 名称");
        full("P-2", "'=撇号");
        for (Format format : Format.values()) {
            for (Language language : Language.values()) {
                Path file = folder.resolve(format + "-" + language);
                Files.write(file, bytes(ExportRequest.of(format, language), town.system));
                ImportReport report = projects.prepareImport(ImportRequest.of(file), town.system).run();
                assertThat(report.outcome()).as(format + " " + language + report).isEqualTo(Outcome.IMPORTED);
                assertThat(report.unchanged()).as(format + " " + language).isEqualTo(2);
            }
        }
    }

    @Test
    void aTextIsNeverAFormulaAndANumberStaysANumber() throws IOException {
        full("P-1", "=HYPERLINK(\"x\")");
        String csv = new String(bytes(ExportRequest.of(Format.CSV, Language.ZH), town.system), UTF_8);
        assertThat(csv).startsWith("\ufeff编号,名称").contains("\"'=HYPERLINK(\"\"x\"\")\"").contains(",1200.50,");
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(bytes(ExportRequest.of(Format.XLSX, Language.ZH), town.system)))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getStringCellValue()).startsWith("'=");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(1200.5);
        }
    }

    @Test
    void anOfficerGetsHerDistrictWithPersonalDataMasked() throws IOException {
        full("P-1", "甲");
        town.create(RegisterTest.project("P-2", "south"));
        String csv = new String(bytes(ExportRequest.of(Format.CSV, Language.ZH), town.north), UTF_8);
        assertThat(csv).contains("P-1").contains("合***").doesNotContain("P-2").doesNotContain("合成人名");
    }

    @Test
    void thePastIsExportedAsItWasAndOnlyTheColumnsAskedFor() throws IOException {
        long id = town.create(RegisterTest.project("P-1", "north"));
        Instant before = projects.find(id, null, town.system).orElseThrow().knownFrom();
        town.clock.advance(Duration.ofDays(1));
        projects.update(id, 1, Map.of("stage", "started"), town.system);
        ExportRequest request = new ExportRequest(
                ListRequest.first(1).asOf(before), List.of("code", "stage"), Format.CSV, Charset.forName("GB18030"), false, Language.ZH);
        assertThat(new String(bytes(request, town.system), Charset.forName("GB18030"))).isEqualTo("编号,阶段\r\nP-1,线索\r\n");
    }

    @Test
    void aBulkEditIsPreviewedThenMadeAsOneChangeOrNotAtAll() {
        long first = town.create(RegisterTest.project("P-1", "north"));
        town.create(RegisterTest.project("P-2", "north"));
        town.create(RegisterTest.project("P-3", "south"));
        BulkEdit edit = BulkEdit.ofFiltered(ListRequest.first(1), Map.of("stage", "signed"));
        BulkEdit.Result preview = projects.preview(edit, town.north);
        assertThat(preview.changed()).isEqualTo(2);
        assertThat(preview.change()).isNull();
        assertThat(projects.find(first, null, town.system).orElseThrow().value("stage")).isEqualTo("lead");
        BulkEdit.Result made = projects.apply(edit, town.north);
        assertThat(made.change()).isNotNull();
        assertThat(projects.count(ListRequest.first(1).where(new Filter.Equal("stage", "signed")), town.system).value()).isEqualTo(2);
        BulkEdit.Result refused = projects.apply(BulkEdit.ofSelected(Set.of(first), Map.of("jobs", -1L)), town.north);
        assertThat(refused.refusals().getFirst().errors().getFirst().field()).isEqualTo("jobs");
        assertThat(refused.change()).isNull();
    }

    @Test
    void aViewIsSavedReplacedSharedAndDeletedByItsOwner() {
        SavedView view = projects.saveView("签约的", "stage=eq:signed", false, town.north);
        assertThat(projects.views(town.south)).isEmpty();
        projects.saveView("签约的", "stage=eq:started", true, town.north);
        assertThat(projects.views(town.south)).singleElement().extracting(SavedView::request).isEqualTo("stage=eq:started");
        assertThat(projects.deleteView(view.id(), town.south)).isFalse();
        assertThat(projects.deleteView(view.id(), town.north)).isTrue();
    }

    @Test
    void aFormShowsOptionsAndErrorsAndLeavesAMaskAlone() {
        full("P-1", "甲");
        RegisterRecord shown = projects.list(ListRequest.first(1), town.north).rows().getFirst();
        RecordForm form = projects.form(shown, town.north);
        assertThat(form.field("district").orElseThrow().options()).extracting(FormField.Option::value).containsExactly("north");
        assertThat(form.field("site").orElseThrow().text()).endsWith("一号地");
        Map<String, String> typed = new LinkedHashMap<>();
        form.fields().forEach(f -> typed.put(f.field().id(), f.text()));
        FormReading same = projects.read(typed, shown, town.north);
        assertThat(same.errors()).isEmpty();
        assertThat(same.values()).doesNotContainKey("contact");
        assertThat(projects.update(shown.id(), 1, same.values(), town.north)).isInstanceOf(WriteResult.Unchanged.class);
        typed.put("investment", "很多");
        FormReading wrong = projects.read(typed, shown, town.north);
        RecordForm again = projects.form(shown, typed, wrong.errors(), town.north);
        assertThat(again.field("investment").orElseThrow().text()).isEqualTo("很多");
        assertThat(again.field("investment").orElseThrow().error().zh()).contains("不是数字");
    }

    private void full(String code, String name) {
        long site = town.sites().lookup("S1", 1, town.system).stream().findFirst().map(Choice::id)
                .orElseGet(() -> ((WriteResult.Written) town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system)).record().id());
        Map<String, Object> values = new LinkedHashMap<>(RegisterTest.project(code, "north"));
        values.putAll(Map.of(
                "name", name,
                "investment", new BigDecimal("1200.50"),
                "jobs", 30L,
                "started_on", LocalDate.of(2025, 2, 28),
                "reported_at", Instant.parse("2025-03-01T01:02:03Z"),
                "open", false,
                "place", new Point(new BigDecimal("104.0668"), new BigDecimal("30.5728")),
                "site", site,
                "contact", "合成人名"));
        town.create(values);
    }

    private byte[] bytes(ExportRequest request, Viewer viewer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        projects.export(request, out, viewer);
        return out.toByteArray();
    }
}
