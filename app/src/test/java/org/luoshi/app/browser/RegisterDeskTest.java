package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A department officer's desk work: many records at once, filters kept under a name, a file in, the map.
class RegisterDeskTest extends BrowserJourney {

    private static final String HEAD = "项目编号,项目名称,所在区县,推进批次,当前阶段,开工证据,位置\n";

    /// Enough that it takes seconds to read: the button to stop it is pressed while it is read.
    private static final int MANY = 250_000;

    @Test
    void severalRecordsAreChangedAtOnceAndAFilterIsKeptUnderAName() throws IOException {
        signIn("officer");
        page.navigate("/registers/parks.project?district.eq=pujiang&sort=code");
        page.locator("tbody input[type=checkbox]").nth(0).check();
        page.locator("tbody input[type=checkbox]").nth(1).check();
        button("批量修改所选").click();
        page.getByLabel("改哪个字段").selectOption("industry");
        List<String> failures = new ArrayList<>(violations("bulk edit, the field"));
        button("下一步").click();
        page.getByLabel("产业门类").fill("绿色食品");
        failures.addAll(violations("bulk edit, the value"));
        button("写入").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("已批量修改 2 条记录。");

        page.navigate("/registers/parks.project?district.eq=pujiang&stage.eq=signed");
        page.getByText("常用视图").click();
        page.getByPlaceholder("视图名称").fill("蒲江已签约");
        button("保存当前筛选").click();
        page.navigate("/registers/parks.project");
        page.getByText("常用视图").click();
        failures.addAll(violations("saved views"));
        link("蒲江已签约").click();
        assertThat(page).hasURL(server.address() + "/registers/parks.project?district.eq=pujiang&stage.eq=signed");
        assertThat(failures).isEmpty();
    }

    @Test
    void anImportIsStoppedFromItsPageAndASmallOneShowsItsRecordsOnTheMap() throws IOException {
        signIn("officer");
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i < MANY; i++) many.append("MANY-").append(i).append(",合成,蒲江县,其他,线索,无,\n");
        take(many.toString());
        List<String> failures = new ArrayList<>(violations("an import under way"));
        button("停止").click();
        assertThat(page.locator("#import h2").first()).hasText("已停止，没有写入");
        assertThat(page.locator("#import")).containsText("什么都没有写入");

        take(HEAD + "MAP-1,合成甲,蒲江县,其他,线索,无,\"103.5,30.2\"\nMAP-2,合成乙,蒲江县,其他,线索,无,\"103.52,30.21\"\nMAP-3,合成丙,没有的县,其他,线索,无,\n");
        assertThat(page.locator("#import tbody tr").first()).containsText("所在区县");
        failures.addAll(violations("a file with a mistake"));
        page.locator("button[value=good]").click();
        assertThat(page.locator("#import h2").first()).hasText("导入完成");
        page.navigate("/registers/parks.project?q=MAP-&map=1");
        assertThat(page.locator("#place-map canvas").first()).isVisible();
        assertThat(page.locator("#place-map-none")).isHidden();
        button("放大").click();
        failures.addAll(violations("the map of a register"));
        page.navigate("/registers/parks.project?q=CHENGHUA-S&map=1");
        assertThat(page.locator("#place-map-none")).isVisible();
        assertThat(failures).isEmpty();
    }

    private void take(String csv) {
        page.navigate("/registers/parks.project/import");
        page.locator("#file").setInputFiles(new FilePayload("projects.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#import")).isVisible();
    }
}
