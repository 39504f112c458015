package org.luoshi.compiler.internal.shape;

import static org.luoshi.compiler.internal.mistake.WarningMistakes.NOT_A_QUANTITY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;

/// A number with its unit of measure, as written: `0.2 MPa`; a number alone is a pure one.
public record Quantity(BigDecimal number, UnitOfMeasure unit, Scalar scalar) {

    private static final Pattern FORM = Pattern.compile("([-+]?[0-9]{1,18}(?:\\.[0-9]{1,12})?)(?: +(\\S.*))?");

    public static final Shape<Quantity> SHAPE = new Single<>(
            new Text("带单位的数，如 `0.2 MPa`、`5 min`", "a number with its unit such as `0.2 MPa`, `5 min`"),
            Map.of("type", List.of("string", "number")),
            Quantity::read);

    private static Optional<Quantity> read(Scalar scalar, Findings findings) {
        Matcher written = FORM.matcher(scalar.text());
        if (!written.matches()) {
            findings.report(NOT_A_QUANTITY.at(scalar.span()).with("word", scalar.text()));
            return Optional.empty();
        }
        String unit = written.group(2) == null ? "1" : written.group(2);
        int offset = written.group(2) == null ? 0 : scalar.text().codePointCount(0, written.start(2));
        return Values.measure(unit, scalar, offset, findings)
                .map(known -> new Quantity(new BigDecimal(written.group(1)), known, scalar));
    }

    @Override
    public String toString() {
        return scalar.text();
    }
}
