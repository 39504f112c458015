package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.FieldForms.DATUM;
import static org.luoshi.compiler.internal.form.FieldForms.DECIMALS;
import static org.luoshi.compiler.internal.form.FieldForms.DIGITS;
import static org.luoshi.compiler.internal.form.FieldForms.ENTITY;
import static org.luoshi.compiler.internal.form.FieldForms.HELP;
import static org.luoshi.compiler.internal.form.FieldForms.INITIAL;
import static org.luoshi.compiler.internal.form.FieldForms.KINDS;
import static org.luoshi.compiler.internal.form.FieldForms.LATEST;
import static org.luoshi.compiler.internal.form.FieldForms.LEAST;
import static org.luoshi.compiler.internal.form.FieldForms.LEAST_WHOLE;
import static org.luoshi.compiler.internal.form.FieldForms.MAX_LENGTH;
import static org.luoshi.compiler.internal.form.FieldForms.MEASURE;
import static org.luoshi.compiler.internal.form.FieldForms.MOST;
import static org.luoshi.compiler.internal.form.FieldForms.MOST_WHOLE;
import static org.luoshi.compiler.internal.form.FieldForms.PATTERN;
import static org.luoshi.compiler.internal.form.FieldForms.PERSONAL;
import static org.luoshi.compiler.internal.form.FieldForms.REQUIRED;
import static org.luoshi.compiler.internal.form.FieldForms.SET_BY;
import static org.luoshi.compiler.internal.form.FieldForms.TITLE;
import static org.luoshi.compiler.internal.form.FieldForms.TYPE;
import static org.luoshi.compiler.internal.form.FieldForms.VALUES;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.DECIMALS_ABOVE_DIGITS;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.INITIAL_NOT_RESERVED;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LEAST_ABOVE_MOST;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LIMIT_TOO_PRECISE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.ONE_VALUE;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.RESERVED_REQUIRED;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_INITIAL;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;

/// One field of a register.
final class FieldBinder {

    private static final UnitOfMeasure PURE =
            UnitsOfMeasure.standard().find("1").orElseThrow();

    private final World world;
    private final Draft draft;
    private final String id;
    private final View view;
    private final Findings findings;

    FieldBinder(World world, Draft draft, String id, View view) {
        this.world = world;
        this.draft = draft;
        this.id = id;
        this.view = view;
        this.findings = world.findings();
    }

    /// The field, or empty when its declaration is of no use to others.
    Optional<Field> bind() {
        Optional<FieldType> type = type();
        checkReserved();
        boolean usable = view.node().entries().stream()
                .noneMatch(e -> brokenTypeKey(e.key().text()));
        return type.filter(t -> usable)
                .map(t -> new Field(
                        id,
                        view.get(TITLE, Text.EMPTY),
                        t,
                        view.get(REQUIRED, false) || view.has(INITIAL),
                        view.get(PERSONAL).orElse(null),
                        view.get(HELP).orElse(null),
                        view.get(SET_BY).orElse(null),
                        view.get(INITIAL).map(Scalar::text).orElse(null)));
    }

    /// What is left to others must begin somehow.
    private void checkReserved() {
        boolean reserved = view.has(SET_BY);
        boolean begins = view.has(INITIAL);
        if (reserved && !begins && view.get(REQUIRED, false)) {
            findings.report(RESERVED_REQUIRED
                    .at(view.keyAt(REQUIRED))
                    .with("field", id)
                    .other(view.keyAt(SET_BY)));
        }
        if (begins && !reserved) findings.report(INITIAL_NOT_RESERVED.at(view.keyAt(INITIAL)).with("field", id));
        List<String> values = view.get(VALUES, Map.of()).keySet().stream().map(Scalar::text).toList();
        view.get(INITIAL).filter(initial -> view.has(VALUES) && !view.broken(VALUES)).ifPresent(initial -> {
            if (values.contains(initial.text())) return;
            findings.report(UNKNOWN_INITIAL
                    .at(initial.span())
                    .with("word", initial.text())
                    .with("members", Members.of(values, initial.text()))
                    .with("meant", Members.meant(initial.text(), values)));
        });
    }

