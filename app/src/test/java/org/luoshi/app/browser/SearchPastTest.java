package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The box for everything, as of a past day: what was known then is found by the words of then.
class SearchPastTest {

    private static final String THEN = "2025-03-31";
    private static final String PROJECTS = "/registers/parks.project/export.csv";

    private static Visitor analyst;

    @BeforeAll
    static void start() throws Exception {
        analyst = Program.signedIn(DemonstrationServer.shared(), "analyst");
    }

    @Test
    void aRecordIsFoundFromTheDayOnWhichItWasEntered() throws Exception {
        Map<String, String> now = names("");
        Map<String, String> then = names("?asof=" + THEN);
        String later = now.keySet().stream().filter(code -> !then.containsKey(code)).findFirst().orElseThrow();
        assertThat(search(later, "")).contains("href=\"/registers/parks.project/", later);
        assertThat(search(later, THEN)).doesNotContain("/registers/parks.project/");
        String always = then.keySet().stream().filter(now::containsKey).findFirst().orElseThrow();
        assertThat(search(always, THEN)).contains("?asof=" + THEN, always);
    }

    /// Links of a search in the past stay in it; what it found leads to the version of then.
    @Test
    void thePlanAndTheUnitsAreThoseOfTheDay() throws Exception {
        String page = search("成华", THEN);
        assertThat(page).contains("href=\"/units/chenghua?asof=" + THEN + "\"", "所找单位牵头的任务");
        assertThat(search("成华", "")).contains("href=\"/units/chenghua\"");
        assertThat(analyst.get("/search?q=x&asof=2999-01-01").statusCode()).isEqualTo(400);
    }

    @Test
    void whoMayReadOneDistrictFindsItsRecordsOnlyAlsoInThePast() throws Exception {
        Visitor clerk = Program.signedIn(DemonstrationServer.shared(), "clerk");
        String own = codeOf("成华");
        String other = codeOf("锦江");
        assertThat(search(clerk, own, THEN)).contains("/registers/parks.project/");
        assertThat(search(clerk, other, THEN)).doesNotContain("/registers/parks.project/");
        assertThat(search(analyst, other, THEN)).contains("/registers/parks.project/");
    }

    private static String search(String words, String asOf) throws Exception {
        return search(analyst, words, asOf);
    }

    private static String search(Visitor visitor, String words, String asOf) throws Exception {
        String query = "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + (asOf.isEmpty() ? "" : "&asof=" + asOf);
        String page = visitor.get(query).body();
        return page.substring(page.indexOf("<main"));
    }

    /// Code → name.
    private static Map<String, String> names(String query) throws Exception {
        Map<String, String> names = new TreeMap<>();
        for (NamedCsvRecord row : rows(query)) names.put(row.getField(0), row.getField(1));
        assertThat(names).hasSizeGreaterThan(50);
        return names;
    }

    /// Of a project of the district that was known then.
    private static String codeOf(String district) throws Exception {
        return rows("?asof=" + THEN).stream()
                .filter(row -> row.getFields().stream().anyMatch(field -> field.startsWith(district)))
                .map(row -> row.getField(0))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> rows(String query) throws Exception {
        String csv = analyst.get(PROJECTS + query).body();
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }
}
