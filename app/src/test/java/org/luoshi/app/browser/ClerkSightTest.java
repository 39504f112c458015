package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a clerk of one district is told of the rest: that it is hidden, and never that it is nothing.
class ClerkSightTest extends BrowserJourney {

    @Test
    void whatAClerkMayNotSeeIsSaidToBeHiddenAndNotToBeNothing() throws IOException {
        signIn("clerk");
        page.navigate("/units/qingbaijiang");
        assertThat(page.locator("main")).containsText("不在您的查看范围");
        assertThat(page.locator("main")).not().containsText("牵头 0 项");
        assertThat(page.locator("main")).not().containsText("没有应办事项");

        page.navigate("/units?kind=district");
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("青白江"))).containsText("不在您的查看范围");
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("成华"))).not().containsText("不在您的查看范围");

        page.navigate("/");
        assertThat(page.locator("svg a[aria-label^='青白江']")).hasAttribute("aria-label", "青白江：不在您的查看范围");
    }

    @Test
    void theBoardsOutlineCountsWhatAClickShows() throws IOException {
        signIn("clerk");
        page.navigate("/plan");
        List<String> counts = page.locator("nav.panel > ul > li > .secondary").allInnerTexts();
        List<Object> links = List.copyOf((List<?>) page.locator("nav.panel > ul > li > a").evaluateAll("links => links.map(l => l.getAttribute('href'))"));
        assertThat(counts).isNotEmpty();
        for (int i = 0; i < counts.size(); i++) {
            page.navigate(String.valueOf(links.get(i)));
            assertThat(page.locator("table.commitments tbody tr")).hasCount(Integer.parseInt(counts.get(i)));
        }
    }

    @Test
    void aClerksBriefingBeginsWithTheOwnUnitAndTheCitysIsRefusedInPlainWords() throws IOException {
        signIn("clerk");
        page.navigate("/briefings");
        assertThat(page.locator("select[name=subject]")).hasValue("unit:chenghua");
        var refused = context.request().get(server.address() + "/briefings/draft?layout=plan_follow_up.weekly&subject=city");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("您的账号在“成都").contains("没有“查看”的权限").doesNotContain("READ");
    }

    @Test
    void everyFigureOfABriefingLeadsToItsRows() throws IOException {
        signIn("analyst");
        page.navigate("/briefings/draft?layout=plan_follow_up.weekly&subject=city");
        assertThat(page.locator("article.briefing")).containsText("本期：2025年9月15日至2025年9月21日");
        Locator figure = page.locator("a[data-source='milestones overdue']").first();
        int count = Integer.parseInt(figure.innerText().strip());
        figure.click();
        assertThat(page.locator("article.briefing tbody tr")).hasCount(count);
        assertThat(violations("rows")).isEmpty();
    }

    @Test
    void aFormTellsAllMistakesAtOnceKeepsWhatWasTypedAndItsLinksLeadIntoTheFields() throws IOException {
        signIn("clerk");
        page.navigate("/registers/parks.project/new");
        page.locator("#in-started_on").evaluate("field => { field.type = 'text'; }");
        page.locator("#in-started_on").fill("2025年2月30日");
        page.locator("#in-agreed_investment").fill("很多");
        button("保存").click();
        assertThat(page.locator("#field-started_on .wrong-text")).isVisible();
        assertThat(page.locator("#field-agreed_investment .wrong-text")).isVisible();
        assertThat(page.locator("#field-code .wrong-text")).isVisible();
        assertThat(page.locator("#in-started_on")).hasValue("2025年2月30日");
        page.locator(".summary a[href='#field-agreed_investment']").press("Enter");
        assertThat(page.locator("#in-agreed_investment")).isFocused();
        assertThat(page.locator("#in-agreed_investment").evaluate("field => getComputedStyle(field).borderTopColor")).isEqualTo("rgb(166, 16, 22)");
    }
}
