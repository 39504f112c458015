package org.luoshi.web.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.luoshi.web.shell.Theme;

/// Draws every page from made-up views, in both languages, and leaves them in `target/showcase` to look at.
class ShowcaseTest {

    private static final Path FOLDER = Path.of("target/showcase");
    private static final Messages MESSAGES = new Messages();
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    static List<Samples.Page> pages() {
        return Samples.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void drawsInBothLanguagesWithoutInlineStyleOrScript(Samples.Page page) throws IOException {
        for (Language language : Language.values()) {
            String html = draw(page, language, Theme.LIGHT);
            assertThat(html).doesNotContain(" style=").doesNotContain(" onclick=").doesNotContain("<style");
            assertThat(html).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
            assertThat(html.split("<h1", -1)).hasSize(2);
            keep(page.name() + "-" + language.tag(), html);
        }
        keep(page.name() + "-wall", draw(page, Language.ZH, Theme.WALL));
    }

    private String draw(Samples.Page page, Language language, Theme theme) {
        StringOutput out = new StringOutput();
        engine.render(page.template() + ".jte", Map.of("shell", shell(page, language, theme), "view", page.view()), out);
        return out.toString();
    }

    private static Shell shell(Samples.Page page, Language language, Theme theme) {
        Viewer viewer = new Viewer(
                "analyst", new Text("改革办分析员", "Analyst"), List.of(new Grant(Role.ANALYST, "chengdu_city")));
        return new Shell(
                MESSAGES,
                language,
                theme,
                viewer,
                AsOf.PRESENT,
                null,
                new Address(page.path(), Map.of()),
                new Shell.Csrf("_csrf", "X-CSRF-TOKEN", "token"),
                true,
                Instant.parse("2025-09-22T01:00:00Z"),
                ZoneId.of("Asia/Shanghai"),
                "0");
    }

    private static void keep(String name, String html) throws IOException {
        Files.createDirectories(FOLDER.resolve("assets"));
        for (String asset : List.of("luoshi.css", "icons.svg", "mark.svg")) {
            Files.copy(
                    Path.of("src/main/resources/org/luoshi/web/assets", asset),
                    FOLDER.resolve("assets").resolve(asset),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(FOLDER.resolve(name + ".html"), html);
    }
}
