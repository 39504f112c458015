package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A case from the application to the verdict, each person in a browser of their own. The demonstration stands on
/// Monday 22 September 2025; National Day is from 1 to 8 October, and 28 September and 11 October are worked.
class CaseJourneyTest extends BrowserJourney {

    @Override
    List<String> provoked() {
        return List.of("status of 422", "status of 404");
    }

    @Test
    void anEnterpriseAppliesIsAskedOnceForMoreAndHasItsAnswerWithEveryDateOnTheWay() throws IOException {
        Page enterprise = signedIn("enterprise");
        assertThat(enterprise).hasURL(server.address() + "/services");
        enterprise.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("申请 企业诉求")).click();
        enterprise.getByRole(AriaRole.BUTTON, named("提交")).click();
        assertThat(enterprise.getByRole(AriaRole.ALERT)).containsText("填写诉求标题");
        enterprise.getByLabel("诉求标题").fill("合成：车间用电增容");
        enterprise.getByLabel("诉求类别").selectOption("permit");
        enterprise.getByLabel("具体情况").fill("合成数据，仅供测试");
        enterprise.getByLabel("所在区县").selectOption("chenghua");
        enterprise.getByLabel("企业名称").fill("合成企业乙");
        enterprise.getByLabel("联系人").fill("测试人员");
        enterprise.getByLabel("联系电话").fill("13800000000");
        enterprise.getByRole(AriaRole.BUTTON, named("提交")).click();
        enterprise.waitForURL("**/my/cases/QYSQ-2025-*");
        String number = enterprise.url().replaceAll(".*/(QYSQ-2025-\\d{6}).*", "$1");
        assertThat(enterprise.locator("main")).containsText("属地正在审查诉求材料");
        // five working days after 22 September, three as promised
        assertThat(enterprise.locator(".clock").first()).containsText("2025-09-28");
        assertThat(enterprise.locator(".clock").first()).containsText("2025-09-25");

        Page clerk = signedIn("clerk");
        clerk.navigate("/tasks");
        assertThat(clerk.locator("main")).containsText(number);
        clerk.navigate("/cases/" + number);
        clerk.getByRole(AriaRole.BUTTON, named("一次性告知补正")).click();
        assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("写明理由");
        step(clerk).getByLabel("理由").fill("请补充用电负荷清单");
        clerk.getByRole(AriaRole.BUTTON, named("一次性告知补正")).click();
        assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("书面告知");
        step(clerk).getByLabel("告知书文号").fill("补正告知〔2025〕1 号");
        clerk.getByRole(AriaRole.BUTTON, named("一次性告知补正")).click();

        enterprise.navigate("/my/cases/" + number);
        assertThat(enterprise.locator("main")).containsText("请补充用电负荷清单");
        assertThat(enterprise.locator(".clock").first()).containsText("中止：等待申请人补正材料");
        enterprise.getByLabel("具体情况").fill("合成数据，已附负荷清单");
        enterprise.getByRole(AriaRole.BUTTON, named("提交补正")).click();

        clerk.navigate("/cases/" + number);
        clerk.getByLabel("承办部门").selectOption("ecology_bureau");
        clerk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("受理").setExact(true)).click();

        Page officer = signedIn("officer");
        officer.navigate("/cases/" + number);
        // twenty working days after 22 September: 8 days of holiday, two weekend days worked
        assertThat(officer.locator(".clock").nth(1)).containsText("2025-10-24");
        assertThat(officer.locator(".clock").nth(1)).containsText("2025-10-11");
        officer.locator(".clock details summary").nth(1).click();
        assertThat(officer.locator(".clock").nth(1)).containsText("国庆节");
        officer.getByLabel("办理结果").fill("合成：已安排增容");
        officer.getByRole(AriaRole.BUTTON, named("答复企业")).click();

        enterprise.navigate("/my/cases/" + number);
        enterprise.getByLabel("企业评价").selectOption("satisfied");
        enterprise.getByRole(AriaRole.BUTTON, named("提交评价")).click();
        assertThat(enterprise.locator("main")).containsText("诉求已办结");
        // accepted on the day it came: the six days to the limit no longer count
        assertThat(enterprise.locator(".clock").first().locator(".day-after")).hasCount(6);
        assertThat(enterprise.locator(".clock").first().locator(".day-counted")).hasCount(0);

        enterprise.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("诉求办理结果告知书")).click();
        assertThat(enterprise.locator("main")).containsText("合成：已安排增容");
        List<String> failures = new ArrayList<>(violations(enterprise, "certificate"));
        Download pdf = enterprise.waitForDownload(() -> enterprise
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载 PDF"))
                .click());
        assertThat(pdf.suggestedFilename()).matches("QYSQZ-2025-\\d{6}\\.pdf");
        String address = enterprise.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/certificates/check?"))
                .getAttribute("href");
        // anybody, without an account
        page.navigate(address);
        assertThat(page.locator("main")).containsText("有效");
        assertThat(page.locator("main")).containsText("合成：已安排增容");
        failures.addAll(violations(page, "check"));
        page.getByLabel("核验码").fill("0000000000000000");
        page.getByRole(AriaRole.BUTTON, named("核验")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有这样的证书");
        page.navigate("/certificates/check?lang=en");
        failures.addAll(violations(page, "check en"));
        assertThat(failures).isEmpty();
    }

    @Test
    void pagesOfCasesPassTheAccessibilityScanInBothLanguages() throws IOException {
        List<String> failures = new ArrayList<>();
        Page clerk = signedIn("clerk");
        Page enterprise = signedIn("enterprise");
        for (String language : List.of("zh", "en")) {
            enterprise.navigate("/services?lang=" + language);
            String mine = enterprise.locator("tbody th a").first().getAttribute("href");
            for (String path : List.of("/services", "/services/enterprise_requests.handling", mine, "/account")) {
                failures.addAll(scan(enterprise, path, language));
            }
            clerk.navigate("/tasks?lang=" + language);
            String open = clerk.locator("tbody th a").first().getAttribute("href");
            for (String path : List.of("/tasks", "/tasks/done", open)) {
                failures.addAll(scan(clerk, path, language));
            }
        }
        assertThat(failures).isEmpty();
    }

    /// The form that finishes the step, beside those of other things to do.
    private static Locator step(Page page) {
        return page.locator("form:has(button[name='_action'])");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static List<String> scan(Page page, String path, String language) throws IOException {
        Response response = page.navigate(path);
        if (response.status() != 200) return List.of(path + " answered " + response.status());
        return violations(page, path + " " + language);
    }
}
