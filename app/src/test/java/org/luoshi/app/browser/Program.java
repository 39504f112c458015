package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that reads with an access key, as any HTTP client does.
final class Program {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern KEY = Pattern.compile("luoshi_[0-9a-f]{16}_[0-9a-f]{64}");

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemonstrationServer server;
    private final @Nullable String authorization;

    Program(DemonstrationServer server, @Nullable String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /// Makes a key on the account's page.
    static String key(DemonstrationServer server, String account) throws Exception {
        Visitor visitor = signedIn(server, account);
        HttpResponse<String> made = visitor.post("/account/keys", Map.of(
                "title", "test", "days", "30", "_csrf", Visitor.token(visitor.get("/account"))));
        assertThat(made.statusCode()).isEqualTo(201);
        Matcher found = KEY.matcher(made.body());
        assertThat(found.find()).isTrue();
        assertThat(KEY.matcher(visitor.get("/account").body()).find()).as("shown again").isFalse();
        return found.group();
    }

    static Visitor signedIn(DemonstrationServer server, String account) throws Exception {
        Visitor visitor = new Visitor(server);
        assertThat(visitor.signIn(account, server.password(account)).statusCode()).isEqualTo(302);
        return visitor;
    }

    static Program of(DemonstrationServer server, String account) throws Exception {
        return new Program(server, "Bearer " + key(server, account));
    }

    /// @param path or a whole address, as links have it
    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    HttpResponse<String> send(String method, String path) throws Exception {
        URI address = URI.create(path.startsWith("http") ? path : server.address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (authorization != null) request.header("Authorization", authorization);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /// The address of the link with this relation.
    static @Nullable String link(JsonNode from, String relation) {
        for (JsonNode link : from.path("links")) {
            if (link.path("rel").asString().equals(relation)) return link.path("href").asString();
        }
        return null;
    }

    /// All features of a collection, page by page along the links.
    List<JsonNode> features(String path) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        while (next != null) {
            JsonNode page = json(next);
            assertThat(page.path("numberReturned").asInt()).isEqualTo(page.path("features").size());
            page.path("features").forEach(all::add);
            next = link(page, "next");
        }
        return all;
    }
}
