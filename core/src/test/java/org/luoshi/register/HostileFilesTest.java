package org.luoshi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.kernel.text.Language;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.ImportReport.Outcome;

/// Files made to harm, and files in every encoding met here.
class HostileFilesTest {

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
    @CsvSource(delimiter = '|', value = {
        "UTF-8|true|编码判断为 UTF-8（有 BOM）|encoding taken to be UTF-8 with BOM",
        "UTF-8|false|编码判断为 UTF-8|encoding taken to be UTF-8",
        "GB18030|false|编码判断为 GB18030（不是有效的 UTF-8）|encoding taken to be GB18030, as it is no valid UTF-8"
    })
    void whatWasAssumedOfTheEncodingIsSaidInBothLanguages(String charset, boolean mark, String zh, String en)
            throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, ((mark ? "\ufeff" : "") + HEAD + "P-1,䢺江芯片,北区,线索\n").getBytes(Charset.forName(charset)));
        ImportReport report = run(file);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.notes()).extracting(n -> n.zh()).contains(zh);
        assertThat(report.notes()).extracting(n -> n.en()).contains(en);
        assertThat(only().value("name")).isEqualTo("䢺江芯片");
    }

    @Test
    void whatWasAssumedIsSaidOfAFileThatDoesNotFitToo() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, "编码,名字\nP-1,甲\n".getBytes(Charset.forName("GB18030")));
        ImportReport report = run(file);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.notes()).extracting(n -> n.zh()).contains("编码判断为 GB18030（不是有效的 UTF-8）", "分隔符 「,」");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>",
        "<!DOCTYPE worksheet [<!ENTITY d SYSTEM 'file:///etc/hostname'>]>"
    })
    void aWorkbookWithEntitiesIsRefusedInOurOwnWords(String doctype) throws IOException {
        Path file = folder.resolve("entities.xlsx");
        rewritten(file, "<?xml version='1.0'?>" + doctype
                + "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                + "<row r='1'><c r='A1' t='inlineStr'><is><t>&d;</t></is></c></row></sheetData></worksheet>");
        ImportReport report = run(file);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).isEqualTo("XLSX 文件损坏，或不是表格软件存的；重新存一次，或改用 CSV");
    }

    @Test
    void aWorkbookOfThousandsOfPartsIsRefused() throws IOException {
        Path file = folder.resolve("parts.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 2_001; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
                zip.closeEntry();
            }
        }
        assertThat(run(file).problem().zh()).contains("2001 个条目");
    }

    @Test
    void anArchiveCutShortIsToldInOurOwnWords() throws IOException {
        Path file = folder.resolve("cut.xlsx");
        byte[] whole = workbook();
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run(file).problem().zh()).isEqualTo("XLSX 文件损坏，或不是表格软件存的；重新存一次，或改用 CSV");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingInsteadOfFillingTheMemory() throws IOException {
        Path file = folder.resolve("open.csv");
        Files.writeString(file, HEAD + "P-1,\"" + "甲".repeat(5 << 20));
        ImportReport report = run(file);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.problem().zh()).isEqualTo("CSV 第 2 行起读不下去：引号没有成对，或一行超过 4 百万字");
        assertThat(report.problem().en())
                .isEqualTo("the CSV cannot be read on from row 2: a quotation mark is never closed, or a row has more than"
                        + " 4 million characters");
    }

    @Test
    void formulasInTheFileOfBadRowsAreText() throws IOException {
        Path file = folder.resolve("a.csv");
        Path bad = folder.resolve("bad.csv");
        Files.writeString(file, "编号,名称,区,阶段,\"=HYPERLINK(\"\"x\"\")\"\nP-1,＝1+1,无此区,线索,@x\n");
        projects.prepareImport(ImportRequest.of(file).goodRows(bad), town.system).run();
        List<String> lines = Files.readAllLines(bad, UTF_8);
        assertThat(lines.getFirst()).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(lines.get(1)).contains("'＝1+1").contains("'@x");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTextWithAnySignGoesOutAsTextAndComesBackUnchanged(Format format) throws IOException {
        List<String> names = List.of("=1+1", "+1", "-1", "@SUM(1)", "＝1", "＋1", "－1", "＠x", "'=1", "''=1", "'甲");
        for (int i = 0; i < names.size(); i++) {
            var values = new java.util.LinkedHashMap<>(RegisterTest.project("P-" + i, "north"));
            values.put("name", names.get(i));
            town.create(values);
        }
        Path file = folder.resolve("out." + format.name().toLowerCase(java.util.Locale.ROOT));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        projects.export(ExportRequest.of(format, Language.ZH), out, town.system);
        Files.write(file, out.toByteArray());
        if (format == Format.CSV) {
            assertThat(Files.readAllLines(file)).allSatisfy(line -> assertThat(line)
                    .doesNotContainPattern("(^|,)\"?[=+@＝＋－＠]")
                    .doesNotContainPattern("(^|,)\"?-[0-9]+,"));
        }
        ImportReport report = run(file);
        assertThat(report.unchanged()).as(report.toString()).isEqualTo(names.size());
    }

    private ImportReport run(Path file) {
        return projects.prepareImport(ImportRequest.of(file), town.system).run();
    }

    private RegisterRecord only() {
        List<RegisterRecord> rows = projects.list(ListRequest.first(5), town.system).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("项目").createRow(0).createCell(0).setCellValue("编号");
            book.write(out);
        }
        return out.toByteArray();
    }

    /// An honest workbook whose sheet is another.
    private void rewritten(Path file, String sheet) throws IOException {
        Path honest = folder.resolve("honest.xlsx");
        Files.write(honest, workbook());
        try (ZipFile from = new ZipFile(honest.toFile());
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals("xl/worksheets/sheet1.xml")
                                ? sheet.getBytes(UTF_8)
                                : from.getInputStream(entry).readAllBytes());
                to.closeEntry();
            }
        }
    }
}
