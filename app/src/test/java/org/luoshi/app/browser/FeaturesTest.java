package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Registers and figures as OGC API Features, over HTTP as a client sees them.
class FeaturesTest {

    private static final String ROOT = "/api/features";
    private static final String COLLECTIONS = ROOT + "/collections";
    private static final String PROJECTS = COLLECTIONS + "/register.parks.project/items";
    private static final String STARTED = COLLECTIONS + "/indicator.parks.projects_started/items";

    private static DemonstrationServer server;
    private static Program analyst;

    @BeforeAll
    static void start() throws Exception {
        server = DemonstrationServer.shared();
        analyst = Program.of(server, "analyst");
    }

    @Test
    void everyLinkOfTheLandingPageAndOfEachCollectionLeadsSomewhere() throws Exception {
        JsonNode landing = analyst.json(ROOT);
        for (String relation : List.of("self", "service-desc", "conformance", "data"))
            assertThat(analyst.get(Program.link(landing, relation)).statusCode()).as(relation).isEqualTo(200);
        assertThat(texts(analyst.json(ROOT + "/conformance").path("conformsTo")))
                .contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core");
        for (JsonNode collection : analyst.json(COLLECTIONS).path("collections")) {
            for (String relation : List.of("self", "items", "describedby")) {
                HttpResponse<String> answer = analyst.get(Program.link(collection, relation));
                assertThat(answer.statusCode()).as(collection.path("id") + " " + relation + answer.body()).isEqualTo(200);
            }
            assertThat(texts(collection.path("crs"))).containsExactly("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        }
    }

    @Test
    void followingTheLinksOneMeetsEveryRecordOnce() throws Exception {
        List<JsonNode> all = analyst.features(PROJECTS + "?limit=97");
        long matched = analyst.json(PROJECTS + "?limit=1").path("numberMatched").asLong();
        assertThat(matched).isGreaterThan(400);
        assertThat(ids(all)).doesNotHaveDuplicates().hasSize((int) matched);
        List<JsonNode> figures = analyst.features(STARTED + "?limit=97");
        assertThat(ids(figures)).doesNotHaveDuplicates().hasSize(analyst.json(STARTED).path("numberMatched").asInt());
    }

    @Test
    void aProgramSeesWhatItsAccountMaySeeAndNothingElse() throws Exception {
        Program chenghua = Program.of(server, "chenghua");
        List<JsonNode> seen = chenghua.features(PROJECTS + "?limit=500");
        assertThat(seen).isNotEmpty().allSatisfy(project -> assertThat(property(project, "district")).isEqualTo("chenghua"));
        List<String> all = ids(analyst.features(PROJECTS + "?limit=500&district=chenghua"));
        assertThat(ids(seen)).containsExactlyInAnyOrderElementsOf(all);
        String others = analyst.json(PROJECTS + "?limit=1&district=jinjiang").path("features").path(0).path("id").asString();
        assertThat(chenghua.get(PROJECTS + "/" + others).statusCode()).isEqualTo(404);
        assertThat(analyst.get(PROJECTS + "/" + others).statusCode()).isEqualTo(200);
    }

    @Test
    void personalDataAreMaskedAndCannotBeAskedBy() throws Exception {
        String firms = COLLECTIONS + "/register.parks.firm/items";
        for (String account : List.of("analyst", "officer")) {
            Program program = Program.of(server, account);
            List<JsonNode> named = program.features(firms + "?limit=500").stream()
                    .filter(firm -> !firm.path("properties").path("phone").isNull())
                    .toList();
            assertThat(named).isNotEmpty().allSatisfy(firm -> {
                assertThat(property(firm, "phone")).contains("*");
                assertThat(property(firm, "contact")).contains("*");
            });
            assertThat(program.get(firms + "?phone=" + "1").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void figuresAreThoseOfTheExplanations() throws Exception {
        List<JsonNode> figures = analyst.features(STARTED + "?limit=500&period=2025-06");
        assertThat(figures).isNotEmpty();
        Visitor visitor = Program.signedIn(server, "analyst");
        for (JsonNode figure : figures.subList(0, 5)) {
            assertThat(figure.path("geometry").isNull()).isTrue();
            assertThat(property(figure, "status")).isEqualTo("A");
            String page = visitor.get("/explain/parks.projects_started/" + property(figure, "unit") + "/2025-06").body();
            String value = figure.path("properties").path("value").asString();
            assertThat(page).as(figure.toString()).contains(">" + value + "<");
        }
        assertThat(analyst.features(STARTED + "?limit=500&datetime=2025-06-30/2025-07-01").stream()
                        .map(figure -> property(figure, "period"))
                        .distinct())
                .containsExactly("2025-07", "2025-06");
    }

    @Test
    void aPlaceIsFoundByABoxAndAPastByItsMoment() throws Exception {
        String id = newProject("EDGE-1", "104.0657,30.6595");
        JsonNode project = analyst.json(PROJECTS + "/" + id);
        assertThat(project.path("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[104.0657,30.6595]}");
        assertThat(Program.link(project, "collection")).isNotNull();
        assertThat(ids(analyst.features(PROJECTS + "?bbox=104.06,30.65,104.07,30.66"))).contains(id);
        assertThat(ids(analyst.features(PROJECTS + "?bbox=104.06,30.65,0,104.07,30.66,9000"))).contains(id);
        assertThat(ids(analyst.features(PROJECTS + "?bbox=104.07,30.65,104.08,30.66"))).doesNotContain(id);
        assertThat(ids(analyst.features(PROJECTS + "?limit=500&datetime=2025-02-03"))).contains(id);
        assertThat(ids(analyst.features(PROJECTS + "?limit=500&datetime=../2025-02-02"))).doesNotContain(id);
        assertThat(ids(analyst.features(PROJECTS + "?code=EDGE-1&stage=signed"))).containsExactly(id);
        assertThat(ids(analyst.features(PROJECTS + "?code=EDGE-1&stage=lead"))).isEmpty();

        String yesterday = "asof=2025-09-20";
        assertThat(analyst.get(PROJECTS + "/" + id + "?" + yesterday).statusCode()).isEqualTo(404);
        JsonNode past = analyst.json(PROJECTS + "?limit=1&" + yesterday);
        assertThat(past.path("numberMatched").asLong())
                .isPositive()
                .isLessThan(analyst.json(PROJECTS + "?limit=1").path("numberMatched").asLong());
        assertThat(Program.link(past, "next")).contains(yesterday);
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() throws Exception {
        for (String query : List.of(
                "limit=0", "limit=-1", "limit=x", "bbox=1,2,3", "bbox=1,2,3,NaN", "bbox=0,50,10,40", "bbox=0,0,181,1",
                "bbox=1e99999999,0,1,1", "datetime=yesterday", "datetime=2025-03-02/2025-03-01", "datetime=../..",
                "datetime=2025-02-30", "datetime=%2B999999999-01-01", "stage=none", "colour=red", "place=1,1", "limit=1&limit=2",
                "asof=2999-01-01", "after=%25", "unit=x", "code=a%00b")) {
            HttpResponse<String> answer = analyst.get(PROJECTS + "?" + query);
            assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).as(query).contains("application/problem+json");
            assertThat(Program.JSON.readTree(answer.body()).path("title").asString()).as(query).isNotBlank();
        }
        for (String path : List.of("/register.parks.nothing/items", "/indicator.parks/items", "/x/items", "/register..//items"))
            assertThat(analyst.get(COLLECTIONS + path).statusCode()).as(path).isIn(400, 404);
        assertThat(analyst.get(PROJECTS + "/99999999999999999999").statusCode()).isEqualTo(404);
        assertThat(analyst.get(STARTED + "/chengdu~1999-01").statusCode()).isEqualTo(404);
        assertThat(analyst.json(PROJECTS + "?limit=100000").path("numberReturned").asInt()).isEqualTo(500);
    }

    @Test
    void withoutAKeyNothingIsReadAndWithOneNothingIsWritten() throws Exception {
        for (@Nullable String shown : new String[] {
            null,
            "Bearer nothing",
            "Basic " + basic("analyst", server.password("analyst")),
            "Basic %%%",
            "Digest x"
        }) {
            HttpResponse<String> answer = new Program(server, shown).get(PROJECTS);
            assertThat(answer.statusCode()).as("%s", shown).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).anyMatch(challenge -> challenge.startsWith("Basic"));
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        String key = Program.key(server, "analyst");
        assertThat(new Program(server, "Basic " + basic("analyst", key)).get(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(new Program(server, "Basic " + basic("leader", key)).get(PROJECTS).statusCode()).isEqualTo(401);
        assertThat(analyst.send("POST", PROJECTS).statusCode()).isEqualTo(405);
        assertThat(analyst.send("DELETE", PROJECTS + "/1").statusCode()).isEqualTo(405);
        assertThat(analyst.get("/registers/parks.project").statusCode()).as("pages take no key").isIn(200, 302);
        assertThat(analyst.get("/registers/parks.project").body()).doesNotContain("EDGE-");
        assertThat(Program.signedIn(server, "leader").get(PROJECTS).statusCode()).as("a session reads too").isEqualTo(200);
    }

    @Test
    void aRevokedKeyOpensNothingAndBothAreInTheLog() throws Exception {
        String key = Program.key(server, "reviewer");
        String id = key.split("_", -1)[1];
        Program program = new Program(server, "Bearer " + key);
        assertThat(program.get(ROOT).statusCode()).isEqualTo(200);
        Visitor owner = Program.signedIn(server, "reviewer");
        String token = Visitor.token(owner.get("/account"));
        assertThat(Program.signedIn(server, "leader").post("/account/keys/" + id + "/revoke", Map.of("_csrf", token)).statusCode())
                .as("somebody else").isNotEqualTo(302);
        assertThat(program.get(ROOT).statusCode()).isEqualTo(200);
        assertThat(owner.post("/account/keys/" + id + "/revoke", Map.of("_csrf", token)).statusCode()).isEqualTo(302);
        assertThat(program.get(ROOT).statusCode()).isEqualTo(401);
        assertThat(owner.get("/audit?subject=access_key/" + id).body())
                .contains("access_key.made", "access_key.revoked")
                .doesNotContain(key);
    }

    @Test
    void whoMayReadNothingMakesNoKey() throws Exception {
        Visitor applicant = Program.signedIn(server, "enterprise");
        HttpResponse<String> account = applicant.get("/account");
        assertThat(account.body()).doesNotContain("/account/keys");
        HttpResponse<String> refused = applicant.post(
                "/account/keys", Map.of("title", "x", "days", "1", "_csrf", Visitor.token(account)));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    /// A project of a synthetic kind, signed on 2025-02-03.
    private static String newProject(String code, String place) throws Exception {
        Visitor officer = Program.signedIn(server, "officer");
        HttpResponse<String> saved = officer.post("/registers/parks.project/new", Map.of(
                "_csrf", Visitor.token(officer.get("/registers/parks.project/new")),
                "code", code,
                "name", "合成的项目",
                "district", "jinjiang",
                "programme", "other",
                "stage", "signed",
                "start_evidence", "none",
                "signed_on", "2025-02-03",
                "place", place));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        return saved.headers().firstValue("Location").orElseThrow().replaceAll(".*/(\\d+).*", "$1");
    }

    private static String basic(String account, String password) {
        return Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String property(JsonNode feature, String name) {
        return feature.path("properties").path(name).asString();
    }

    private static List<String> ids(List<JsonNode> features) {
        return features.stream().map(feature -> feature.path("id").asString()).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
