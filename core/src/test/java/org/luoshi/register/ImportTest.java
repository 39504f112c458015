package org.luoshi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Viewer;
import org.luoshi.register.ImportReport.Outcome;

class ImportTest {

    private static final String HEAD = "编号,名称,区,阶段\n";

    @TempDir
    private Path folder;

    private final Town town = new Town();
    private final Register projects = town.projects();

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void aFileInAnyUsualEncodingIsReadAndTheAssumptionIsTold(String charset) throws IOException {
        Path file = folder.resolve("a.csv");
        String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
        Files.write(file, (mark + HEAD + "P-1,芯片工厂,北区,线索\n").getBytes(Charset.forName(charset)));
        ImportReport report = run(ImportRequest.of(file), town.system);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.notes()).anySatisfy(n -> assertThat(n.zh()).contains(charset));
        assertThat(only().value("name")).isEqualTo("芯片工厂");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstHead() throws IOException {
        assertThat(run(csv("\ufeff" + HEAD + "P-1,甲,北区,线索\n"), town.system).created()).isEqualTo(1);
    }

    @Test
    void bytesOfNoEncodingAreRefused() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'});
        assertThat(run(ImportRequest.of(file), town.system).problem().zh()).contains("GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "，"})
    void theDelimiterIsDetected(String delimiter) throws IOException {
        String text = (HEAD + "P-1,甲,北区,线索\n").replace(",", delimiter);
        assertThat(run(csv(text), town.system).created()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2025-03-05", "2025/3/5", "2025.3.5", "2025年3月5日", "2025年03月05日", "20250305", "45721", "２０２５年３月５日",
        "2025 年 3 月 5 日", "二〇二五年三月五日", "二零二五年三月五号", "2025-03-05 00:00:00", "2025/03/05"
    })
    void everyFormOfADateIsRead(String text) throws IOException {
        run(csv("编号,名称,区,阶段,开工日期\nP-1,甲,北区,线索," + text + "\n"), town.system);
        assertThat(only().value("started_on")).isEqualTo(LocalDate.of(2025, 3, 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "十月二十五日|不是日期", "2025-02-30|没有", "25/3/5|不是日期", "明天|不是日期"
    })
    void whatIsNoDateIsToldWithItsRowAndColumn(String text, String why) throws IOException {
        ImportReport report = run(csv("编号,名称,区,阶段,开工日期\nP-1,甲,北区,线索," + text + "\n"), town.system);
        CellError error = report.errors().getFirst();
        assertThat(error.row()).isEqualTo(2);
        assertThat(error.column()).isEqualTo("开工日期");
        assertThat(error.text().zh()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234.5|1234.50", "\"1,234.50\"|1234.50", "１２３４．５|1234.50", "1234.5万元|1234.50", "￥1234.5|1234.50"
    })
    void numbersAreReadAsOfficesWriteThem(String text, BigDecimal value) throws IOException {
        run(csv("编号,名称,区,阶段,投资额（万元）\nP-1,甲,北区,线索," + text + "\n"), town.system);
        assertThat(only().value("investment")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1.2亿元|12000", "12人|要 万元", "1.234|小数多于 2 位", "-1|不得小于 0", "1E+05|科学记数", "约100|不是数字"
    })
    void aNumberInAnotherUnitOrFormIsTold(String text, String why) throws IOException {
        ImportReport report = run(csv("编号,名称,区,阶段,投资额\nP-1,甲,北区,线索," + text + "\n"), town.system);
        assertThat(report.errors().getFirst().text().zh()).contains(why);
    }

    @Test
    void aHeadInAnotherUnitIsRefusedAsAWhole() throws IOException {
        ImportReport report = run(csv("编号,名称,区,阶段,投资额(亿元)\nP-1,甲,北区,线索,1\n"), town.system);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("亿元").contains("万元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "北区", "北合成区", "North District", "mca:999101", "mca@2024:999101", "mca：999101"})
    void unitsAreReadByIdNameOrSchemeAndCode(String unit) throws IOException {
        run(csv(HEAD + "P-1,甲," + unit + ",线索\n"), town.system);
        assertThat(only().value("district")).isEqualTo("north");
    }

    @ParameterizedTest
    @CsvSource({"999101,没有说明是哪种编码", "北取,是不是", "南街,这里要区"})
    void aUnitThatIsNoneIsToldWithAWayOut(String unit, String why) throws IOException {
        ImportReport report = run(csv(HEAD + "P-1,甲," + unit + ",线索\n"), town.system);
        assertThat(report.errors().getFirst().text().zh()).contains(why);
    }

    @Test
    void aDryRunTellsEverythingAndWritesNothing() throws IOException {
        town.create(RegisterTest.project("P-1", "north"));
        ImportReport report = run(csv(HEAD + "P-1,项目P-1,north,lead\nP-2,乙,南区,签约\nP-3,,南区,未知\n").dry(), town.system);
        assertThat(report.outcome()).isEqualTo(Outcome.CHECKED);
        assertThat(List.of(report.created(), report.updated(), report.unchanged(), report.bad())).containsExactly(1L, 0L, 1L, 1L);
        assertThat(report.errorCount()).isEqualTo(2);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void oneBadRowKeepsAllOutUnlessGoodRowsAreWanted() throws IOException {
        String text = HEAD + "P-1,甲,北区,线索\nP-2,乙,无此区,线索\nP-1,丙,北区,线索\n=P-4,丁,北区,线索\n";
        assertThat(run(csv(text), town.system).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(count()).isZero();
        Path bad = folder.resolve("bad.csv");
        ImportReport report = run(csv(text).goodRows(bad), town.system);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(3);
        String file = Files.readString(bad);
        assertThat(file).startsWith("\ufeff编号,名称,区,阶段,行 row,原因 reason").contains("P-2,乙").contains("与第 2 行重复").contains("'=P-4");
    }

    @Test
    void existingRecordsAreUpdatedByKeyAndOnlyWhereTheyDiffer() throws IOException {
        long same = town.create(RegisterTest.project("P-1", "north"));
        long other = town.create(RegisterTest.project("P-2", "north"));
        ImportReport report = run(csv("编号,阶段\nP-1,线索\nP-2,开工\n"), town.system);
        assertThat(List.of(report.created(), report.updated(), report.unchanged())).containsExactly(0L, 1L, 1L);
        assertThat(projects.find(same, null, town.system).orElseThrow().version()).isEqualTo(1);
        RegisterRecord changed = projects.find(other, null, town.system).orElseThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.value("name")).isEqualTo("项目P-2");
        assertThat(projects.history(other, town.system).getFirst().changes()).containsExactly(new FieldChange("stage", "lead", "started"));
        RecordsImported heard = town.context.get(Heard.class).imports.getLast();
        assertThat(heard.updated()).isEqualTo(1);
    }

    @Test
    void aNewRecordNeedsTheColumnsThatAnUpdateCanDoWithout() throws IOException {
        ImportReport report = run(csv("编号,阶段\nP-9,线索\n"), town.system);
        assertThat(report.errors().getFirst().text().zh()).contains("名称").contains("区");
    }

    @Test
    void referencesAreFoundByKeyOrNumberAndMissingOnesTold() throws IOException {
        long site = ((WriteResult.Written) town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system)).record().id();
        ImportReport report = run(csv("编号,名称,区,阶段,site\nP-1,甲,北区,线索,S1\nP-2,乙,北区,线索,#" + site + "\nP-3,丙,北区,线索,S9\n").goodRows(null), town.system);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.errors().getFirst().text().zh()).contains("S9");
        assertThat(projects.list(ListRequest.first(5), town.system).rows()).allSatisfy(r -> assertThat(r.value("site")).isEqualTo(site));
    }

    @Test
    void anOfficerImportsOnlyForHerDistrict() throws IOException {
        town.create(RegisterTest.project("P-1", "north"));
        ImportReport report = run(csv(HEAD + "P-1,甲,南区,签约\nP-2,乙,北区,线索\nP-3,丙,南区,线索\n").goodRows(null), town.south);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isZero();
        assertThat(report.errors()).extracting(CellError::row).containsExactlyInAnyOrder(2L, 3L);
        Viewer reader = new Viewer("reader", Town.text("reader"), List.of());
        assertThatThrownBy(() -> projects.prepareImport(csv(HEAD), reader)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aTitleAboveTheHeadAndEmptyRowsAreSkipped() throws IOException {
        ImportReport report = run(csv("全市项目表,,,\n,,,\n" + HEAD + "\nP-1,甲,北区,线索\n,,,\n"), town.system);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.notes()).anySatisfy(n -> assertThat(n.zh()).contains("第 3 行"));
    }

    @Test
    void aColumnThatIsNoFieldIsTold() throws IOException {
        ImportReport report = run(csv("编号,名称,区,阶段,开工日其\nP-1,甲,北区,线索,x\n"), town.system);
        assertThat(report.notes()).anySatisfy(n -> assertThat(n.zh()).contains("是不是「开工日期」"));
    }

    @Test
    void maskedPersonalDataAreNotTakenForTheRealThing() throws IOException {
        ImportReport report = run(csv("编号,名称,区,阶段,contact\nP-1,甲,北区,线索,合***\n"), town.system);
        assertThat(report.errors().getFirst().text().zh()).contains("打了码");
    }

    @Test
    void aWorkbookIsReadWithItsDatesNumbersAndStoredResults() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("项目");
            var head = sheet.createRow(0);
            List<String> heads = List.of("编号", "名称", "区", "阶段", "开工日期", "投资额", "open");
            for (int i = 0; i < heads.size(); i++) {
                head.createCell(i).setCellValue(heads.get(i));
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("P-1");
            row.createCell(1).setCellValue("甲");
            row.createCell(2).setCellValue("北区");
            row.createCell(3).setCellValue("开工");
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            Cell started = row.createCell(4);
            started.setCellValue(LocalDate.of(2025, 3, 5));
            started.setCellStyle(date);
            Cell sum = row.createCell(5);
            sum.setCellFormula("1000+234.5");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            row.createCell(6).setCellValue(true);
            book.write(out);
        }
        ImportReport report = run(ImportRequest.of(file), town.system);
        assertThat(report.outcome()).as(String.valueOf(report.problem())).isEqualTo(Outcome.IMPORTED);
        assertThat(report.notes()).anySatisfy(n -> assertThat(n.zh()).contains("1 个公式"));
        assertThat(only().values()).containsEntry("started_on", LocalDate.of(2025, 3, 5)).containsEntry("investment", new BigDecimal("1234.50")).containsEntry("open", true);
    }

    @Test
    void aZipBombIsRefusedBeforeItUnpacks() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        ImportReport report = run(ImportRequest.of(file), town.system);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("压缩炸弹");
    }

    @Test
    void whatIsNoWorkbookIsToldInWords() throws IOException {
        Path file = folder.resolve("a.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertThat(run(ImportRequest.of(file), town.system).problem().zh()).contains("XLSX");
        assertThat(run(csv(""), town.system).problem().zh()).contains("空");
        assertThat(run(csv("名称,区\n甲,北区\n"), town.system).problem().zh()).contains("缺少主键列 编号");
    }

    @Test
    void stoppingLeavesNothing() throws Exception {
        ImportJob job = projects.prepareImport(many(200_000), town.system);
        CompletableFuture<ImportReport> result = CompletableFuture.supplyAsync(job::run);
        while (job.progress().rows() == 0 && !result.isDone()) {
            Thread.onSpinWait();
        }
        job.stop();
        assertThat(result.get().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(count()).isZero();
    }

    @Test
    void aLargeFirstImportLeavesTheTableAsItWasPlanned() throws IOException {
        ImportReport report = run(many(120_000), town.system);
        assertThat(report.created()).isEqualTo(120_000);
        assertThat(town.registers.plan(town.registers.packs()).steps()).isEmpty();
        assertThat(town.context.sql().fetchValue("select count(distinct (_version, _change, _known_from)) from parks.project")).isEqualTo(1L);
        assertThat(run(many(120_000), town.system).unchanged()).isEqualTo(120_000);
        assertThat(run(csv(HEAD + "P-7,改,北区,线索\n"), town.system).updated()).isEqualTo(1);
    }

    @Test
    void nothingOfAnImportIsLeftInTheTemporaryFolder() throws IOException {
        run(csv(HEAD + "P-1,甲,北区,线索\n"), town.system);
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".rows"));
        }
    }

    @Test
    void anOfficerCannotImportForTheWholeCityByLeavingTheUnitOut() throws IOException {
        ImportReport report = run(csv("编号,名称,阶段\nP-1,甲,线索\n"), town.south);
        assertThat(report.errors().getFirst().text().zh()).contains("区");
        assertThat(count()).isZero();
    }

    @Test
    void aLostConnectionLeavesNothingAndIsTold() throws Exception {
        ImportJob job = projects.prepareImport(many(200_000), town.system);
        CompletableFuture<ImportReport> result = CompletableFuture.supplyAsync(job::run);
        int killed = 0;
        while (killed == 0 && !result.isDone()) {
            killed = town.context.sql().fetchCount(org.jooq.impl.DSL.table(
                    "(select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'copy %' and datname = current_database()) t"));
        }
        ImportReport report = result.get();
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).contains("连接断了");
        assertThat(count()).isZero();
    }

    @Test
    void aMillionErrorsAreCountedButOnlyTheFirstKept() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 5_000; i++) {
            text.append("p ").append(i).append(",甲,北区,没有\n");
        }
        ImportReport report = run(csv(text.toString()), town.system);
        assertThat(report.errorCount()).isEqualTo(10_000);
        assertThat(report.errors()).hasSizeLessThan(1_000);
    }

    private ImportRequest many(int rows) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < rows; i++) {
            text.append("P-").append(i).append(",项目").append(i).append(",北区,线索\n");
        }
        return csv(text.toString());
    }

    private ImportRequest csv(String text) throws IOException {
        Path file = folder.resolve("import.csv");
        Files.write(file, text.getBytes(UTF_8));
        return ImportRequest.of(file);
    }

    private ImportReport run(ImportRequest request, Viewer viewer) {
        return projects.prepareImport(request, viewer).run();
    }

    private RegisterRecord only() {
        List<RegisterRecord> rows = projects.list(ListRequest.first(5), town.system).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private long count() {
        return projects.count(ListRequest.first(1), town.system).value();
    }
}
