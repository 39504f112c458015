package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A clerk looks for achievements that meet a need, reads why they are offered, and says which does.
class MatchJourneyTest extends BrowserJourney {

    @Test
    void aPersonConfirmsAMatchAndSaysWhy() throws IOException {
        signIn("clerk");
        page.navigate("/registers/tech_transfer.need");
        page.locator("table tbody th a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setLevel(1)))
                .containsText("燃气管道微量漏气");
        link("查找匹配的成果").click();
        Locator first = page.locator("section.panel form").first().locator("xpath=..");
        assertThat(first).containsText("埋地管道泄漏定位系统");
        assertThat(first).containsText("都说到");
        assertThat(first).containsText("定位");
        List<String> failures = new ArrayList<>(violations("matches"));
        String address = page.url();

        first.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("写明理由");

        first.getByLabel("理由").fill("合成理由：都是埋地漏点定位");
        first.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.locator("main")).containsText("合成理由：都是埋地漏点定位");
        assertThat(page.locator("section.panel strong").first()).hasText("匹配");
        failures.addAll(violations("judged"));

        signInInstead("enterprise");
        assertThat(page.request().get(address).status()).isIn(403, 404);
        assertThat(failures).isEmpty();
    }
}
