package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The description is held against the server by a client that knows nothing else: it walks every operation that is
/// described, with every value of its path parameters that answers before have named, and judges each answer by the
/// schema that is described for its status and media type.
class OpenApiTest {

    private static Program analyst;
    private static JsonNode description;
    private static ObjectNode strict;

    @BeforeAll
    static void start() throws Exception {
        analyst = Program.of(DemonstrationServer.shared(), "analyst");
        description = analyst.json("/api/openapi.json");
        strict = (ObjectNode) description.deepCopy();
        forbidMore(strict.path("components").path("schemas"));
    }

    @Test
    void aParserOfOpenApiHasNothingToSayAgainstIt() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(description.toString());
        assertThat(read.getMessages()).isNullOrEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(read.getOpenAPI().getPaths()).hasSize(11);
        assertThat(read.getOpenAPI().getPaths().values()).allSatisfy(path -> {
            assertThat(path.getGet().getSummary()).isNotBlank();
            assertThat(path.getGet().getResponses()).containsKeys("200", "400", "401", "404");
        });
    }

    @Test
    void itSpeaksChineseAndEnglish() throws Exception {
        assertThat(description.path("info").path("title").asString()).isEqualTo("落实：供程序使用");
        assertThat(analyst.json("/api/openapi.json?lang=en").path("info").path("title").asString())
                .isEqualTo("Luoshi for programs");
    }

    @Test
    void everyOperationAnswersAsDescribed() throws Exception {
        Map<String, List<String>> known = known();
        Set<String> walked = new TreeSet<>();
        for (var path : description.path("paths").properties()) {
            for (String address : addresses(path.getKey(), known)) {
                HttpResponse<String> answer = analyst.get(address);
                assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
                hold(path.getValue().path("get").path("responses").path("200"), answer, address);
                walked.add(path.getKey());
            }
        }
        assertThat(walked).containsExactlyInAnyOrderElementsOf(description.path("paths").propertyNames());
    }

    @Test
    void everyParameterThatIsDescribedIsTakenAndAnyOtherIsRefusedAsDescribed() throws Exception {
        Map<String, List<String>> known = known();
        for (var path : description.path("paths").properties()) {
            String address = addresses(path.getKey(), known).getFirst();
            JsonNode operation = path.getValue().path("get");
            for (JsonNode parameter : operation.path("parameters")) {
                String name = resolved(parameter).path("name").asString();
                if (!resolved(parameter).path("in").asString().equals("query") || name.equals("properties")) continue;
                HttpResponse<String> taken = analyst.get(address + "?" + name + "=" + example(name));
                assertThat(taken.statusCode()).as(address + " " + name + taken.body()).isEqualTo(200);
                hold(operation.path("responses").path("200"), taken, address + " " + name);
            }
            HttpResponse<String> refused = analyst.get(address + "?no_such_thing=1");
            assertThat(refused.statusCode()).as(address).isEqualTo(400);
            hold(resolved(operation.path("responses").path("400")), refused, address);
            HttpResponse<String> unknown = new Program(DemonstrationServer.shared(), null).get(address);
            assertThat(unknown.statusCode()).as(address).isEqualTo(401);
            hold(resolved(operation.path("responses").path("401")), unknown, address);
        }
    }

    /// Values of path parameters, as the answers of other operations name them.
    private static Map<String, List<String>> known() throws Exception {
        List<String> collections = new ArrayList<>();
        analyst.json("/api/features/collections").path("collections").forEach(one -> collections.add(one.path("id").asString()));
        List<String> indicators = new ArrayList<>();
        analyst.json("/api/series").path("series").forEach(one -> indicators.add(one.path("id").asString()));
        assertThat(collections).hasSizeGreaterThan(20);
        assertThat(indicators).hasSizeGreaterThan(10);
        return Map.of("{collection}", collections, "{indicator}", indicators);
    }

    private static List<String> addresses(String path, Map<String, List<String>> known) throws Exception {
        List<String> addresses = List.of(path);
        for (var parameter : known.entrySet()) {
            if (!path.contains(parameter.getKey())) continue;
            addresses = parameter.getValue().stream().map(value -> path.replace(parameter.getKey(), value)).toList();
        }
        if (!path.contains("{feature}")) return addresses;
        List<String> features = new ArrayList<>();
        for (String address : addresses) {
            JsonNode first = analyst.json(address.replace("/{feature}", "?limit=1")).path("features").path(0);
            if (first.isObject())
                features.add(address.replace("{feature}", URLEncoder.encode(first.path("id").asString(), StandardCharsets.UTF_8)));
        }
        return features;
    }

    private static String example(String parameter) {
        return switch (parameter) {
            case "limit" -> "7";
            case "bbox" -> "103,30,105,32";
            case "datetime" -> "2025-01-01/..";
            case "basis" -> "today";
            case "asof" -> "2025-09-20";
            case "lang" -> "en";
            case "unit" -> "chengdu";
            case "from", "to" -> "2025-06";
            case "after" -> "";
            default -> throw new AssertionError("no example of " + parameter);
        };
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : strict.at(reference.substring(1));
    }

    private static void hold(JsonNode response, HttpResponse<String> answer, String where) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode described = response.path("content").path(type);
        assertThat(described.isObject()).as("%s answers in %s", where, type).isTrue();
        if (described.path("schema").path("type").asString("").equals("string")) return;
        ObjectNode schema = ((ObjectNode) described.path("schema")).deepCopy();
        schema.set("$defs", strict.path("components").path("schemas"));
        Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON);
        assertThat(judge.validate(answer.body(), InputFormat.JSON)).as(where).isEmpty();
    }

    /// So that what is answered but not described is a mistake too.
    private static void forbidMore(JsonNode schemas) {
        schemas.forEach(schema -> {
            if (schema.path("properties").isObject()) ((ObjectNode) schema).put("additionalProperties", false);
        });
    }
}
