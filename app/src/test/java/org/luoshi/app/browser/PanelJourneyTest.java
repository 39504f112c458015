package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A chemical project is graded by the table, its experts vote, and nobody sees a vote before the count.
class PanelJourneyTest extends BrowserJourney {

    private static final Map<String, String> TYPED = Map.of(
            "title", "合成装置",
            "enterprise", "合成企业",
            "contact", "合成人物",
            "phone", "13800000000",
            "evaluator", "合成评价机构",
            "people_500m", "40",
            "q_chlorine", "20",
            "q_ammonia", "30");

    private static final Map<String, String> CHOSEN =
            Map.of("nature", "new_built", "district", "chenghua", "in_park", "true", "first_in_china", "false");

    @Test
    void expertsVoteSealedAndTheCountShowsItsSum() throws IOException {
        Page enterprise = signedIn("enterprise");
        enterprise.navigate("/services/hazchem_review.project_review");
        TYPED.forEach((field, value) -> enterprise.locator("[name='" + field + "']").fill(value));
        CHOSEN.forEach((field, value) -> enterprise.locator("select[name='" + field + "']").selectOption(value));
        enterprise.getByRole(AriaRole.BUTTON, named("提交")).click();
        enterprise.waitForURL("**/my/cases/WHJS-2025-*");
        String number = enterprise.url().replaceAll(".*/(WHJS-2025-\\d{6}).*", "$1");
        // S = 20/5 + 30/10, R = 1.2 × (4 × 4 + 2 × 3)
        assertThat(enterprise.locator("main")).containsText("三级");
        assertThat(enterprise.locator("main")).containsText("26.4");
        assertThat(enterprise.locator("main")).not().containsText("26.40");
        assertThat(enterprise.locator("main")).containsText("规则 3");

        Page clerk = signedIn("clerk");
        clerk.navigate("/cases/" + number);
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("受理").setExact(true)).click();

        Page officer = signedIn("officer");
        officer.navigate("/cases/" + number);
        assertThat(officer.locator("#field-_panel")).containsText("还没有委员");
        for (String expert : List.of("expert1", "expert2")) officer.locator("input[value='" + expert + "']").check();
        officer.getByRole(AriaRole.BUTTON, named("加入")).click();
        assertThat(officer.getByRole(AriaRole.ALERT)).containsText("单数");
        for (String expert : List.of("expert1", "expert2", "expert3")) officer.locator("input[value='" + expert + "']").check();
        officer.getByRole(AriaRole.BUTTON, named("加入")).click();
        assertThat(officer.locator("#field-_panel")).containsText("委员 3 人，其中回避 0 人；已投 0 票，至少须 2 票");
        officer.getByRole(AriaRole.BUTTON, named("计票")).click();
        assertThat(officer.getByRole(AriaRole.ALERT)).containsText("不足法定的 2 票");

        vote(number, "expert1", "同意");
        vote(number, "expert2", "同意");
        officer.navigate("/cases/" + number);
        assertThat(officer.locator("#field-_panel")).containsText("已投 2 票");
        assertThat(officer.locator("#field-_panel tbody")).not().containsText("同意");
        List<String> failures = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            officer.navigate("/cases/" + number + "?lang=" + language);
            failures.addAll(violations(officer, "sealed " + language));
        }
        officer.navigate("/cases/" + number + "?lang=zh");
        officer.getByRole(AriaRole.BUTTON, named("计票")).click();
        assertThat(officer.locator("#field-_panel")).containsText("同意 2 票，须 2 票（投票 2 人的 2/3）");
        assertThat(officer.locator("#field-_panel tbody")).containsText("同意");
        assertThat(officer.locator("main")).containsText("建议通过");
        for (String language : List.of("zh", "en")) {
            officer.navigate("/cases/" + number + "?lang=" + language);
            failures.addAll(violations(officer, "counted " + language));
        }
        assertThat(failures).isEmpty();
    }

    private void vote(String number, String expert, String choice) throws IOException {
        Page page = signedIn(expert);
        page.navigate("/tasks");
        assertThat(page.locator("main")).containsText(number);
        page.navigate("/cases/" + number);
        page.getByRole(AriaRole.BUTTON, named("投票")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("选择一项");
        page.getByLabel(choice, new Page.GetByLabelOptions().setExact(true)).check();
        page.getByRole(AriaRole.BUTTON, named("投票")).click();
        assertThat(page).hasURL(Pattern.compile(".*told=done.*"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
