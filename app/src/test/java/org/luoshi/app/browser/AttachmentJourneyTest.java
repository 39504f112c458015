package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luoshi.attachment.SampleFiles;

/// Files on their way: into a draft, over a log-out, refused where they lie, to the officer, and cut off.
class AttachmentJourneyTest extends BrowserJourney {

    private static final String FORM = "/services/enterprise_requests.handling";

    @Test
    void aFileInADraftIsThereAfterLogOutAndOneThatLiesIsRefusedBesideTheField() throws Exception {
        byte[] pdf = SampleFiles.pdf();
        Page enterprise = signedIn("enterprise");
        enterprise.navigate(FORM);
        enterprise.getByLabel("诉求标题").fill("合成：草稿中的附件");
        enterprise.getByLabel("证明材料").setInputFiles(new FilePayload("租赁合同.pdf", "text/plain", pdf));
        click(enterprise, "保存草稿");
        assertThat(enterprise.locator("#field-proof")).containsText("租赁合同.pdf");

        click(enterprise, "退出");
        Page again = signedIn("enterprise");
        again.navigate(FORM);
        assertThat(again.getByLabel("诉求标题")).hasValue("合成：草稿中的附件");
        assertThat(again.locator("#field-proof")).containsText("租赁合同.pdf");
        assertThat(again.locator("#field-proof")).containsText("未查杀病毒");
        again.getByLabel("证明材料").setInputFiles(new FilePayload("许可.pdf", "application/pdf", SampleFiles.program()));
        click(again, "提交");
        // all mistakes at once, and what is there stays
        assertThat(again.getByRole(AriaRole.ALERT)).containsText("“许可.pdf”：内容是Windows 程序，不收");
        assertThat(again.getByRole(AriaRole.ALERT)).containsText("填写具体情况");
        assertThat(again.locator("#field-proof")).containsText("租赁合同.pdf");

        again.getByLabel("诉求类别").selectOption("site");
        again.getByLabel("具体情况").fill("合成数据，仅供测试");
        again.getByLabel("所在区县").selectOption("chenghua");
        again.getByLabel("企业名称").fill("合成企业丙");
        again.getByLabel("联系人").fill("测试人员");
        again.getByLabel("联系电话").fill("13800000000");
        click(again, "提交");
        again.waitForURL("**/my/cases/QYSQ-2025-*");
        String number = again.url().replaceAll(".*/(QYSQ-2025-\\d{6}).*", "$1");
        assertThat(again.locator("main")).containsText("租赁合同.pdf");

        Page clerk = signedIn("clerk");
        clerk.navigate("/cases/" + number);
        Download download = clerk.waitForDownload(() -> clerk.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("租赁合同.pdf"))
                .click());
        assertThat(download.suggestedFilename()).isEqualTo("租赁合同.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(pdf);

        Visitor officer = new Visitor(server);
        officer.signIn("clerk", server.password("clerk"));
        String path = clerk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("租赁合同.pdf"))
                .getAttribute("href");
        HttpResponse<byte[]> answer = officer.bytes(path);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
        Visitor other = new Visitor(server);
        other.signIn("analyst", server.password("analyst"));
        assertThat(other.bytes("/my/attachments/" + path.replaceAll(".*/", "")).statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserThatIsGoneInMidUploadLeavesNothingBehind() throws Exception {
        Visitor enterprise = new Visitor(server);
        enterprise.signIn("enterprise", server.password("enterprise"));
        String token = Visitor.token(enterprise.get(FORM));
        List<Path> before = files();
        hangUp(enterprise.session(), token);
        // the server learns of it when it reads on; nothing is left once it has
        List<Path> left = files();
        for (int i = 0; i < 100 && !left.equals(before); i++) {
            Thread.sleep(100);
            left = files();
        }
        assertThat(left).isEqualTo(before);
        assertThat(enterprise.get(FORM).body()).doesNotContain("合成-中断.pdf");
    }

    @Test
    void formsWithAttachmentsPassTheAccessibilityScanInBothLanguages() throws IOException {
        List<String> failures = new ArrayList<>();
        Page enterprise = signedIn("enterprise");
        for (String language : List.of("zh", "en")) {
            enterprise.navigate(FORM + "?lang=" + language);
            enterprise.locator("#in-proof").setInputFiles(new FilePayload("a-" + language + ".png", "image/png", SampleFiles.png()));
            enterprise.locator("button[name=_draft]").click();
            failures.addAll(violations(enterprise, "draft " + language));
            enterprise.locator("button[name=_discard]").click();
            assertThat(enterprise).hasURL(server.address() + "/services");
        }
        assertThat(failures).isEmpty();
    }

    /// Half of a file of a megabyte, and then nothing.
    private static void hangUp(String session, String token) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = "POST " + FORM + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: luoshi=" + session
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n"
                    + "--x\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"合成-中断.pdf\"\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[500_000]);
            socket.getOutputStream().flush();
        }
    }

    /// What lies in the server's folder of temporary files.
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(server.temporary())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }
}
