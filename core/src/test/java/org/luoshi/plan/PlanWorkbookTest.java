package org.luoshi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanWorkbookTest {

    private final Bureau bureau = new Bureau();
    private final PlanWorkbook workbook = bureau.context.get(PlanWorkbook.class);

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void aWorkbookNobodyEditedChangesNothing() {
        assertThat(take(exported(), false)).isInstanceOf(EditResult.NothingChanged.class);
        assertThat(bureau.plans.versions(9)).hasSize(1);
    }

    @Test
    void aClerksEditIsShownDryAndThenWritten() throws IOException {
        byte[] edited = edited(book -> {
            XSSFSheet tasks = book.getSheet("任务");
            cell(tasks, "north_starts", "目标值").setCellValue("１５０");
            cell(tasks, "north_starts", "牵头单位").setCellValue("南区");
            cell(tasks, "platform", "期限").setCellValue("2025年11月30日");
            Row added = book.getSheet("节点").getRow(6);
            added.getCell(0).setCellValue("platform");
            added.getCell(1).setCellValue("trial");
            added.getCell(2).setCellValue("试运行");
            added.getCell(3).setCellValue("Trial run");
            added.getCell(4).setCellValue("2025/9/30");
            added.getCell(5).setCellValue("否");
        });
        assertThat(take(edited, true)).isInstanceOfSatisfying(EditResult.WouldWrite.class, w -> assertThat(w.changes())
                .extracting(PlanChange::id, PlanChange::main)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("north_starts", PlanChange.What.RETARGETED),
                        org.assertj.core.groups.Tuple.tuple("platform", PlanChange.What.RESCHEDULED),
                        org.assertj.core.groups.Tuple.tuple("platform/trial", PlanChange.What.ADDED)));
        assertThat(bureau.plans.versions(9)).hasSize(1);
        assertThat(take(edited, false)).isInstanceOf(EditResult.Written.class);
        assertThat(bureau.plans.version().orElseThrow().origin()).isEqualTo(PlanVersion.Origin.XLSX);
        assertThat(bureau.view("north_starts").commitment().lead()).isEqualTo("south");
        assertThat(take(edited, false)).isInstanceOf(EditResult.Conflict.class);
    }

    @Test
    void aDeletedRowDeletesTheItem() throws IOException {
        byte[] edited = edited(book -> {
            XSSFSheet tasks = book.getSheet("任务");
            tasks.removeRow(row(tasks, "platform"));
            XSSFSheet milestones = book.getSheet("节点");
            milestones.removeRow(row(milestones, "platform"));
        });
        assertThat(take(edited, false)).isInstanceOf(EditResult.Written.class);
        assertThat(bureau.plans.commitment("platform", null, bureau.analyst)).isEmpty();
    }

    @Test
    void everyFaultIsToldWithSheetRowAndColumnAndNothingIsWritten() throws IOException {
        byte[] edited = edited(book -> {
            XSSFSheet tasks = book.getSheet("任务");
            cell(tasks, "north_starts", "目标值").setCellValue("许多");
            cell(tasks, "market_rules", "牵头单位").setCellValue("西区");
            cell(tasks, "platform", "起始").setCellFormula("TODAY()");
            XSSFSheet milestones = book.getSheet("节点");
            milestones.getRow(1).getCell(4).setCellValue("2025-02-30");
            milestones.getRow(2).getCell(2).setBlank();
        });
        assertThat(take(edited, true)).isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.problems())
                .extracting(p -> p.where() + " " + p.message().zh())
                .contains(
                        "任务!Q2 “许多”不是数字",
                        "任务!G3 没有名为“西区”的单位，或同名单位不止一个",
                        "任务!I4 单元格是公式，改填数值或文字",
                        "节点!E2 没有“2025-02-30”这一天",
                        "节点!C3 “节点”必填"));
        assertThat(bureau.plans.versions(9)).hasSize(1);
    }

    @Test
    void aPlanThatBreaksItsOwnRulesIsToldAtTheItemsCell() throws IOException {
        byte[] edited = edited(book ->
                book.getSheet("节点").getRow(1).getCell(4).setCellValue("2026-03-31"));
        assertThat(take(edited, true)).isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.problems())
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.where()).isEqualTo("节点!B2");
                    assertThat(p.message().zh()).isEqualTo("节点日期 2026-03-31 晚于任务期限 2025-12-31");
                }));
    }

    @Test
    void aTargetAgainstTheIndicatorsDirectionIsTold() throws IOException {
        byte[] edited = edited(book -> cell(book.getSheet("任务"), "north_starts", "目标值").setCellValue("-5"));
        assertThat(take(edited, true)).isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.problems())
                .extracting(p -> p.message().zh())
                .containsExactly("目标 -5 与指标方向相反（基线 0）"));
    }

    @Test
    void aZipBombIsRefusedWithoutBeingUnpackedWhole() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (java.util.zip.ZipInputStream from =
                        new java.util.zip.ZipInputStream(new ByteArrayInputStream(exported()));
                java.util.zip.ZipOutputStream to = new java.util.zip.ZipOutputStream(bomb)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    to.write("<worksheet>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    byte[] blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    for (int i = 0; i < 300; i++) to.write(blanks);
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThat(take(bomb.toByteArray(), true)).isInstanceOfSatisfying(EditResult.Refused.class, r -> assertThat(r.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message().zh()).contains("压缩炸弹")));
    }

    @Test
    void whatIsNoWorkbookOfThisPlanIsRefused() throws IOException {
        assertThat(take("id,title".getBytes(java.nio.charset.StandardCharsets.UTF_8), true))
                .isInstanceOf(EditResult.Refused.class);
        try (XSSFWorkbook other = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            other.createSheet("任务");
            other.write(out);
            assertThat(take(out.toByteArray(), true)).isInstanceOf(EditResult.Refused.class);
        }
    }

    @Test
    void existingIdsAreLockedAndWhatLooksLikeAFormulaStaysText() throws IOException {
        bureau.apply(
                bureau.edited(c -> new org.luoshi.pack.Plan.Commitment(
                        c.id(), new org.luoshi.kernel.text.Text("=1+1", "=cmd()"), c.detail(), c.lead(), c.assist(),
                        c.period(), c.figure(), c.watch(), c.milestones(), c.evidence(), c.dependsOn(), c.clauses())),
                bureau.analyst);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported()))) {
            XSSFSheet tasks = book.getSheet("任务");
            var title = cell(tasks, "north_starts", "任务");
            assertThat(title.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(title.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row(tasks, "north_starts").getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(title.getCellStyle().getLocked()).isFalse();
            assertThat(tasks.isSheetLocked()).isTrue();
            assertThat(tasks.getDataValidations()).isNotEmpty();
        }
        assertThat(take(exported(), false)).isInstanceOf(EditResult.NothingChanged.class);
    }

    private byte[] exported() {
        return workbook.export().orElseThrow();
    }

    private EditResult take(byte[] file, boolean dryRun) {
        return workbook.take(file, "", dryRun, bureau.analyst);
    }

    private byte[] edited(Consumer<XSSFWorkbook> edit) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(XSSFSheet sheet, String id) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id);
    }

    private static org.apache.poi.ss.usermodel.Cell cell(XSSFSheet sheet, String id, String header) {
        for (org.apache.poi.ss.usermodel.Cell head : sheet.getRow(0)) {
            if (head.getStringCellValue().startsWith(header + " ")) {
                return row(sheet, id).getCell(head.getColumnIndex());
            }
        }
        throw new AssertionError(header);
    }
}