    private boolean brokenTypeKey(String key) {
        return switch (key) {
            case "unit" -> view.broken(MEASURE);
            case "values" -> view.broken(VALUES);
            default -> false;
        };
    }

    private Optional<FieldType> type() {
        return switch (view.get(TYPE, "")) {
            case "text" ->
                Optional.of(new FieldType.TextType(
                        view.get(MAX_LENGTH, 200),
                        view.get(PATTERN).map(p -> p.pattern()).orElse(null)));
            case "integer" -> {
                Optional<Long> least = view.get(LEAST_WHOLE);
                Optional<Long> most = view.get(MOST_WHOLE);
                checkLimits(LEAST_WHOLE, least.map(BigDecimal::valueOf), MOST_WHOLE, most.map(BigDecimal::valueOf));
                yield Optional.of(
                        new FieldType.IntegerType(view.get(MEASURE, PURE), least.orElse(null), most.orElse(null)));
            }
            case "decimal" -> Optional.of(decimal());
            case "boolean" -> Optional.of(new FieldType.BooleanType());
            case "date" -> Optional.of(new FieldType.DateType(view.get(LATEST).isPresent()));
            case "moment" -> Optional.of(new FieldType.MomentType());
            case "enumeration" -> view.has(VALUES) ? Optional.of(enumeration()) : Optional.empty();
            case "unit" ->
                Optional.of(new FieldType.UnitType(
                        view.get(KINDS, List.of()).stream().map(Listed::value).collect(Collectors.toSet())));
            case "reference" ->
                view.get(ENTITY)
                        .flatMap(name ->
                                world.references().resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, findings))
                        .map(FieldType.ReferenceType::new);
            case "point" -> Optional.of(new FieldType.PointType(view.get(DATUM, "CGCS2000")));
            case "commitment" -> Optional.of(new FieldType.CommitmentType());
            default -> Optional.empty();
        };
    }

    private FieldType decimal() {
        int digits = view.get(DIGITS, 18);
        int decimals = view.get(DECIMALS, 2);
        if (decimals > digits) {
            findings.report(DECIMALS_ABOVE_DIGITS
                    .at(view.at(DECIMALS))
                    .with("decimals", decimals)
                    .with("digits", digits)
                    .other(view.at(DIGITS)));
        }
        Optional<BigDecimal> least = view.get(LEAST);
        Optional<BigDecimal> most = view.get(MOST);
        checkLimits(LEAST, least, MOST, most);
        checkPrecision(LEAST, least, decimals);
        checkPrecision(MOST, most, decimals);
        return new FieldType.DecimalType(
                Math.max(digits, decimals), decimals, view.get(MEASURE, PURE), least.orElse(null), most.orElse(null));
    }

    private void checkLimits(Key<?> least, Optional<BigDecimal> from, Key<?> most, Optional<BigDecimal> to) {
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            findings.report(LEAST_ABOVE_MOST
                    .at(view.at(least))
                    .with("least", from.get().toPlainString())
                    .with("most", to.get().toPlainString())
                    .other(view.at(most)));
        }
    }

    private void checkPrecision(Key<?> key, Optional<BigDecimal> limit, int decimals) {
        if (limit.isPresent() && limit.get().stripTrailingZeros().scale() > decimals) {
            findings.report(LIMIT_TOO_PRECISE
                    .at(view.at(key))
                    .with("limit", limit.get().toPlainString())
                    .with("decimals", decimals));
        }
    }

    private FieldType enumeration() {
        List<EnumerationValue> values = view.get(VALUES, Map.of()).entrySet().stream()
                .map(e -> new EnumerationValue(e.getKey().text(), e.getValue().value()))
                .toList();
        if (values.size() == 1) findings.report(ONE_VALUE.at(view.keyAt(VALUES)));
        return new FieldType.EnumerationType(values);
    }
}
