package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people come for, clicked through. Needs a Chromium on the machine; says so and skips without one.
class JourneyTest {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static DemonstrationServer server;
    private static Playwright playwright;
    private static Browser browser;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "no Chromium found: install the package `chromium` to run the browser journeys");
        server = DemonstrationServer.shared();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
    }

    @BeforeEach
    void open() {
        context = browser.newContext(new Browser.NewContextOptions().setBaseURL(server.address()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("status of 422");
            if (message.type().equals("error") && !expected) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).as("errors told by the browser, content security policy among them").isEmpty();
    }

    @Test
    void nothingIsShownBeforeSigningIn() {
        page.navigate("/plan");
        assertThat(page).hasURL(server.address() + "/login");
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichPartWasWrong() {
        page.navigate("/login");
        page.getByLabel("账号").fill("analyst");
        page.getByLabel("密码").fill("wrong-password");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("账号或密码不对");
    }

    @Test
    void anAnalystFindsWhatIsBehindAndWhyAndFollowsAFigureDownToItsRows() throws IOException {
        signIn("analyst");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("总览");
        Locator first = page.locator("table.commitments tbody th a").first();
        first.click();
        assertThat(page.locator(".status").first()).isVisible();

        page.navigate("/plan/chenghua_start_projects");
        page.getByText("这个数怎么来的").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("这个数怎么来的");
        page.locator("#results tbody th a").first().click();
        assertThat(page.getByText("历史").first()).isVisible();
    }

    @Test
    void everyPageOfTheNavigationOpensInBothLanguagesAndPassesTheAccessibilityScan() throws IOException {
        signIn("analyst");
        List<String> failures = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            page.navigate("/?lang=" + language);
            List<Object> links = new ArrayList<>((List<?>) page.locator(".nav ul a").evaluateAll("links => links.map(l => l.getAttribute('href'))"));
            links.addAll(List.of(
                    "/plan/chenghua_start_projects",
                    "/units/chenghua",
                    "/indicators/parks.projects_started",
                    "/registers/parks.project",
                    "/registers/parks.project/import",
                    "/search?q=P",
                    "/account"));
            for (Object link : links) {
                Response response = page.navigate(String.valueOf(link));
                if (response.status() != 200) failures.add(link + " answered " + response.status());
                failures.addAll(violations(link + " " + language));
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void yesterdayIsReadAsItWasKnown() throws IOException {
        signIn("analyst");
        page.navigate("/?asof=2025-06-30");
        assertThat(page.locator(".banner.past")).containsText("2025-06-30");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("任务台账")).click();
        assertThat(page).hasURL(server.address() + "/plan?asof=2025-06-30");
    }

    private void signIn(String account) throws IOException {
        page.navigate("/login");
        page.getByLabel("账号").fill(account);
        page.getByLabel("密码").fill(server.password(account));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
        page.waitForURL(server.address() + "/**");
    }

    /// Rules of WCAG 2.2 A and AA that axe-core can judge.
    private List<String> violations(String where) throws IOException {
        page.evaluate(axe());
        List<?> found = (List<?>) page.evaluate(
                """
                async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
                    .violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
                """);
        return found.stream().map(violation -> where + " " + violation).toList();
    }

    private static String axe() throws IOException {
        try (InputStream in = JourneyTest.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) throw new IllegalStateException("axe.min.js is not on the test class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
