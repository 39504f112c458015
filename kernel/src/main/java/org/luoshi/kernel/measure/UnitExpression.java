package org.luoshi.kernel.measure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.text.Text;

/// Reads one unit, atomic or composite.
///
/// unit = part { ("·" | "/") part }, part = symbol [ "^" ] [ digit ]
final class UnitExpression {

    /// More parts than any real unit has; keeps hostile input cheap.
    private static final int MAX_PARTS = 8;

    private static final Pattern SIGN = Pattern.compile("[·⋅*×/]");
    private static final Pattern POWER = Pattern.compile("(?<base>.*[^0-9^])\\^?(?<exponent>[2-9])");

    private final UnitsOfMeasure units;
    private final String written;

    UnitExpression(UnitsOfMeasure units, String written) {
        this.units = units;
        this.written = written;
    }

    private record Part(String word, int start, boolean below) {}

    UnitReading read() {
        Optional<UnitOfMeasure> whole = units.declared(plain(written));
        if (whole.isPresent()) return new UnitReading.Read(whole.get());
        List<Part> parts = parts();
        if (parts.size() > MAX_PARTS)
            return malformed(
                    "计量单位最多由 %d 个部分组成，这里有 %d 个".formatted(MAX_PARTS, parts.size()),
                    "a unit has at most %d parts, this has %d".formatted(MAX_PARTS, parts.size()),
                    parts.get(MAX_PARTS).start());
        UnitOfMeasure unit = null;
        for (Part part : parts) {
            if (part.word().isEmpty())
                return malformed("此处缺少计量单位", "a unit is missing here", part.start());
            Optional<UnitOfMeasure> found = part(part.word());
            if (found.isEmpty()) {
                List<String> nearest = units.nearest(plain(part.word()));
                return new UnitReading.Unknown(part.word(), offset(part.start()), nearest);
            }
            if (unit == null) unit = found.get();
            else unit = part.below() ? units.quotient(unit, found.get()) : units.product(unit, found.get());
        }
        return unit == null ? malformed("此处缺少计量单位", "a unit is missing here", 0) : new UnitReading.Read(unit);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Matcher sign = SIGN.matcher(written.replace('／', '/'));
        int start = 0;
        boolean below = false;
        while (sign.find()) {
            parts.add(part(start, sign.start(), below));
            below = sign.group().equals("/");
            start = sign.end();
        }
        parts.add(part(start, written.length(), below));
        return parts;
    }

    private Part part(int start, int end, boolean below) {
        String raw = written.substring(start, end);
        int indent = raw.length() - raw.stripLeading().length();
        return new Part(raw.strip(), start + indent, below);
    }

    private Optional<UnitOfMeasure> part(String word) {
        String plain = plain(word);
        Optional<UnitOfMeasure> whole = units.declared(plain);
        if (whole.isPresent()) return whole;
        Matcher power = POWER.matcher(plain);
        if (!power.matches()) return Optional.empty();
        int exponent = Integer.parseInt(power.group("exponent"));
        return units.declared(power.group("base")).map(base -> units.power(base, exponent));
    }

    private UnitReading malformed(String zh, String en, int start) {
        Text reason = new Text("`%s`：%s".formatted(written, zh), "`%s`: %s".formatted(written, en));
        return new UnitReading.Malformed(reason, offset(start));
    }

    private int offset(int index) {
        return written.codePointCount(0, index);
    }

    /// Full-width and compatibility forms as plain ones: `㎡` as m2, `％` as %.
    private static String plain(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFKC);
    }
}
