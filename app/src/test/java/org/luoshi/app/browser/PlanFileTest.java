package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// The plan frozen, taken out as a workbook, edited by a clerk, looked at dry, taken in, and compared with what was frozen.
class PlanFileTest extends BrowserJourney {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void aClerksWorkbookIsShownDryThenTakenInAndComparedWithTheBaselineThatAnotherPersonApproved() throws IOException {
        signIn("analyst");
        page.navigate("/baselines");
        page.getByLabel("名称").fill("年初批准稿");
        button("冻结现在的计划").click();
        assertThat(page.locator("main tbody tr").first()).containsText("待他人批准");
        signInInstead("reviewer");
        page.navigate("/baselines");
        button("批准").click();
        assertThat(page.locator("main tbody tr").first()).containsText("改革办复核员（reviewer）");

        signInInstead("analyst");
        page.navigate("/plan");
        byte[] exported = Files.readAllBytes(page.waitForDownload(() -> link("XLSX").click()).path());
        byte[] edited = edited(exported, book -> {
            XSSFSheet tasks = book.getSheet("任务");
            cell(tasks, "sea_port_operation", "牵头单位").setCellValue("成华区");
            cell(tasks, "forty_institutions", "目标值").setCellValue("４２");
            cell(tasks, "county_economy", "期限").setCellValue("2025年12月25日");
            Row added = copy(tasks, row(tasks, "county_economy"));
            added.getCell(0).setCellValue("county_reading_room");
            added.getCell(column(tasks, "任务")).setCellValue("合成的新任务");
            added.getCell(column(tasks, "英文名称")).setCellValue("A synthetic new commitment");
        });

        byte[] wrong = edited(exported, book -> cell(book.getSheet("任务"), "county_economy", "牵头单位").setCellValue("没有这个局"));
        upload(wrong, "看会改什么");
        assertThat(page.locator("main tbody tr").first()).containsText("任务!");
        assertThat(page.locator("main tbody tr").first()).containsText("没有这个局");
        List<String> failures = new ArrayList<>(violations("mistakes of a workbook"));

        upload(edited, "看会改什么");
        Locator changes = page.locator("main table.cards");
        assertThat(changes).containsText("牵头单位：青白江 → 成华");
        assertThat(changes).containsText("目标：40 个 → 42 个");
        assertThat(changes).containsText("截止日期：2025-12-31 → 2025-12-25");
        assertThat(changes).containsText("合成的新任务");
        failures.addAll(violations("dry run of a workbook"));
        upload(edited, "写入");

        page.navigate("/plan/forty_institutions");
        assertThat(page.locator("main")).containsText("目标由 40 个 改为 42 个");
        assertThat(page.locator("main")).containsText("改革办分析员（analyst）");
        assertThat(page.locator("main")).containsText("尚无经批准的基线包含此改动");
        page.navigate("/baselines");
        link("年初批准稿").click();
        assertThat(page.locator("#compared tbody tr")).hasCount(4);
        assertThat(page.locator("#compared")).containsText("改革办分析员（analyst）");
        failures.addAll(violations("a baseline compared with now"));

        page.navigate("/baselines");
        page.getByLabel("名称").fill("改后批准稿");
        button("冻结现在的计划").click();
        signInInstead("reviewer");
        page.navigate("/baselines");
        page.locator("tr", new Page.LocatorOptions().setHasText("改后批准稿")).getByRole(AriaRole.BUTTON).click();
        page.navigate("/plan/forty_institutions");
        Locator changed = page.locator("main li, main tr").filter(new Locator.FilterOptions().setHasText("目标由 40 个 改为 42 个")).first();
        assertThat(changed).containsText("改革办复核员（reviewer）于");
        assertThat(changed).containsText("（基线“改后批准稿”）");
        Locator entered = page.locator("main li, main tr").filter(new Locator.FilterOptions().setHasText("列入计划")).first();
        assertThat(entered).containsText("（基线“年初批准稿”）");
        signInInstead("analyst");

        page.navigate("/plan");
        byte[] yaml = Files.readAllBytes(page.waitForDownload(() -> link("YAML").click()).path());
        page.navigate("/plan-workbook");
        page.locator("#file").setInputFiles(new FilePayload("plan.zip", "application/zip", yaml));
        button("看会改什么").click();
        assertThat(page.locator("main h2").first()).containsText("与现在的计划相同");
        assertThat(failures).isEmpty();
    }

    private void upload(byte[] workbook, String how) {
        page.navigate("/plan-workbook");
        page.locator("#file").setInputFiles(new FilePayload("plan.xlsx", XLSX, workbook));
        button(how).click();
        assertThat(page.locator("main h2[data-summary]")).isVisible();
    }

    private static byte[] edited(byte[] workbook, Consumer<XSSFWorkbook> edit) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Cell cell(XSSFSheet sheet, String id, String head) {
        return row(sheet, id).getCell(column(sheet, head), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Row row(XSSFSheet sheet, String id) {
        DataFormatter words = new DataFormatter();
        for (Row row : sheet) {
            if (words.formatCellValue(row.getCell(0)).equals(id)) return row;
        }
        throw new AssertionError("no row " + id);
    }

    private static int column(XSSFSheet sheet, String head) {
        DataFormatter words = new DataFormatter();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (words.formatCellValue(cell).split(" ", 2)[0].equals(head)) return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + head);
    }

    /// A new row below the last, with the same contents.
    private static Row copy(XSSFSheet sheet, Row from) {
        Row to = sheet.createRow(sheet.getLastRowNum() + 1);
        for (Cell cell : from) {
            Cell made = to.createCell(cell.getColumnIndex());
            switch (cell.getCellType()) {
                case NUMERIC -> {
                    made.setCellStyle(cell.getCellStyle());
                    made.setCellValue(cell.getNumericCellValue());
                }
                case STRING -> made.setCellValue(cell.getStringCellValue());
                default -> made.setBlank();
            }
        }
        return to;
    }
}
