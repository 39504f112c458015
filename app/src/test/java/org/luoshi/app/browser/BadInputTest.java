package org.luoshi.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people send by mistake or by malice, and what the page says.
class BadInputTest {

    private static final String PROJECTS = "/registers/parks.project";

    private static DemonstrationServer server;

    @BeforeAll
    static void start() throws IOException {
        server = DemonstrationServer.shared();
    }

    @Test
    void theSecondOfTwoWritersSeesAllThreeValuesAndMaySaveOverTheFirst() throws Exception {
        Visitor officer = signedIn("officer");
        Visitor manager = signedIn("chenghua");
        String record = first(manager.get(PROJECTS).body(), "href=\"(" + PROJECTS + "/\\d+)[\"?]");
        HttpResponse<String> hers = officer.get(record + "/edit");
        HttpResponse<String> his = manager.get(record + "/edit");
        assertThat(save(officer, record, hers, "先到的名称").statusCode()).isEqualTo(302);

        HttpResponse<String> conflict = save(manager, record, his, "后到的名称");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("市级部门经办（officer）在您填写期间改了这条记录", "没有保存您的修改", "打开时", "现在（对方）", "您填写的")
                .contains(">先到的名称<", ">后到的名称<", "value=\"后到的名称\"");
        assertThat(manager.get(record).body()).contains("先到的名称").doesNotContain("后到的名称");

        assertThat(save(manager, record, conflict, "后到的名称").statusCode()).isEqualTo(302);
        assertThat(officer.get(record).body()).contains("后到的名称");
    }

    @Test
    void aFileInGb18030IsCheckedAndWhatWasAssumedIsShown() throws Exception {
        String csv = "编号,项目名称\nZZ-9,合成的项目\n";
        assertThat(checked("gbk.csv", csv.getBytes(Charset.forName("GB18030"))))
                .contains("编码判断为 GB18030（不是有效的 UTF-8）");
        assertThat(checked("mark.csv", ("\ufeff" + csv).getBytes(Charset.forName("UTF-8"))))
                .contains("编码判断为 UTF-8（有 BOM）");
    }

    @Test
    void aZipBombIsToldOnThePage() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) zip.write(zeros);
            zip.closeEntry();
        }
        assertThat(checked("bomb.xlsx", bomb.toByteArray())).contains("疑似压缩炸弹");
    }

    private String checked(String name, byte[] file) throws Exception {
        Visitor officer = signedIn("officer");
        String token = Visitor.token(officer.get(PROJECTS + "/import"));
        HttpResponse<String> sent = officer.upload(PROJECTS + "/import", token, name, file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String job = URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
        String page = officer.get(job).body();
        while (page.contains("/stop\"")) page = officer.get(job).body();
        return page;
    }

    private static HttpResponse<String> save(Visitor visitor, String record, HttpResponse<String> form, String name)
            throws Exception {
        return visitor.post(record + "/edit", Map.of(
                "_csrf", Visitor.token(form),
                "_version", first(form.body(), "name=\"_version\" value=\"(\\d+)\""),
                "name", name));
    }

    private static Visitor signedIn(String account) throws Exception {
        Visitor visitor = new Visitor(server);
        assertThat(visitor.signIn(account, server.password(account)).statusCode()).isEqualTo(302);
        return visitor;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
