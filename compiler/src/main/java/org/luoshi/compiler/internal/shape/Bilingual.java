package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.EMPTY_TEXT;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NO_CHINESE;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.ONE_LANGUAGE;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.UNTRANSLATED;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// A text in both languages: `{ zh: 项目, en: Project }`.
public record Bilingual(int most) implements Shape<Text> {

    public static final Bilingual TITLE = new Bilingual(200);
    public static final Bilingual PROSE = new Bilingual(4000);

    private static final Key<String> ZH = Key.required(
            "zh",
            new Single<>(new Text("中文", "Chinese text"), Map.of("type", "string"), Bilingual::words),
            "中文",
            "Chinese");
    private static final Key<String> EN = Key.required(
            "en",
            new Single<>(new Text("英文", "English text"), Map.of("type", "string"), Bilingual::words),
            "英文",
            "English");
    private static final Form FORM = Form.of("双语文字", "a bilingual text", ZH, EN);

    @Override
    public Optional<Text> read(Node node, Findings findings) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            findings.report(ONE_LANGUAGE.at(node.span()).with("word", scalar.text()));
            return Optional.empty();
        }
        Optional<View> view = FORM.read(node, findings).filter(View::whole);
        if (view.isEmpty()) return Optional.empty();
        Text text = new Text(view.get().get(ZH, ""), view.get().get(EN, ""));
        boolean zhFits = Values.notTooLong(view.get().at(ZH), text.zh(), most, findings);
        boolean enFits = Values.notTooLong(view.get().at(EN), text.en(), most, findings);
        if (!zhFits || !enFits) return Optional.empty();
        adviseOnTranslation(view.get(), text, findings);
        return Optional.of(text);
    }

    private static void adviseOnTranslation(View view, Text text, Findings findings) {
        if (text.zh().equals(text.en()) && hasChinese(text.zh())) {
            findings.report(UNTRANSLATED.at(view.at(EN)).with("word", text.en()).other(view.at(ZH)));
        } else if (!hasChinese(text.zh()) && hasChinese(text.en())) {
            findings.report(NO_CHINESE.at(view.at(ZH)).with("word", text.zh()));
        }
    }

    private static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Optional<String> words(Scalar scalar, Findings findings) {
        if (!scalar.text().isBlank()) return Optional.of(scalar.text().strip());
        findings.report(EMPTY_TEXT.at(scalar.span()));
        return Optional.empty();
    }

    @Override
    public Text describe() {
        return new Text("中英双语文字", "a text in Chinese and English");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(FORM.schema());
        return schema;
    }
}
