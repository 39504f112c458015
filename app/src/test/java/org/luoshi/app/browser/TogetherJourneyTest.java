package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The same step of several cases with one form, each case with an answer of its own.
class TogetherJourneyTest extends BrowserJourney {

    @Test
    void severalAreDoneWithOneFormAndWhatCannotBeDoneIsToldOfItsCase() throws Exception {
        String first = applied("合成：一起办理甲");
        String second = applied("合成：一起办理乙");
        Page clerk = signedIn("clerk");
        choose(clerk, first);
        click(clerk, "一起办理");
        assertThat(clerk.locator("main")).containsText("选中 1 件");
        clerk.getByLabel("理由").fill("合成：补充材料");
        clerk.getByLabel("告知书文号").fill("补正告知〔2025〕9 号");
        click(clerk, "一次性告知补正");
        assertThat(clerk.locator("main")).containsText("办成 1 件，共 1 件");
        supplemented(first);

        // the first has been asked once already, the second has not
        clerk.navigate("/tasks");
        choose(clerk, first, second);
        click(clerk, "一起办理");
        clerk.getByLabel("理由").fill("合成：再补材料");
        clerk.getByLabel("告知书文号").fill("补正告知〔2025〕10 号");
        click(clerk, "一次性告知补正");
        assertThat(clerk.locator("main")).containsText("办成 1 件，共 2 件");
        assertThat(answer(clerk, first)).containsText("一件只许一次");
        assertThat(answer(clerk, second)).containsText("已办");
        // what was not done can be done with another action at once
        assertThat(clerk.locator("main")).containsText("选中 1 件");
        clerk.getByLabel("承办部门").selectOption("ecology_bureau");
        click(clerk, "受理");
        assertThat(clerk.locator("main")).containsText("办成 1 件，共 1 件");
        assertThat(answer(clerk, first)).containsText("已办");
    }

    @Test
    void allMistakesOfAllCasesAreToldAndNothingIsHalfDone() throws Exception {
        String first = applied("合成：一起办错甲");
        String second = applied("合成：一起办错乙");
        Page clerk = signedIn("clerk");
        choose(clerk, first, second);
        click(clerk, "一起办理");
        click(clerk, "受理");
        assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("填写承办部门");
        assertThat(answer(clerk, first)).containsText("填写承办部门");
        assertThat(answer(clerk, second)).containsText("填写承办部门");
        assertThat(clerk.locator("main")).containsText("选中 2 件");
        List<String> failures = new ArrayList<>(violations(clerk, "together zh"));
        clerk.navigate("/tasks?lang=en");
        choose(clerk, first, second);
        click(clerk, "Do them together");
        failures.addAll(violations(clerk, "together en"));
        assertThat(failures).isEmpty();
        for (String number : List.of(first, second)) {
            clerk.navigate("/cases/" + number);
            assertThat(clerk.locator("main")).containsText("Acceptance");
        }
    }

    @Test
    void nothingChosenOrUnlikeStepsAreTold() throws IOException {
        Page clerk = signedIn("clerk");
        clerk.navigate("/tasks");
        click(clerk, "一起办理");
        assertThat(clerk.locator("main")).containsText("没有选中能办的待办");
    }

    private static void choose(Page page, String... numbers) {
        if (!page.url().contains("/tasks")) page.navigate("/tasks");
        for (String number : numbers) {
            page.locator("tr", new Page.LocatorOptions().setHasText(number))
                    .locator("input[type=checkbox]")
                    .check();
        }
    }

    private static Locator answer(Page page, String number) {
        return page.locator("section[role=status] li", new Page.LocatorOptions().setHasText(number));
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private String applied(String title) throws Exception {
        Visitor enterprise = enterprise();
        String form = "/services/enterprise_requests.handling";
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", title,
                "kind", "site",
                "detail", "合成数据，仅供测试",
                "district", "chenghua",
                "enterprise", "合成企业丁",
                "contact", "测试人员",
                "phone", "13800000000",
                "_csrf", Visitor.token(enterprise.get(form))));
        HttpResponse<String> answer = enterprise.post(form, typed);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/(QYSQ-2025-\\d{6}).*", "$1");
    }

    private void supplemented(String number) throws Exception {
        Visitor enterprise = enterprise();
        String page = "/my/cases/" + number;
        HttpResponse<String> form = enterprise.get(page);
        String task = form.body().replaceAll("(?s).*action=\"" + page + "/tasks/(\\d+)\".*", "$1");
        HttpResponse<String> answer = enterprise.post(
                page + "/tasks/" + task, Map.of("_action", "submit", "_csrf", Visitor.token(form)));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static Visitor enterprise() throws Exception {
        Visitor enterprise = new Visitor(server);
        enterprise.signIn("enterprise", server.password("enterprise"));
        return enterprise;
    }
}
