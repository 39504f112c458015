package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Figures as tables.
class SeriesTest {

    private static final String STARTED = "/api/series/parks.projects_started";

    private static Program analyst;

    @BeforeAll
    static void start() throws Exception {
        analyst = Program.of(DemonstrationServer.shared(), "analyst");
    }

    @Test
    void sdmxHasADimensionMeasureOrAttributeInEachColumn() throws Exception {
        HttpResponse<String> answer = analyst.get(STARTED + "/sdmx.csv?unit=chengdu,jinjiang&from=2025-05&to=2025-09");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/vnd.sdmx.data+csv;version=2.0.0");
        List<Map<String, String>> rows = rows(answer.body());
        assertThat(answer.body()).startsWith("STRUCTURE,STRUCTURE_ID,ACTION,");
        assertThat(rows).hasSize(10).allSatisfy(row -> {
            assertThat(row).containsEntry("STRUCTURE", "dataflow").containsEntry("ACTION", "I").containsEntry("FREQ", "M");
            assertThat(row.get("STRUCTURE_ID")).matches("LUOSHI\\.parks:projects_started\\([0-9]+\\.[0-9]+\\.[0-9]+\\)");
            assertThat(row.get("OBS_VALUE")).matches("[0-9]+");
        });
        assertThat(rows).extracting(row -> row.get("REF_AREA") + " " + row.get("TIME_PERIOD") + " " + row.get("OBS_STATUS"))
                .contains("chengdu 2025-06 A", "jinjiang 2025-08 A", "chengdu 2025-09 P");
    }

    @Test
    void bothTablesAndTheFeaturesSayTheSame() throws Exception {
        Map<String, String> features = new HashMap<>();
        for (JsonNode figure : analyst.features("/api/features/collections/indicator.parks.projects_started/items?limit=500")) {
            JsonNode of = figure.path("properties");
            features.put(of.path("unit").asString() + " " + of.path("period").asString(), of.path("value").asString());
        }
        assertThat(features).hasSizeGreaterThan(200);
        Map<String, String> sdmx = rows(analyst.get(STARTED + "/sdmx.csv").body()).stream()
                .collect(Collectors.toMap(r -> r.get("REF_AREA") + " " + r.get("TIME_PERIOD"), r -> r.get("OBS_VALUE")));
        assertThat(sdmx).isEqualTo(features);
        String plain = analyst.get(STARTED + "/data.csv?lang=en").body();
        assertThat(plain).startsWith("\ufeffUnit id,Unit,");
        List<Map<String, String>> rows = rows(plain.substring(1));
        String value = rows.getFirst().keySet().stream().filter(head -> head.endsWith("(个)")).findFirst().orElseThrow();
        assertThat(rows.stream().collect(Collectors.toMap(r -> r.get("Unit id") + " " + r.get("Period"), r -> r.get(value))))
                .isEqualTo(features);
    }

    @Test
    void aPastMomentShowsWhatWasKnownThen() throws Exception {
        String query = "/sdmx.csv?unit=chengdu&from=2025-07&to=2025-07";
        String now = rows(analyst.get(STARTED + query).body()).getFirst().get("OBS_VALUE");
        String then = rows(analyst.get(STARTED + query + "&asof=2025-07-10").body()).getFirst().get("OBS_VALUE");
        assertThat(Integer.parseInt(then)).isLessThan(Integer.parseInt(now));
    }

    /// Nothing merged and nothing moved in the demonstration: the comparable figures are the same ones, and say what they are.
    @Test
    void comparableSeriesSayByTheUnitsOfWhichDay() throws Exception {
        String query = STARTED + "/sdmx.csv?unit=chengdu,jinjiang&from=2025-05&to=2025-08";
        List<Map<String, String>> own = rows(analyst.get(query).body());
        List<Map<String, String>> today = rows(analyst.get(query + "&basis=today").body());
        assertThat(own).extracting(row -> row.get("BASIS_DAY")).containsOnly("");
        assertThat(today).extracting(row -> row.get("BASIS_DAY")).containsOnly("2025-09-22");
        assertThat(today).extracting(row -> row.get("OBS_VALUE")).isEqualTo(own.stream().map(row -> row.get("OBS_VALUE")).toList());
        assertThat(analyst.get(query + "&basis=2025-07-01&asof=2025-08-10").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesAndFilesSayByWhoseUnitsTheyCount() throws Exception {
        Visitor visitor = Program.signedIn(DemonstrationServer.shared(), "analyst");
        String page = "/indicators/parks.projects_started";
        assertThat(visitor.get(page).body()).contains("各期按当期末的单位归属计算", "basis=today");
        String comparable = visitor.get(page + "?basis=today").body();
        assertThat(comparable).contains("可比口径：各期的数一律按 2025-09-22 的单位归属重算", "2025-08?basis=today", "series.xlsx?basis=today");
        assertThat(visitor.get("/explain/parks.projects_started/chengdu/2025-08?basis=2025-07-01").body())
                .contains("按 2025-07-01 的单位归属重算", "/2025-07?basis=2025-07-01");
        List<Map<String, String>> rows = rows(visitor.get(page + "/series.csv?unit=jinjiang&basis=today").body().substring(1));
        assertThat(rows).hasSize(18).allSatisfy(row -> assertThat(row.get("按某日归属")).contains("2025-09-22"));
        assertThat(visitor.bytes(page + "/series.xlsx").statusCode()).isEqualTo(200);
        for (String basis : List.of("x", "2020-01-01", "2025-13-01"))
            assertThat(visitor.get(page + "?basis=" + basis).statusCode()).as(basis).isEqualTo(400);
        assertThat(visitor.get(page + "/series.csv?unit=nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aPeriodThatHasNotBegunHasNoFigureAndIsMarked() throws Exception {
        List<Map<String, String>> rows =
                rows(analyst.get(STARTED + "/sdmx.csv?unit=chengdu&from=2025-12&to=2026-01").body());
        assertThat(rows).extracting(row -> row.get("OBS_VALUE") + row.get("OBS_STATUS")).containsExactly("O", "O");
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        for (String query : List.of("unit=nowhere", "from=2025", "to=x", "from=0001-01", "unit=", "limit=1", "asof=x", "basis=x", "basis=2020-01-01")) {
            int status = analyst.get(STARTED + "/sdmx.csv?" + query).statusCode();
            assertThat(status).as(query).isEqualTo(query.equals("unit=") ? 200 : 400);
        }
        assertThat(analyst.get("/api/series/parks.nothing/sdmx.csv").statusCode()).isEqualTo(404);
        assertThat(rows(analyst.get(STARTED + "/sdmx.csv?from=2025-06&to=2025-05").body())).isEmpty();
    }

    private static List<Map<String, String>> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
}
