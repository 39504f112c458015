package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The derivation of a figure as a file, and what changed in it since a chosen day.
class DerivationTest {

    private static final String FIGURE = "/explain/parks.projects_started/chengdu/2025-08";
    private static final Pattern AMOUNT = Pattern.compile("<td class=\"number\">([+−]?[0-9.,]+|0)</td><td class=\"nowrap\">");
    private static final Pattern SUM = Pattern.compile("事实变动合计</th><td class=\"number\">([+−]?[0-9.,]+)</td>");
    private static final Pattern REST = Pattern.compile("未列出的记录合计</th><td class=\"number\">([+−]?[0-9.,]+)</td>");

    private static Visitor analyst;

    @BeforeAll
    static void start() throws Exception {
        analyst = Program.signedIn(DemonstrationServer.shared(), "analyst");
    }

    @Test
    void theFileHoldsFormulaSourceAndEveryRecordWithWhoEnteredIt() throws Exception {
        List<Map<String, String>> rows = rows(FIGURE + "/derivation.csv", analyst);
        assertThat(rows).extracting(row -> row.get("部分")).contains("本数", "算法", "口径", "系统包与版本", "数据来源", "获知时间");
        BigDecimal value = new BigDecimal(rows.getFirst().get("值"));
        List<Map<String, String>> records = rows.stream().filter(row -> row.get("部分").equals("记录")).toList();
        assertThat(records).hasSize(value.intValueExact()).allSatisfy(row -> {
            assertThat(row.get("登记表")).isEqualTo("parks.project");
            assertThat(row.get("记录号")).matches("[0-9]+");
            assertThat(row.get("版本")).matches("[0-9]+");
            assertThat(row.get("获知时间")).matches("2[0-9]{3}-[0-9]{2}-[0-9]{2} .*");
            assertThat(row.get("登记人")).isNotBlank();
        });
        assertThat(rows.stream().filter(row -> row.get("部分").equals("算法")).findFirst().orElseThrow().get("内容"))
                .contains("项目");
    }

    @Test
    void bothFormsAndThePastSayTheSameAsThePage() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(analyst.bytes(FIGURE + "/derivation.xlsx").body()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(rows(FIGURE + "/derivation.csv", analyst).size());
        }
        List<Map<String, String>> then = rows(FIGURE + "/derivation.csv?asof=2025-08-10", analyst);
        assertThat(new BigDecimal(then.getFirst().get("值")))
                .isLessThan(new BigDecimal(rows(FIGURE + "/derivation.csv", analyst).getFirst().get("值")));
        assertThat(analyst.get(FIGURE).body()).contains(FIGURE + "/derivation.csv", FIGURE + "/derivation.xlsx");
        assertThat(analyst.get("/explain/parks.projects_started/nowhere/2025-08/derivation.csv").statusCode()).isEqualTo(404);
        assertThat(analyst.get("/explain/parks.projects_started/chengdu/2025/derivation.csv").statusCode()).isEqualTo(400);
        assertThat(analyst.get("/explain/parks.nothing/chengdu/2025-08/derivation.xlsx").statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayReadLessGetsLessAndIsToldHowMuch() throws Exception {
        Visitor clerk = Program.signedIn(DemonstrationServer.shared(), "clerk");
        List<Map<String, String>> rows = rows("/explain/parks.projects_started/chengdu/2025-08/derivation.csv", clerk);
        List<Map<String, String>> all = rows("/explain/parks.projects_started/chengdu/2025-08/derivation.csv", analyst);
        assertThat(records(rows)).isLessThan(records(all));
        assertThat(rows).anySatisfy(row -> assertThat(row.get("内容")).contains("不在您的查看范围"));
        assertThat(rows.getFirst().get("值")).isEqualTo(all.getFirst().get("值"));
    }

    @Test
    void whatChangedSinceADayAddsUpRecordByRecord() throws Exception {
        String page = analyst.get(FIGURE + "?since=2025-08-10").body();
        assertThat(page).contains("2025-08-10 以来的变动", "新计入", "/restatements/parks.projects_started/chengdu/2025-08?since=2025-08-10");
        BigDecimal sum = BigDecimal.ZERO;
        List<BigDecimal> amounts = new ArrayList<>();
        String table = page.substring(page.indexOf("id=\"changes\""));
        Matcher amount = AMOUNT.matcher(table);
        while (amount.find()) amounts.add(number(amount.group(1)));
        for (BigDecimal one : amounts) sum = sum.add(one);
        Matcher rest = REST.matcher(table);
        if (rest.find()) sum = sum.add(number(rest.group(1)));
        Matcher total = SUM.matcher(table);
        assertThat(total.find()).isTrue();
        assertThat(amounts).isNotEmpty();
        assertThat(sum).isEqualByComparingTo(number(total.group(1)));
        assertThat(analyst.get(FIGURE).body()).doesNotContain("id=\"changes\"");
        assertThat(analyst.get(FIGURE + "?since=2030-01-01").statusCode()).isEqualTo(400);
    }

    private static long records(List<Map<String, String>> rows) {
        return rows.stream().filter(row -> row.get("部分").equals("记录")).count();
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace("−", "-").replace("+", "").replace(",", ""));
    }

    private static List<Map<String, String>> rows(String path, Visitor visitor) throws Exception {
        String csv = visitor.get(path).body();
        assertThat(csv).startsWith("\ufeff");
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
}
