package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every tile of every dashboard has an address, and can be taken away in each form.
class DashboardFilesTest {

    private static final Pattern DASHBOARD = Pattern.compile("href=\"(/dashboards/[a-z_]+\\.[a-z_]+)\"");
    private static final Pattern TILE = Pattern.compile("<h2><a href=\"(/dashboards/[a-z_.]+/tiles/[a-z_0-9-]+)\">");

    private static Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        visitor = Program.signedIn(DemonstrationServer.shared(), "leader");
    }

    @Test
    void everyTileCanBeTakenAwayInEachForm() throws Exception {
        List<String> tiles = tiles();
        assertThat(tiles).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        Set<String> kinds = new TreeSet<>();
        for (String tile : tiles) {
            kinds.add(tile.replaceAll(".*/tiles/([a-z]+)-.*", "$1"));
            HttpResponse<String> page = visitor.get(tile);
            assertThat(page.statusCode()).as(tile).isEqualTo(200);
            for (String ending : List.of("png", "svg", "csv", "xlsx"))
                assertThat(page.body()).contains("href=\"" + tile + "." + ending + "\"");

            byte[] png = file(tile + ".png", "image/png");
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).as(tile).isGreaterThan(1_000);
            byte[] svg = file(tile + ".svg", "image/svg+xml;charset=UTF-8");
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg))
                            .getElementsByTagName("text")
                            .getLength())
                    .as(tile)
                    .isGreaterThan(3);
            List<List<String>> rows = CsvReader.builder()
                    .ofCsvRecord(new String(file(tile + ".csv", "text/csv;charset=UTF-8"), StandardCharsets.UTF_8).substring(1))
                    .stream()
                    .map(record -> record.getFields().stream().map(DashboardFilesTest::plain).toList())
                    .toList();
            assertThat(rows).as(tile).hasSizeGreaterThan(1);
            assertThat(sheet(tile + ".xlsx")).as(tile).isEqualTo(rows);
        }
        assertThat(kinds).contains("number", "series", "ranking", "map", "pivot");
    }

    @Test
    void theTableHoldsTheFiguresOfTheIndicatorAndSaysWhatItIs() throws Exception {
        String tile = tiles().stream().filter(one -> one.contains("/tiles/ranking-")).findFirst().orElseThrow();
        String csv = new String(file(tile + ".csv", "text/csv;charset=UTF-8"), StandardCharsets.UTF_8);
        assertThat(csv).contains("来源：", "合成");
        String page = visitor.get(tile).body();
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(csv.substring(1)).stream().map(CsvRecord::getFields).toList();
        for (List<String> row : rows.subList(1, 6)) assertThat(page).contains("/" + row.get(0) + "/" + row.get(2));
    }

    /// The demonstration's registers have outliers and returns that did not come in.
    @Test
    void aTileSaysInWordsWhatIsOpenBehindItsFigureAndLeadsThere() throws Exception {
        Pattern mark = Pattern.compile("<a href=\"(/quality\\?unit=chengdu&amp;indicator=[a-z_.]+)\">(数据质量[^<]+)<");
        boolean found = false;
        for (String tile : tiles()) {
            var marked = mark.matcher(visitor.get(tile).body());
            if (!marked.find()) continue;
            found = true;
            assertThat(visitor.get(marked.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
            String csv = new String(file(tile + ".csv", "text/csv;charset=UTF-8"), StandardCharsets.UTF_8);
            assertThat(csv).contains(marked.group(2));
            assertThat(visitor.get(tile + "?asof=2025-06-30").body()).doesNotContain("数据质量待处理");
        }
        assertThat(found).isTrue();
    }

    @Test
    void aPastMomentIsWrittenIntoTheFile() throws Exception {
        String tile = tiles().stream().filter(one -> one.contains("/tiles/number-")).findFirst().orElseThrow();
        String svg = new String(file(tile + ".svg?asof=2025-06-30", "image/svg+xml;charset=UTF-8"), StandardCharsets.UTF_8);
        assertThat(svg).contains("按2025-06-30所知", ">成都 · ");
        assertThat(visitor.get(tile + "-9.svg").statusCode()).isEqualTo(404);
        assertThat(visitor.get(tile + ".pdf").statusCode()).isEqualTo(404);
    }

    private static List<String> tiles() throws Exception {
        List<String> tiles = new ArrayList<>();
        Set<String> dashboards = new TreeSet<>();
        DASHBOARD.matcher(visitor.get("/dashboards").body()).results().forEach(found -> dashboards.add(found.group(1)));
        for (String dashboard : dashboards)
            TILE.matcher(visitor.get(dashboard).body()).results().forEach(found -> tiles.add(found.group(1)));
        return tiles;
    }

    /// Numbers in one way of writing, since a workbook keeps no trailing zeros.
    private static String plain(String cell) {
        return cell.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static byte[] file(String path, String type) throws Exception {
        HttpResponse<byte[]> answer = visitor.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).as(path).contains(type);
        assertThat(answer.headers().firstValue("Content-Disposition")).as(path).get().asString().startsWith("attachment");
        return answer.body();
    }

    private static List<List<String>> sheet(String path) throws Exception {
        byte[] file = file(path, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            int columns = sheet.getRow(0).getLastCellNum();
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    var cell = row.getCell(i);
                    boolean number = cell != null && cell.getCellType() == CellType.NUMERIC;
                    cells.add(plain(
                            cell == null ? "" : number ? String.valueOf(cell.getNumericCellValue()) : cell.getStringCellValue()));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
