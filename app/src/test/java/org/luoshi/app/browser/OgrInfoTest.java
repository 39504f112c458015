package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// GDAL, which QGIS reads with, opens what is served. Needs `ogrinfo` of the package `gdal-bin`; says so and skips
/// without it.
class OgrInfoTest {

    private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");

    private static DemonstrationServer server;
    private static Program program;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(OGRINFO), "no ogrinfo found: install the package `gdal-bin` to read with GDAL");
        server = DemonstrationServer.shared();
        key = Program.key(server, "analyst");
        program = new Program(server, "Bearer " + key);
    }

    @Test
    void everyCollectionIsALayer() throws Exception {
        List<String> layers = ogrinfo();
        for (JsonNode collection : program.json("/api/features/collections").path("collections")) {
            String id = collection.path("id").asString();
            assertThat(layers).as(id).anyMatch(line -> line.matches("\\d+: \\Q" + id + "\\E .*"));
        }
    }

    @Test
    void aLayerHasItsFieldsAndAsManyFeaturesAsTheRegister() throws Exception {
        String count = program.json("/api/features/collections/register.parks.project/items?limit=1")
                .path("numberMatched")
                .asString();
        assertThat(ogrinfo("-so", "register.parks.project"))
                .contains("Feature Count: " + count, "signed_on: Date (0.0)", "agreed_investment: Real (0.0)")
                .contains("    ID[\"EPSG\",4326]]");
    }

    @Test
    void allPagesOfALayerAreRead() throws Exception {
        List<JsonNode> all = program.features("/api/features/collections/register.parks.project/items?limit=500");
        assertThat(ogrinfo("-q", "register.parks.project").stream().filter(line -> line.startsWith("OGRFeature(")))
                .hasSize(all.size());
    }

    @Test
    void aSpatialFilterFindsTheRecordAtThatPlace() throws Exception {
        Visitor officer = Program.signedIn(server, "officer");
        var saved = officer.post("/registers/parks.project/new", Map.of(
                "_csrf", Visitor.token(officer.get("/registers/parks.project/new")),
                "code", "OGR-1",
                "name", "合成的项目",
                "district", "jinjiang",
                "programme", "other",
                "stage", "lead",
                "start_evidence", "none",
                "place", "103.5001,30.9002"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        List<String> found = ogrinfo("-q", "-spat", "103.5", "30.9", "103.51", "30.91", "register.parks.project");
        assertThat(found).contains("  code (String) = OGR-1", "  name (String) = 合成的项目", "  POINT (103.5001 30.9002)");
        assertThat(ogrinfo("-q", "-spat", "103.51", "30.9", "103.52", "30.91", "register.parks.project"))
                .noneMatch(line -> line.startsWith("OGRFeature("));
    }

    @Test
    void aWrongKeyIsToldToTheUser() throws Exception {
        assertThat(run("Authorization: Bearer nothing", List.of()))
                .anyMatch(line -> line.contains("401"));
    }

    private static List<String> ogrinfo(String... options) throws Exception {
        return run("Authorization: Bearer " + key, List.of(options));
    }

    /// @param options before the layer, which comes last
    private static List<String> run(String header, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OGRINFO.toString()));
        boolean layer = !options.isEmpty();
        command.addAll(layer ? options.subList(0, options.size() - 1) : options);
        command.add("OAPIF:" + server.address() + "/api/features");
        if (layer) command.add(options.getLast());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GDAL_HTTP_HEADERS", header);
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        process.waitFor();
        return lines;
    }
}
