package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_NUMBER;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.OUT_OF_RANGE;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.TOO_PRECISE;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// Numbers, exact: never read through floating point.
public final class Numbers {

    /// Digits in all; PostgreSQL keeps more, no plan needs more.
    private static final int MOST_DIGITS = 34;

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");

    private Numbers() {}

    public static Shape<Long> whole(long least, long most) {
        Text what = new Text("整数", "a whole number");
        Map<String, Object> schema = Map.of("type", "integer", "minimum", least, "maximum", most);
        return new Single<>(between(what, least, most), schema, (scalar, findings) -> {
            if (scalar.quoted() || !WHOLE.matcher(scalar.text()).matches()) return told(scalar, what, WHOLE, findings);
            long value = Long.parseLong(scalar.text());
            if (value >= least && value <= most) return Optional.of(value);
            findings.report(OUT_OF_RANGE
                    .at(scalar.span())
                    .with("word", value)
                    .with("least", least)
                    .with("most", most));
            return Optional.empty();
        });
    }

    public static Shape<Integer> small(int least, int most) {
        Shape<Long> whole = whole(least, most);
        return new Single<>(
                whole.describe(),
                whole.schema(),
                (scalar, findings) -> whole.read(scalar, findings).map(Long::intValue));
    }

    public static Shape<BigDecimal> decimal() {
        return decimal(null, null);
    }

    public static Shape<BigDecimal> decimal(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        Text what = new Text("数", "a number");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        if (least != null) schema.put("minimum", least);
        if (most != null) schema.put("maximum", most);
        Text described = least != null && most != null ? between(what, least, most) : what;
        return new Single<>(described, schema, (scalar, findings) -> {
            if (scalar.quoted() || !DECIMAL.matcher(scalar.text()).matches())
                return told(scalar, what, DECIMAL, findings);
            if (scalar.text().length() > MOST_DIGITS) {
                findings.report(TOO_PRECISE
                        .at(scalar.span())
                        .with("word", scalar.text())
                        .with("digits", MOST_DIGITS));
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(scalar.text());
            if (least != null && most != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
                findings.report(OUT_OF_RANGE
                        .at(scalar.span())
                        .with("word", scalar.text())
                        .with("least", least)
                        .with("most", most));
                return Optional.empty();
            }
            return Optional.of(value);
        });
    }

    private static <T> Optional<T> told(Scalar scalar, Text what, Pattern form, Findings findings) {
        String plain = Normalizer.normalize(scalar.text(), Normalizer.Form.NFKC).replaceAll("[,，_ ]", "");
        Optional<String> meant = Optional.of(plain).filter(p -> form.matcher(p).matches());
        findings.report(NOT_A_NUMBER
                .at(scalar.span())
                .with("expected", what)
                .with("word", scalar.text())
                .with("meant", meant));
        return Optional.empty();
    }

    private static Text between(Text what, Object least, Object most) {
        return new Text(what.zh() + "，" + least + " 到 " + most, what.en() + " from " + least + " to " + most);
    }
}
