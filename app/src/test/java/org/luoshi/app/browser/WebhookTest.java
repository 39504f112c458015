package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From a form that somebody saves to another system that hears of it.
class WebhookTest {

    private record Got(Map<String, List<String>> headers, String body) {}

    private final BlockingQueue<Got> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private DemonstrationServer server;

    @BeforeEach
    void open() throws IOException {
        server = DemonstrationServer.shared();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new Got(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void whatIsSavedIsToldAndReadWithAKey() throws Exception {
        Visitor admin = Program.signedIn(server, "admin");
        String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        HttpResponse<String> made = make(admin, "测试接收方", address);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String secret = first(made.body(), "(whsec_[A-Za-z0-9+/=]+)");
        String path = first(made.body(), "href=\"(/webhooks/[0-9a-f]+)\">测试接收方");

        Visitor officer = Program.signedIn(server, "officer");
        HttpResponse<String> saved = officer.post("/registers/parks.project/new", Map.of(
                "_csrf", Visitor.token(officer.get("/registers/parks.project/new")),
                "code", "HOOK-1",
                "name", "合成的推送项目",
                "district", "jinjiang",
                "programme", "other",
                "stage", "lead",
                "start_evidence", "none"));
        assertThat(saved.statusCode()).isEqualTo(302);

        Got got = received.poll(60, TimeUnit.SECONDS);
        assertThat(got).isNotNull();
        JsonNode event = Program.JSON.readTree(got.body());
        assertThat(got.body()).doesNotContain("合成的推送项目");
        assertThat(header(got, "webhook-signature")).isEqualTo("v1," + hmac(secret, got));
        String id = event.path("data").path("records").path(0).path("id").asString();
        assertThat(event.path("subject").asString()).isEqualTo("parks.project/" + id);
        JsonNode project = Program.of(server, "analyst").json("/api/features/collections/register.parks.project/items/" + id);
        assertThat(project.path("properties").path("code").asString()).isEqualTo("HOOK-1");

        String page = admin.get(path).body();
        while (!page.contains("已送达</td>")) page = admin.get(path).body();
        assertThat(page).contains("org.luoshi.record.changed", "HTTP 204");
        HttpResponse<String> deleted =
                admin.post(path + "/delete", Map.of("_csrf", Visitor.token(admin.get(path))));
        assertThat(deleted.statusCode()).isEqualTo(302);
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressInsideIsRefusedInWordsAndWhatWasTypedStays() throws Exception {
        Visitor admin = Program.signedIn(server, "admin");
        HttpResponse<String> refused = make(admin, "内网", "https://10.0.0.1/hook");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("LUOSHI_WEBHOOKS_ALLOW", "value=\"https://10.0.0.1/hook\"");
        assertThat(make(admin, " ", "https://8.8.8.8/").statusCode()).isEqualTo(422);
    }

    @Test
    void onlyAdministratorsComeHere() throws Exception {
        Visitor analyst = Program.signedIn(server, "analyst");
        assertThat(analyst.get("/webhooks").statusCode()).isEqualTo(403);
        assertThat(analyst.get("/account").body()).doesNotContain("href=\"/webhooks\"");
    }

    private static HttpResponse<String> make(Visitor admin, String title, String address) throws Exception {
        return admin.post("/webhooks", Map.of(
                "_csrf", Visitor.token(admin.get("/webhooks")),
                "title", title,
                "address", address,
                "topics", "org.luoshi.record.changed"));
    }

    private static String hmac(String secret, Got got) throws Exception {
        String signed = header(got, "webhook-id") + "." + header(got, "webhook-timestamp") + "." + got.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String header(Got got, String name) {
        return got.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
