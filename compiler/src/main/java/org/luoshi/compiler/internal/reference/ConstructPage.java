package org.luoshi.compiler.internal.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.Silence;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.OrNone;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Variants;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// The reference page of one construct, in one language.
final class ConstructPage {

    private static final Text KEY = new Text("键", "Key");
    private static final Text VALUE = new Text("值", "Value");
    private static final Text NEED = new Text("必填", "Required");
    private static final Text SAYS = new Text("说明", "Says");
    private static final Text YES = new Text("是", "yes");
    private static final Text OTHERWISE = new Text("不写则为", "if left out");
    private static final Text EXAMPLE = new Text("例", "Example");
    private static final Text FILE = new Text("文件", "File");
    private static final Text CITY_ONLY = new Text("只在城市包里", "In the city pack only");
    private static final Text EDITOR =
            new Text("编辑器按此文件补全和检查：在首行写", "An editor completes and checks by this file; put in the first line");
    private static final Text GENERATED =
            new Text("由编译器的声明生成，不要手改。", "Generated from the compiler's declarations; do not edit.");

    private final Construct construct;
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    private ConstructPage(Construct construct, Language language) {
        this.construct = construct;
        this.language = language;
    }

    static String of(Construct construct, Language language) {
        ConstructPage page = new ConstructPage(construct, language);
        page.write();
        return page.out.toString();
    }

    private void write() {
        out.append("# ").append(in(construct.title())).append("\n\n");
        out.append("<!-- ").append(in(GENERATED)).append(" -->\n\n");
        out.append(in(construct.about())).append("\n\n");
        out.append(in(FILE))
                .append(": `")
                .append(construct.path().replace("*", "ID"))
                .append("`");
        if (construct.cityOnly()) out.append(" · ").append(in(CITY_ONLY));
        out.append("\n\n");
        Map<String, Form> forms = new LinkedHashMap<>();
        collect("", construct.shape(), forms);
        forms.forEach(this::table);
        out.append("## ").append(in(EXAMPLE)).append("\n\n```yaml\n");
        out.append(construct.example()).append("```\n\n");
        String up = "../"
                .repeat((int) construct.path().chars().filter(c -> c == '/').count() + 2);
        out.append(in(EDITOR))
                .append("\n\n```yaml\n# yaml-language-server: $schema=")
                .append(up);
        out.append("docs/reference/schema/").append(Schemas.fileName(construct)).append("\n```\n");
    }

    private void table(String path, Form form) {
        if (!path.isEmpty()) out.append("## `").append(path).append("`\n\n");
        out.append("| ").append(in(KEY)).append(" | ").append(in(VALUE)).append(" | ");
        out.append(in(NEED)).append(" | ").append(in(SAYS)).append(" |\n|---|---|---|---|\n");
        for (Key<?> key : form.keys()) {
            out.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(cell(key.shape().describe()));
            out.append(" | ")
                    .append(key.required() ? in(YES) : "")
                    .append(" | ")
                    .append(cell(key.about()));
            Text fallback = key.fallback();
            if (fallback != null) {
                out.append(language == Language.ZH ? "；" : "; ")
                        .append(in(OTHERWISE))
                        .append(' ')
                        .append(cell(fallback));
            }
            out.append(" |\n");
        }
        out.append('\n');
    }

    /// The forms within a shape, each by the keys that lead to it: `levels[]`, `fields.*`.
    private static void collect(String path, Shape<?> shape, Map<String, Form> found) {
        switch (shape) {
            case Form form -> {
                if (found.putIfAbsent(path, form) != null) return;
                for (Key<?> key : form.keys()) {
                    if (key == Silence.KEY && !path.isEmpty()) continue;
                    collect(path.isEmpty() ? key.name() : path + "." + key.name(), key.shape(), found);
                }
            }
            case ListOf<?> list -> collect(path + "[]", list.member(), found);
            case MapOf<?> map -> collect(path.isEmpty() ? "*" : path + ".*", map.value(), found);
            case OrNone<?> orNone -> collect(path, orNone.shape(), found);
            case Either<?, ?> either -> collect(path, either.wide(), found);
            case Variants variants ->
                variants.forms()
                        .forEach((word, form) ->
                                collect(path + " " + variants.key().name() + ": " + word, form, found));
            default -> {
                // a single value has no keys
            }
        }
    }

    private String cell(Text text) {
        return in(text).replace("|", "\\|").replace("\n", " ");
    }

    private String in(Text text) {
        return text.in(language);
    }
}
