package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

/// What all journeys need: the shared server, a browser, a page of its own for each test and each further person, an
/// accessibility scan.
///
/// Needs a Chromium on the machine; says so and skips without one.
abstract class BrowserJourney {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    static DemonstrationServer server;
    private static Playwright playwright;
    private static Browser browser;

    BrowserContext context;
    Page page;
    private final List<BrowserContext> contexts = new ArrayList<>();
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
        page = newPage();
        context = page.context();
    }

    private Page newPage() {
        BrowserContext own = browser.newContext(window().setBaseURL(server.address()));
        contexts.add(own);
        Page opened = own.newPage();
        opened.onConsoleMessage(message -> {
            boolean expected = provoked().stream().anyMatch(message.text()::contains);
            if (message.type().equals("error") && !expected) complaints.add(message.text());
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("errors told by the browser, content security policy among them").isEmpty();
    }

    /// What a browser says of an answer that a journey provokes: an error page or a form that comes back.
    List<String> provoked() {
        return List.of("status of 422", "status of 409");
    }

    /// The size of the window; a desk unless a journey is made on something else.
    Browser.NewContextOptions window() {
        return new Browser.NewContextOptions();
    }

    void signIn(String account) throws IOException {
        signIn(page, account);
    }

    /// Another person in a browser of their own.
    Page signedIn(String account) throws IOException {
        Page other = newPage();
        signIn(other, account);
        return other;
    }

    private static void signIn(Page page, String account) throws IOException {
        page.navigate("/login");
        page.getByLabel("账号").fill(account);
        page.getByLabel("密码").fill(server.password(account));
        button(page, "登录").click();
        page.waitForURL(server.address() + "/**");
    }

    /// For another person at the same desk.
    void signInInstead(String account) throws IOException {
        context.clearCookies();
        signIn(account);
    }

    Locator button(String name) {
        return button(page, name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator title() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /// Rules of WCAG 2.2 A and AA that axe-core can judge, from the top of the page: further down, a link half under the
    /// bar that stays in place would count as small.
    List<String> violations(String where) throws IOException {
        return violations(page, where);
    }

    static List<String> violations(Page page, String where) throws IOException {
        page.evaluate("window.scrollTo(0, 0)");
        page.evaluate(axe());
        List<?> found = (List<?>) page.evaluate(
                """
                async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
                    .violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
                """);
        return found.stream().map(violation -> where + " " + violation).toList();
    }

    private static String axe() throws IOException {
        try (InputStream in = BrowserJourney.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) throw new IllegalStateException("axe.min.js is not on the test class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
