package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people come for, clicked through.
class JourneyTest extends BrowserJourney {

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
        button("登录").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("账号或密码不对");
    }

    @Test
    void anAnalystFindsWhatIsBehindAndWhyAndFollowsAFigureDownToItsRows() throws IOException {
        signIn("analyst");
        assertThat(title()).hasText("总览");
        Locator first = page.locator("table.commitments tbody th a").first();
        first.click();
        assertThat(page.locator(".status").first()).isVisible();

        page.navigate("/plan/chenghua_start_projects");
        page.getByText("这个数怎么来的").click();
        assertThat(title()).containsText("这个数怎么来的");
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
        link("任务台账").click();
        assertThat(page).hasURL(server.address() + "/plan?asof=2025-06-30");
    }

    @Test
    void whatMovedSinceAPastMomentIsSplitIntoCausesThatAddUp() throws IOException {
        signIn("analyst");
        page.navigate("/explain/parks.projects_started/chengdu/2025-06?asof=2025-06-30");
        link("从这一时点到现在变动了什么").click();
        assertThat(title()).containsText("数字变动");
        Locator rows = page.locator("#results table").first().locator("tbody tr");
        assertThat(rows.locator("th")).containsText(new String[] {"事实", "算法", "口径", "合计"});
        List<Integer> changes = rows.locator("td:last-child").allInnerTexts().stream()
                .map(change -> Integer.valueOf(change.replace("−", "-").replace("+", "").replace(",", "")))
                .toList();
        assertThat(changes.get(0)).as("projects that became known later").isPositive();
        assertThat(changes.get(0) + changes.get(1) + changes.get(2)).isEqualTo(changes.get(3));
        assertThat(page.locator("#results section").nth(1).locator("tbody tr").count()).isGreaterThanOrEqualTo(changes.get(0));
        List<String> failures = new ArrayList<>(violations(page.url()));

        page.navigate("/restatements/parks.projects_started?since=2025-06-30");
        assertThat(page.locator("#results tbody tr").first()).isVisible();
        failures.addAll(violations(page.url()));
        assertThat(failures).isEmpty();
        var refused = context.request().get(server.address() + "/restatements/parks.projects_started?asof=2025-06-30&since=2025-07-10");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("不是更早的时点");
    }
}
