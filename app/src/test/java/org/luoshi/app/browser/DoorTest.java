package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who gets in, as any HTTP client sees it.
class DoorTest {

    private static DemonstrationServer server;

    private final Visitor visitor = new Visitor(server);

    @BeforeAll
    static void start() throws IOException {
        server = DemonstrationServer.shared();
    }

    @Test
    void everyAnswerCarriesThePolicyAndTheCookieIsOutOfReach() throws Exception {
        HttpResponse<String> answer = visitor.get("/login");
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
        visitor.get("/login");
        String before = visitor.session();
        assertThat(visitor.signIn("analyst", server.password("analyst")).statusCode()).isEqualTo(302);
        assertThat(visitor.session()).isNotEqualTo(before);
        HttpResponse<String> page = visitor.get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(visitor.post("/logout", Map.of("_csrf", Visitor.token(page))).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        visitor.signIn("clerk", server.password("clerk"));
        assertThat(visitor.post("/registers/parks.project/new", Map.of("code", "X-1")).statusCode()).isEqualTo(403);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountAndSaySo() throws Exception {
        for (int i = 0; i < 5; i++) visitor.signIn("leader", "not the password");
        HttpResponse<String> answer = visitor.signIn("leader", server.password("leader"));
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/login?locked="));
    }

    @Test
    void aNameThatNobodyHasIsLockedLikeAnAccount() throws Exception {
        for (int i = 0; i < 5; i++) visitor.signIn("no-such-name", "not the password");
        HttpResponse<String> answer = visitor.signIn("no-such-name", "not the password");
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith("/login?locked="));
    }

    @Test
    void whatAVisitorSaysOfHostAndProxyIsNeitherRepeatedNorBelieved() throws Exception {
        String answer = RawRequest.get(server.address(), "/plan", "Host: elsewhere.example\r\n"
                + "X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-Proto: https\r\n");
        assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /login\r\n").doesNotContain("elsewhere");
        assertThat(answer).containsPattern("Set-Cookie: luoshi=[^\r]*HttpOnly").doesNotContain("Secure");
    }

    @Test
    void afterSigningInOneIsBackOnThePageThatAskedForIt() throws Exception {
        visitor.get("/registers/parks.project");
        HttpResponse<String> answer = visitor.signIn("analyst", server.password("analyst"));
        assertThat(answer.headers().firstValue("Location")).hasValue("/registers/parks.project?continue");
    }

    @Test
    void aRoleThatLacksThePermissionIsToldSo() throws Exception {
        visitor.signIn("clerk", server.password("clerk"));
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/registers/parks.project/import").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/registers/parks.project").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressAndAnUnreadableMomentAreToldAsSuch() throws Exception {
        visitor.signIn("analyst", server.password("analyst"));
        assertThat(visitor.get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/plan?asof=yesterday").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/plan?asof=2999-01-01").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/registers/parks.nothing").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/registers/parks.project?nothing.eq=1").statusCode()).isEqualTo(400);
    }
}
