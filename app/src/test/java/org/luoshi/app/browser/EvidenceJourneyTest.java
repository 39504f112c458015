package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One hands evidence in, another verifies it. The demonstration stands on 2025-09-22.
class EvidenceJourneyTest extends BrowserJourney {

    private static final String EVIDENCE = "/registers/plan_follow_up.evidence";
    private static final String COMMITMENT = "policy_merge";

    @Test
    void aClerkHandsEvidenceInAndOnlyAReviewerSaysWhatItIsWorth() throws IOException {
        signIn("clerk");
        page.navigate(EVIDENCE + "/new?commitment=" + COMMITMENT + "&unit=chenghua");
        assertThat(page.getByLabel("核验结论")).hasCount(0);
        assertThat(page.getByLabel("核验单位")).hasCount(0);
        page.getByLabel("编号").fill("JOURNEY-1");
        page.getByLabel("佐证内容").fill("合成佐证：政策整合方案");
        page.getByLabel("佐证形式").selectOption("document");
        page.getByLabel("事实发生日期").fill("2026-09-01");
        page.getByLabel("报送日期").fill("2025-09-22");
        page.getByLabel("第几次报送").fill("1");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不能晚于今天 2025-09-22，这里是 2026-09-01");
        page.getByLabel("事实发生日期").fill("2025-09-18");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("已保存。");
        String record = page.url().replaceAll("\\?.*", "");
        assertThat(line("核验结论")).hasText("待核验");
        assertThat(link("核验")).hasCount(0);

        link("修改").click();
        List<String> failures = new ArrayList<>(violations("edit"));
        assertThat(page.getByLabel("核验结论")).hasCount(0);
        assertThat(line("核验结论")).hasText("待核验");
        forge("verdict", "accepted");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("只能由有权核验该单位的核验人填写");
        assertThat(page.request().get(record + "/verify").status()).isEqualTo(403);

        signInInstead("reviewer");
        page.navigate(record);
        link("核验").click();
        failures.addAll(violations("verify"));
        assertThat(line("佐证内容")).hasText("合成佐证：政策整合方案");
        assertThat(page.getByLabel("核验日期")).hasValue("2025-09-22");
        page.getByLabel("核验结论").selectOption("rejected");
        page.getByLabel("核验单位").selectOption("reform_office");
        button("保存核验结论").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不予认定须写明核验意见");
        page.getByLabel("核验结论").selectOption("accepted");
        button("保存核验结论").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("已保存。");
        assertThat(page.locator("main ol.plain li").first()).containsText("改革办复核员");
        failures.addAll(violations("verified"));
        page.navigate("/plan/" + COMMITMENT);
        Locator piece = page.locator("#evidence tr").filter(new Locator.FilterOptions().setHasText("合成佐证：政策整合方案"));
        assertThat(piece).containsText("认定");

        signInInstead("clerk");
        page.navigate(record);
        assertThat(link("修改")).hasCount(0);
        assertThat(page.locator("main")).containsText("已有核验结论，内容不能再改");
        page.navigate(record + "/edit");
        page.getByLabel("佐证内容").fill("别的内容");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("先由核验人撤回结论");
        assertThat(failures).isEmpty();
    }

    private Locator line(String title) {
        return page.locator("dl.facts dt").filter(new Locator.FilterOptions().setHasText(title)).locator("+ dd").first();
    }

    /// What somebody does who knows the name of a field.
    private void forge(String field, String value) {
        page.evaluate(
                "([name, value]) => { const input = document.createElement('input'); input.type = 'hidden'; input.name = name;"
                        + " input.value = value; document.querySelector('main form').append(input); }",
                List.of(field, value));
    }
}
