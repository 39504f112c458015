package org.luoshi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Contrast of the colour tokens, by the formula of WCAG 2.2 (relative luminance).
class ContrastTest {

    @ParameterizedTest
    @CsvSource({
        "ink,panel,4.5", "secondary,panel,4.5", "hint,panel,4.5", "control,panel,3", "action,panel,4.5",
        "ink,page,4.5", "secondary,page,4.5", "action,page,4.5", "on-action,action,4.5",
        "on-level-1,level-1,4.5", "on-level-2,level-2,4.5", "on-level-3,level-3,4.5", "on-level-4,level-4,4.5",
        "level-3-border,panel,3", "normal,panel,4.5",
        "on-tint-0,tint-0,4.5", "on-tint-1,tint-1,4.5", "on-tint-2,tint-2,4.5", "on-tint-3,tint-3,4.5",
        "on-tint-4,tint-4,4.5", "on-tint-ok,tint-ok,4.5",
        "series-1,panel,3", "series-2,panel,3", "series-3,panel,3", "series-4,panel,3", "series-5,panel,3"
    })
    void textAndShapesStandOutInBothThemes(String text, String ground, double least) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/org/luoshi/web/assets/luoshi.css"));
        Map<String, String> light = tokens(css, ":root {");
        Map<String, String> wall = new HashMap<>(light);
        wall.putAll(tokens(css, "[data-theme=\"wall\"] {"));
        assertThat(contrast(light.get(text), light.get(ground))).as("light").isGreaterThanOrEqualTo(least);
        assertThat(contrast(wall.get(text), wall.get(ground))).as("wall").isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> tokens(String css, String start) {
        String block = css.substring(css.indexOf(start), css.indexOf('}', css.indexOf(start)));
        Map<String, String> tokens = new HashMap<>();
        Matcher token = Pattern.compile("--([a-z0-9-]+): (#[0-9A-F]{6})").matcher(block);
        while (token.find()) tokens.put(token.group(1), token.group(2));
        return tokens;
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weight = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
