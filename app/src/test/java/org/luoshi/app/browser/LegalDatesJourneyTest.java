package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A case over the National Day holiday of 2025, with every date counted by hand on the calendar of the State Council:
/// 1 to 8 October are off, Sunday 28 September and Saturday 11 October are worked.
class LegalDatesJourneyTest extends BrowserJourney {

    private static DemonstrationServer own;

    @BeforeAll
    static void startOwn() throws IOException {
        own = DemonstrationServer.own();
        server = own;
    }

    @AfterAll
    static void stopOwn() {
        if (own != null) own.stop();
    }

    @Test
    void anEnterpriseAppliesAndEveryDateToTheDecisionIsThatOfTheCalendar() throws IOException {
        List<String> failures = new ArrayList<>();
        String number = applied();
        // Mon 22 September does not count; 23, 24, 25, 26 and Sun 28 do. The promise of three ends on the 25th
        assertThat(clock("受理时限")).containsText("2025-09-28");
        assertThat(clock("受理时限")).containsText("2025-09-25");
        assertThat(page.locator("main")).containsText("由属地受理人员 · 成华办理");

        forward(2, "2025-09-24");
        signInInstead("clerk");
        page.navigate("/cases/" + number);
        button("领取").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("已领取，由你办理。");
        assertThat(page.locator("dl.facts").last()).not().containsText("13800000000");
        button("显示个人信息").click();
        assertThat(page.locator("main")).containsText("13800000000");
        step().getByLabel("理由").fill("请补充用电负荷清单");
        step().getByLabel("告知书文号").fill("补正告知〔2025〕1 号");
        button("一次性告知补正").click();

        signInInstead("enterprise");
        page.navigate("/my/cases/" + number);
        assertThat(clock("受理时限")).containsText("中止：等待申请人补正材料");
        assertThat(clock("受理时限")).containsText("补正告知〔2025〕1 号");
        assertThat(page.locator("main")).containsText("请补充用电负荷清单");
        failures.addAll(violations("applicant's page"));

        forward(2, "2025-09-26");
        signInInstead("enterprise");
        page.navigate("/my/cases/" + number);
        page.getByLabel("具体情况").fill("合成数据，已附负荷清单");
        button("提交补正").click();
        // 23 and 24 September were used, 25 and 26 stood still; 28, 29 and 30 are the other three
        assertThat(clock("受理时限")).containsText("2025-09-30");

        forward(3, "2025-09-29");
        signInInstead("clerk");
        page.navigate("/cases/" + number);
        step().getByLabel("承办部门").selectOption("ecology_bureau");
        button("受理").click();

        signInInstead("officer");
        page.navigate("/cases/" + number);
        // twenty from 29 September: 30 September, 9–11 October (3), 13–17 (5), 20–24 (5), 27–31 (5), 3 November
        assertThat(clock("办理时限")).containsText("2025-11-03");
        assertThat(clock("办理时限")).containsText("2025-10-20");
        failures.addAll(violations("officer's page"));

        forward(10, "2025-10-09");
        signInInstead("officer");
        page.navigate("/cases/" + number);
        button("领取").click();
        Locator suspend = operation("中止时限");
        suspend.getByLabel("时限和事由").selectOption("handling.expert_review");
        suspend.getByLabel("告知书文号").fill("中止告知〔2025〕7 号");
        suspend.getByLabel("理由").fill("请专家评审用电方案");
        suspend.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("未写明所需时间");
        operation("中止时限").getByLabel("告知的截止日").fill("2025-10-16");
        operation("中止时限").getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("时限已中止。");
        // 30 September and 9 October were used; until the 16th nothing counts; 18 from 17 October end on 11 November
        assertThat(clock("办理时限")).containsText("中止：专家评审");
        assertThat(clock("办理时限")).containsText("2025-11-11");
        assertThat(button("答复企业")).hasCount(0);
        failures.addAll(violations("suspended case"));

        signInInstead("enterprise");
        page.navigate("/my/cases/" + number);
        assertThat(clock("办理时限")).containsText("告知的截止日：2025-10-16");
        assertThat(page.locator("main")).containsText("请专家评审用电方案");

        forward(5, "2025-10-14");
        signInInstead("officer");
        page.navigate("/cases/" + number);
        operation("恢复时限").getByLabel("文书编号").fill("评审意见 3 号");
        operation("恢复时限").getByRole(AriaRole.BUTTON).click();
        // 10, 11, 13 and 14 October stood still; 18 from the 15th: 15–17 (3), 20–24, 27–31, 3–7 November (5 each)
        assertThat(clock("办理时限")).containsText("2025-11-07");

        signInInstead("head");
        page.navigate("/tasks/unit");
        assertThat(page.locator("main")).containsText(number);
        page.navigate("/cases/" + number);
        Locator extend = operation("延长时限");
        extend.getByLabel("延长天数").fill("5");
        extend.getByLabel("理由").fill("用电方案须现场复核");
        extend.getByRole(AriaRole.BUTTON).click();
        assertThat(clock("办理时限")).containsText("2025-11-14");

        forward(2, "2025-10-16");
        signInInstead("officer");
        page.navigate("/cases/" + number);
        page.getByLabel("办理结果").fill("合成：已安排增容");
        button("答复企业").click();

        signInInstead("enterprise");
        page.navigate("/my/cases/" + number);
        // 30 September, 9, 15 and 16 October
        assertThat(clock("办理时限")).containsText("已止算");
        assertThat(clock("办理时限").locator(".figure", new Locator.LocatorOptions().setHasText("已用"))).containsText("4");
        page.getByLabel("企业评价").selectOption("satisfied");
        button("提交评价").click();
        assertThat(page.locator("main")).containsText("诉求已办结");
        assertThat(failures).isEmpty();
    }

    private String applied() throws IOException {
        signIn("enterprise");
        page.navigate("/services/enterprise_requests.handling");
        page.getByLabel("诉求标题").fill("合成：车间用电增容");
        page.getByLabel("诉求类别").selectOption("permit");
        page.getByLabel("具体情况").fill("合成数据，仅供测试");
        page.getByLabel("所在区县").selectOption("chenghua");
        page.getByLabel("企业名称").fill("合成企业乙");
        page.getByLabel("联系人").fill("测试人员");
        page.getByLabel("联系电话").fill("13800000000");
        button("提交").click();
        page.waitForURL("**/my/cases/QYSQ-2025-*");
        return page.url().replaceAll(".*/(QYSQ-2025-\\d{6}).*", "$1");
    }

    /// Lets days pass.
    private void forward(int days, String arrives) throws IOException {
        signInInstead("admin");
        page.navigate("/account");
        page.getByLabel("往后拨的天数").fill(String.valueOf(days));
        button("往后拨").click();
        signInInstead("admin");
        page.navigate("/account");
        assertThat(page.locator(".banner").first()).containsText(arrives);
    }

    /// A clock's panel, with its days unfolded.
    private Locator clock(String title) {
        return page.locator(".clock", new Page.LocatorOptions().setHasText(title));
    }

    /// The form that finishes the step, beside those of other things to do.
    private Locator step() {
        return page.locator("form:has(button[name='_action'])");
    }

    /// The form of something else to do, unfolded.
    private Locator operation(String title) {
        Locator fold = page.locator("details:has(form)", new Page.LocatorOptions().setHas(page.locator("summary", new Page.LocatorOptions().setHasText(title))));
        if (fold.getAttribute("open") == null) fold.locator("summary").click();
        return fold;
    }
}
