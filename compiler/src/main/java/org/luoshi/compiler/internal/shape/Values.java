package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.ShapeMistakes.BAD_ID;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.BAD_PATTERN;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.EMPTY_TEXT;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_FLAG;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_LINK;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_PERIOD;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_RANGE;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.NOT_A_VERSION;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.TOO_LONG;
import static org.luoshi.compiler.internal.mistake.ShapeMistakes.UNKNOWN_MEASURE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitReading;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodReading;
import org.luoshi.kernel.text.Text;

/// The single values that packs are made of, beside numbers, days and closed sets.
public final class Values {

    private static final Map<String, Object> STRING = Map.of("type", "string");
    private static final Pattern ALMOST_VERSION = Pattern.compile("v?([0-9]{1,6})(?:\\.([0-9]{1,6}))?");

    private Values() {}

    /// Text of at most so many characters (code points).
    public static Shape<String> text(int most) {
        return new Single<>(
                new Text("文字，至多 " + most + " 个字符", "text of at most " + most + " characters"),
                Map.of("type", "string", "maxLength", most),
                (scalar, findings) -> {
                    if (scalar.text().isBlank()) {
                        findings.report(EMPTY_TEXT.at(scalar.span()));
                        return Optional.empty();
                    }
                    return notTooLong(scalar.span(), scalar.text(), most, findings)
                            ? Optional.of(scalar.text())
                            : Optional.empty();
                });
    }

    /// An id that this file declares.
    public static final Shape<Scalar> NEW_ID = new Single<>(
            new Text("标识", "an id"), Map.of("type", "string", "pattern", Ids.PATTERN), (scalar, findings) -> {
                if (Ids.fits(scalar.text())) return Optional.of(scalar);
                findings.report(
                        BAD_ID.at(scalar.span()).with("id", scalar.text()).with("meant", Ids.mend(scalar.text())));
                return Optional.empty();
            });

    /// The name of something declared elsewhere; a later step looks it up.
    public static Shape<Scalar> nameOf(String zh, String en) {
        return new Single<>(new Text(zh, en), STRING, Values::written);
    }

    /// An expression; a later step checks it.
    public static Shape<Scalar> expression(String zh, String en) {
        return new Single<>(new Text(zh, en), Map.of("type", List.of("string", "boolean", "number")), Values::written);
    }

    /// Whatever single value; a later step reads it by the type of the field it is for.
    public static final Shape<Scalar> ANYTHING = new Single<>(
            new Text("值", "a value"),
            Map.of("type", List.of("string", "boolean", "number")),
            (scalar, findings) -> Optional.of(scalar));

    public static final Shape<Boolean> FLAG =
            new Single<>(new Text("`true` 或 `false`", "`true` or `false`"), Map.of("type", "boolean"), Values::flag);

    public static final Shape<UnitOfMeasure> MEASURE = new Single<>(
            new Text("计量单位，如 `个`、`万元`、`percent`", "a unit of measure such as `个`, `万元`, `percent`"),
            STRING,
            Values::measure);

    public static final Shape<Pattern> PATTERN =
            new Single<>(new Text("正则表达式", "a regular expression"), STRING, Values::pattern);

    public static final Shape<Version> VERSION =
            new Single<>(new Text("版本号，如 `1.0.0`", "a version such as `1.0.0`"), STRING, Values::version);

    public static final Shape<VersionRange> VERSION_RANGE = new Single<>(
            new Text("版本范围，如 `>=1.0`", "a range of versions such as `>=1.0`"), STRING, (scalar, findings) -> {
                Optional<VersionRange> range = VersionRange.read(scalar.text());
                if (range.isEmpty())
                    findings.report(NOT_A_RANGE.at(scalar.span()).with("word", scalar.text()));
                return range;
            });

    public static final Shape<Period> PERIOD =
            new Single<>(new Text("统计期，如 `2025-03`", "a period such as `2025-03`"), STRING, Values::period);

