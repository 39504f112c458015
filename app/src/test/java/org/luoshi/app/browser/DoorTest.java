package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who gets in, as any HTTP client sees it.
class DoorTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static DemonstrationServer server;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .build();

    @BeforeAll
    static void start() throws IOException {
        server = DemonstrationServer.shared();
    }

    @Test
    void everyAnswerCarriesThePolicyAndTheCookieIsOutOfReach() throws Exception {
        HttpResponse<String> answer = get("/login");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().allValues("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() throws Exception {
        get("/login");
        String before = session();
        assertThat(signIn("analyst", server.password("analyst")).statusCode()).isEqualTo(302);
        assertThat(session()).isNotEqualTo(before);
        HttpResponse<String> page = get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(post("/logout", Map.of("_csrf", token(page))).statusCode()).isEqualTo(302);
        assertThat(get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        signIn("clerk", server.password("clerk"));
        assertThat(post("/registers/parks.project/new", Map.of("code", "X-1")).statusCode()).isEqualTo(403);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountAndSaySo() throws Exception {
        for (int i = 0; i < 5; i++) signIn("leader", "not the password");
        HttpResponse<String> answer = signIn("leader", server.password("leader"));
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/login?locked="));
    }

    @Test
    void aRoleThatLacksThePermissionIsToldSo() throws Exception {
        signIn("clerk", server.password("clerk"));
        assertThat(get("/audit").statusCode()).isEqualTo(403);
        assertThat(get("/registers/parks.project/import").statusCode()).isEqualTo(403);
        assertThat(get("/registers/parks.project").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressAndAnUnreadableMomentAreToldAsSuch() throws Exception {
        signIn("analyst", server.password("analyst"));
        assertThat(get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(get("/plan?asof=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/plan?asof=2999-01-01").statusCode()).isEqualTo(400);
        assertThat(get("/registers/parks.nothing").statusCode()).isEqualTo(404);
        assertThat(get("/registers/parks.project?nothing.eq=1").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> signIn(String account, String password) throws Exception {
        return post("/login", Map.of("account", account, "password", password, "_csrf", token(get("/login"))));
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).as("a token in the form").isTrue();
        return found.group(1);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("luoshi"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
