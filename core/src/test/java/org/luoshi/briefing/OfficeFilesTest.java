package org.luoshi.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

class OfficeFilesTest {

    @Test
    void theWordDocumentHasTheOfficialPageAndGrid() throws IOException {
        try (XWPFDocument word = word(Language.ZH)) {
            var section = word.getDocument().getBody().getSectPr();
            assertThat(section.getPgMar().getTop()).isEqualTo(BigInteger.valueOf(2098));
            assertThat(section.getPgMar().getLeft()).isEqualTo(BigInteger.valueOf(1587));
            assertThat(section.getDocGrid().getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
            double pitch = 16 + section.getDocGrid().getCharSpace().intValue() / 4096.0;
            assertThat(Math.floor(156 * 72 / 25.4 / pitch + 0.01)).isEqualTo(28);
            double line = section.getDocGrid().getLinePitch().doubleValue() / 20;
            assertThat(Math.floor(225 * 72 / 25.4 / line)).isEqualTo(22);
        }
    }

    @Test
    void theWordDocumentHasRealHeadingsAndTables() throws IOException {
        try (XWPFDocument word = word(Language.ZH)) {
            assertThat(word.getParagraphs().stream()
                            .filter(p -> "Heading1".equals(p.getStyle()))
                            .map(XWPFParagraph::getText))
                    .containsExactly("一、总体情况", "二、偏离路径的任务", "三、状态变化");
            assertThat(word.getStyles().getStyle("Heading1").getCTStyle().getPPr().getOutlineLvl().getVal())
                    .isEqualTo(BigInteger.ZERO);
            assertThat(word.getStyles().getStyle("Body").getCTStyle().getRPr().getRFontsArray(0).getEastAsia())
                    .isEqualTo("仿宋_GB2312");
            XWPFTable table = word.getTables().getFirst();
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("■严重滞后");
            assertThat(word.getFooterList()).hasSize(2);
        }
    }

    @Test
    void figuresInTheWorkbookAreNumbersWithTheirBindingBesideThem() throws IOException {
        try (XSSFWorkbook book = workbook(Sampled.briefing(3))) {
            Sheet table = book.getSheetAt(1);
            assertThat(table.getRow(1).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(table.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(68);
            assertThat(table.getRow(1).getCell(8).getStringCellValue())
                    .isEqualTo("commitment c0 actual @ " + Sampled.MOMENT);
            assertThat(table.isColumnHidden(8)).isTrue();
            Sheet bindings = book.getSheetAt(book.getNumberOfSheets() - 1);
            long figures = Sampled.briefing(3).sections().stream()
                    .flatMap(s -> s.blocks().stream())
                    .flatMap(Block::figures)
                    .count();
            assertThat(bindings.getLastRowNum()).isEqualTo((int) figures);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFormIsMadeInBothLanguages(Language language) throws IOException {
        for (Format format : Format.values()) {
            Print print = Print.of(Sampled.briefing(4), null, language, format);
            Files.write(Path.of("target", "briefing-" + language + "." + format.id()), print.bytes());
            assertThat(print.bytes().length).isGreaterThan(2000);
            assertThat(print.fileName()).isEqualTo("weekly-city-2025-09-21-draft." + format.id());
        }
    }

    @Test
    void wordsThatLookLikeAFormulaStayWords() throws IOException {
        Briefing from = Sampled.briefing(1);
        Block.Table table = new Block.Table(
                Text.EMPTY,
                List.of(new Block.Column("title", new Text("任务", "Commitment"), false, 10)),
                List.of(List.of(new Block.Cell.Name(Text.same("=HYPERLINK(\"http://x\")"), null))));
        Briefing risky = new Briefing(
                from.layout(), from.title(), from.subject(), from.subjectName(), from.period(), from.moment(),
                from.day(), false, from.packs(), List.of(new Briefing.Section(Text.same("T"), List.of(table))));
        try (XSSFWorkbook book = workbook(risky)) {
            Cell cell = book.getSheetAt(1).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void unknownIsNeverZero() throws IOException {
        Figure unknown = new Figure(
                new Binding("actual", new Source.Count("x"), Sampled.MOMENT, Sampled.PACK),
                null,
                Text.same("—"),
                Figure.Standing.UNKNOWN);
        Briefing from = Sampled.briefing(1);
        Block.Table table = new Block.Table(
                Text.EMPTY,
                List.of(new Block.Column("figure", new Text("实际", "Actual"), true, 10)),
                List.of(List.of(new Block.Cell.Value(unknown, null))));
        Briefing briefing = new Briefing(
                from.layout(), from.title(), from.subject(), from.subjectName(), from.period(), from.moment(),
                from.day(), false, from.packs(), List.of(new Briefing.Section(Text.same("T"), List.of(table))));
        try (XSSFWorkbook book = workbook(briefing)) {
            assertThat(book.getSheetAt(1).getRow(1).getCell(0).getStringCellValue()).isEqualTo("—");
        }
        assertThat(Draft.of(briefing).issuable()).isTrue();
        assertThat(unknown.value()).isNotEqualTo(BigDecimal.ZERO);
    }

    private static XWPFDocument word(Language language) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(
                Print.of(Sampled.briefing(4), null, language, Format.DOCX).bytes()));
    }

    private static XSSFWorkbook workbook(Briefing briefing) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(
                Print.of(briefing, null, Language.ZH, Format.XLSX).bytes()));
    }
}