    public static final Shape<String> LINK =
            new Single<>(new Text("网址", "a web address"), STRING, (scalar, findings) -> {
                if (scalar.text().matches("https?://\\S+")) return Optional.of(scalar.text());
                findings.report(NOT_A_LINK.at(scalar.span()).with("word", scalar.text()));
                return Optional.empty();
            });

    private static Optional<Scalar> written(Scalar scalar, Findings findings) {
        if (!scalar.text().isBlank()) return Optional.of(scalar);
        findings.report(EMPTY_TEXT.at(scalar.span()));
        return Optional.empty();
    }

    private static Optional<Boolean> flag(Scalar scalar, Findings findings) {
        String word = scalar.text().toLowerCase(Locale.ROOT);
        if (!scalar.quoted() && (word.equals("true") || word.equals("false"))) return Optional.of(word.equals("true"));
        Optional<String> meant = switch (word) {
            case "yes", "y", "on", "是", "1", "true" -> Optional.of("true");
            case "no", "n", "off", "否", "0", "false" -> Optional.of("false");
            default -> Optional.empty();
        };
        findings.report(NOT_A_FLAG.at(scalar.span()).with("word", scalar.text()).with("meant", meant));
        return Optional.empty();
    }

    private static Optional<UnitOfMeasure> measure(Scalar scalar, Findings findings) {
        return measure(scalar.text(), scalar, 0, findings);
    }

    /// A unit that is part of a value.
    ///
    /// @param at offset (code points) of the unit in the value
    static Optional<UnitOfMeasure> measure(String written, Scalar scalar, int at, Findings findings) {
        return switch (UnitsOfMeasure.standard().read(written)) {
            case UnitReading.Read(var unit) -> Optional.of(unit);
            case UnitReading.Unknown(var part, var offset, var nearest) -> {
                int from = at + offset;
                int to = from + part.codePointCount(0, part.length());
                findings.report(UNKNOWN_MEASURE
                        .at(scalar.span(from, to))
                        .with("word", part)
                        .with(
                                "members",
                                Optional.of(nearest).filter(n -> !n.isEmpty()).map(Members::list)));
                yield Optional.empty();
            }
            case UnitReading.Malformed(var reason, var offset) -> {
                findings.report(
                        UNKNOWN_MEASURE.at(scalar.span()).with("word", written).with("reason", reason));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Pattern> pattern(Scalar scalar, Findings findings) {
        try {
            return Optional.of(Pattern.compile(scalar.text()));
        } catch (PatternSyntaxException broken) {
            int length = scalar.text().codePointCount(0, scalar.text().length());
            int at = Math.clamp(broken.getIndex(), 0, Math.max(0, length - 1));
            findings.report(BAD_PATTERN.at(scalar.span(at, length)).with("word", scalar.text()));
            return Optional.empty();
        }
    }

    private static Optional<Version> version(Scalar scalar, Findings findings) {
        Optional<Version> version = Version.read(scalar.text());
        if (version.isEmpty()) {
            var almost = ALMOST_VERSION.matcher(scalar.text());
            Optional<String> meant = almost.matches()
                    ? Optional.of(almost.group(1) + "." + (almost.group(2) == null ? "0" : almost.group(2)) + ".0")
                    : Optional.empty();
            findings.report(
                    NOT_A_VERSION.at(scalar.span()).with("word", scalar.text()).with("meant", meant));
        }
        return version;
    }

    private static Optional<Period> period(Scalar scalar, Findings findings) {
        return switch (Period.read(scalar.text())) {
            case PeriodReading.Read(var period) -> Optional.of(period);
            case PeriodReading.Unreadable(var reason) -> {
                findings.report(NOT_A_PERIOD
                        .at(scalar.span())
                        .with("word", scalar.text())
                        .with("reason", reason));
                yield Optional.empty();
            }
        };
    }

    static boolean notTooLong(Span span, String text, int most, Findings findings) {
        int length = text.codePointCount(0, text.length());
        if (length > most)
            findings.report(TOO_LONG.at(span).with("length", length).with("most", most));
        return length <= most;
    }
}
