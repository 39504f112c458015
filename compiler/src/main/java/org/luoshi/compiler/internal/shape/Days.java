package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_DAY;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// Days, written `2025-03-31`.
public final class Days {

    public static final Shape<LocalDate> DAY = new Single<>(
            new Text("日期，如 `2025-03-31`", "a date such as `2025-03-31`"),
            Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            Days::read);

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern ALMOST = Pattern.compile("([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?");

    private Days() {}

    private static Optional<LocalDate> read(Scalar scalar, Findings findings) {
        Optional<LocalDate> day = read(scalar.text());
        if (day.isEmpty()) {
            findings.report(
                    NOT_A_DAY.at(scalar.span()).with("word", scalar.text()).with("meant", meant(scalar.text())));
        }
        return day;
    }

    public static Optional<LocalDate> read(String written) {
        return day(FORM.matcher(written));
    }

    /// The day that another way of writing stands for: `2025年3月31日`, `2025/3/31`, full-width digits.
    public static Optional<LocalDate> meant(String written) {
        return day(ALMOST.matcher(
                Normalizer.normalize(written, Normalizer.Form.NFKC).replace(" ", "")));
    }

    private static Optional<LocalDate> day(Matcher form) {
        if (!form.matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
