package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A grass-roots clerk with a phone: what this unit owes, one record brought up to date, and what that does.
class ClerkPhoneTest extends BrowserJourney {

    private static final String COMMITMENT = "/plan/chenghua_start_projects";
    private static final String BRIEFING = "/briefings/draft?layout=plan_follow_up.weekly&subject=unit:chenghua";
    private static final String YESTERDAY = "asof=2025-09-21";

    @Override
    Browser.NewContextOptions window() {
        return new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true);
    }

    @Test
    void aClerkSeesWhatTheUnitOwesUpdatesARecordAndTheFigureAndTheNextBriefingChange() throws IOException {
        signIn("clerk");
        List<String> failures = new ArrayList<>(looked("overview"));
        link("成华本周应办的事").click();
        assertThat(page.locator("main h2").first()).hasText("本周应办 1 件");
        failures.addAll(looked("unit"));
        page.locator("main .panel").first().getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(server.address() + COMMITMENT);
        assertThat(actual()).isEqualTo("84");
        failures.addAll(looked("commitment"));

        String reasonYesterday = reason("?" + YESTERDAY);
        String briefingYesterday = briefing("&" + YESTERDAY);
        String reasonBefore = reason("");
        String briefingBefore = briefing("");
        assertThat(briefingBefore).contains("84");

        page.navigate("/registers/parks.project?programme.eq=start&start_evidence.eq=none&district.eq=chenghua");
        failures.addAll(looked("register"));
        page.locator("table tbody th a").first().click();
        link("修改").click();
        failures.addAll(looked("form"));
        page.getByLabel("当前阶段").selectOption("started");
        page.getByLabel("开工日期").fill("2025-09-20");
        page.getByLabel("开工证据").selectOption("permit");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("已保存。");
        assertThat(page.locator("main ol.plain li").first()).containsText("开工证据：无 → 施工许可");
        assertThat(page.locator("main ol.plain li").first()).containsText("成华区基层工作人员（clerk）");
        failures.addAll(looked("record"));

        assertThat(reason("")).isNotEqualTo(reasonBefore).contains("完成 85 个");
        assertThat(actual()).isEqualTo("85");
        assertThat(briefing("")).isNotEqualTo(briefingBefore).contains("85");
        assertThat(reason("?" + YESTERDAY)).isEqualTo(reasonYesterday);
        assertThat(actual()).isEqualTo("84");
        assertThat(briefing("&" + YESTERDAY)).isEqualTo(briefingYesterday);
        assertThat(failures).isEmpty();
    }

    private String reason(String query) {
        page.navigate(COMMITMENT + query);
        return page.locator("main .panel").first().innerText();
    }

    /// The commitment's figure on the page open.
    private String actual() {
        return page.locator(".figure .value").first().innerText().strip();
    }

    private String briefing(String query) {
        page.navigate(BRIEFING + query);
        return page.locator("article.briefing").innerText();
    }

    /// Nothing sticks out of the screen, and the scan finds nothing.
    private List<String> looked(String where) throws IOException {
        List<String> failures = new ArrayList<>(violations(where));
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))) {
            failures.add(where + " is wider than the screen");
        }
        return failures;
    }
}
