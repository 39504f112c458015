package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.TestForm.AS_OF;
import static org.luoshi.compiler.internal.form.TestForm.ENTITY;
import static org.luoshi.compiler.internal.form.TestForm.EXPECT;
import static org.luoshi.compiler.internal.form.TestForm.FIELD;
import static org.luoshi.compiler.internal.form.TestForm.GIVEN;
import static org.luoshi.compiler.internal.form.TestForm.INDICATOR;
import static org.luoshi.compiler.internal.form.TestForm.KNOWN_ON;
import static org.luoshi.compiler.internal.form.TestForm.PERIOD;
import static org.luoshi.compiler.internal.form.TestForm.REFUSED;
import static org.luoshi.compiler.internal.form.TestForm.SIMULATED;
import static org.luoshi.compiler.internal.form.TestForm.TITLE;
import static org.luoshi.compiler.internal.form.TestForm.UNIT;
import static org.luoshi.compiler.internal.form.TestForm.VALUE;
import static org.luoshi.compiler.internal.form.TestForm.VALUES;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_INDICATOR;
import static org.luoshi.compiler.internal.mistake.TestMistakes.EXPECTATION_INCOMPLETE;
import static org.luoshi.compiler.internal.mistake.TestMistakes.KNOWN_TOO_LATE;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_KNOWN_ON;
import static org.luoshi.compiler.internal.mistake.TestMistakes.PERIOD_KIND;
import static org.luoshi.compiler.internal.mistake.TestMistakes.REQUIRED_NOT_GIVEN;
import static org.luoshi.compiler.internal.mistake.TestMistakes.TWO_EXPECTATIONS;
import static org.luoshi.compiler.internal.mistake.TestMistakes.UNIT_KIND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Field;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.PackTest;
import org.luoshi.pack.PackTest.Expectation;
import org.luoshi.pack.PackTest.GivenRecord;
import org.luoshi.pack.QualifiedId;

/// One pack test: records and the figures expected of them.
final class TestBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final Named named;
    private @Nullable LocalDate earliest;

    TestBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.named = new Named(world, draft);
    }

    PackTest bind() {
        Map<QualifiedId, List<GivenRecord>> given = new LinkedHashMap<>();
        view.get(GIVEN, Map.of()).forEach((name, records) -> {
            Optional<World.BoundEntity> entity = named.entity(name);
            List<GivenRecord> known = new ArrayList<>();
            for (Listed<Map<Scalar, Listed<Scalar>>> record : records.value()) {
                entity.flatMap(e -> given(e, record)).ifPresent(known::add);
            }
            entity.ifPresent(e -> given.put(e.entity().id(), known));
        });
        List<Expectation> expected = new ArrayList<>();
        for (Listed<View> listed : view.get(EXPECT, List.of())) {
            expectation(listed.value()).ifPresent(expected::add);
        }
        return new PackTest(new QualifiedId(draft.id(), file.name()), view.get(TITLE, Text.EMPTY), view.get(SIMULATED, false), given, expected);
    }

    private Optional<GivenRecord> given(World.BoundEntity entity, Listed<Map<Scalar, Listed<Scalar>>> record) {
        Optional<Scalar> known = record.value().entrySet().stream()
                .filter(e -> e.getKey().text().equals(KNOWN_ON))
                .map(e -> e.getValue().value())
                .findFirst();
        Map<String, String> values = values(entity, record.value());
        requireFields(entity, values, record.span());
        if (known.isEmpty()) {
            findings.report(NO_KNOWN_ON.at(record.span()));
            return Optional.empty();
        }
        Optional<LocalDate> day = Days.DAY.read(known.get(), findings);
        day.ifPresent(d -> earliest = earliest == null || d.isBefore(earliest) ? d : earliest);
        return day.map(d -> new GivenRecord(d, values));
    }

    private Map<String, String> values(World.BoundEntity entity, Map<Scalar, Listed<Scalar>> record) {
        Map<String, String> values = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            if (name.text().equals(KNOWN_ON)) return;
            Optional<Field> field = named.field(entity, name);
            field.ifPresent(f -> new FieldValue(world).check(entity, f, value.value()));
            values.put(name.text(), value.value().text());
        });
        return values;
    }

    private void requireFields(World.BoundEntity entity, Map<String, String> values, Span at) {
        List<String> missing = entity.entity().fields().stream()
                .filter(Field::required)
                .map(Field::id)
                .filter(id -> !values.containsKey(id))
                .toList();
        if (!missing.isEmpty()) findings.report(REQUIRED_NOT_GIVEN.at(at).with("members", Members.list(missing)));
    }

    private Optional<Expectation> expectation(View expected) {
        List<Key<?>> figure = List.of(INDICATOR, UNIT, PERIOD, AS_OF, VALUE);
        boolean anyFigure = figure.stream().anyMatch(expected::has);
        if (expected.has(REFUSED)) {
            if (anyFigure) findings.report(TWO_EXPECTATIONS.at(expected.node().span()));
            return expected.get(REFUSED).flatMap(this::refusal);
        }
        List<String> missing =
                figure.stream().filter(k -> !expected.has(k)).map(Key::name).toList();
        if (!missing.isEmpty()) {
            findings.report(EXPECTATION_INCOMPLETE.at(expected.node().span()).with("members", Members.list(missing)));
        }
        return figure(expected);
    }

    private Optional<Expectation> refusal(View refused) {
        Optional<World.BoundEntity> entity = refused.get(ENTITY).flatMap(named::entity);
        if (entity.isEmpty()) return Optional.empty();
        refused.get(FIELD).ifPresent(f -> named.field(entity.get(), f));
        Map<String, String> values = new LinkedHashMap<>();
        // the record is meant to be refused, so its values need not fit
        refused.get(VALUES, Map.of()).forEach((name, value) -> {
            named.field(entity.get(), name);
            values.put(name.text(), value.value().text());
        });
        return Optional.of(new Expectation.Refusal(
                entity.get().entity().id(),
                values,
                refused.get(FIELD).map(Scalar::text).orElse("")));
    }

    private Optional<Expectation> figure(View expected) {
        Optional<QualifiedId> indicator = expected.get(INDICATOR)
                .flatMap(name ->
                        world.references().resolve(draft, name, IndicatorForm.CONSTRUCT, UNKNOWN_INDICATOR, findings));
        Optional<String> unit = expected.get(UNIT).flatMap(world::unit);
        Optional<Period> period = expected.get(PERIOD);
        Optional<LocalDate> asOf = expected.get(AS_OF);
        Optional<World.BoundIndicator> bound = indicator.map(world.indicators()::get);
        bound.flatMap(World.BoundIndicator::indicator)
                .ifPresent(i -> check(expected, i, bound.get().view(), unit, period));
        if (asOf.isPresent() && earliest != null && asOf.get().isBefore(earliest)) {
            findings.report(KNOWN_TOO_LATE.at(expected.at(AS_OF)).with("as_of", asOf.get()));
        }
        if (Stream.of(indicator, unit, period, asOf).anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(new Expectation.Figure(
                indicator.get(),
                unit.get(),
                period.get(),
                asOf.get(),
                expected.get(VALUE).flatMap(v -> v).orElse(null)));
    }

    private void check(
            View expected, Indicator indicator, View declared, Optional<String> unit, Optional<Period> period) {
        if (period.isPresent() && period.get().kind() != indicator.period()) {
            findings.report(PERIOD_KIND
                    .at(expected.at(PERIOD))
                    .with("indicator", indicator.id().name())
                    .with("theirs", indicator.period().label())
                    .with("period", period.get().id())
                    .with("ours", period.get().kind().label())
                    .other(declared.at(IndicatorForm.PER)));
        }
        Optional<Unit> known = unit.flatMap(world::unit);
        if (known.isPresent() && !indicator.per().contains(known.get().kind())) {
            findings.report(UNIT_KIND
                    .at(expected.at(UNIT))
                    .with("indicator", indicator.id().name())
                    .with("unit", known.get().id())
                    .with("kind", known.get().kind().label())
                    .other(declared.at(IndicatorForm.PER)));
        }
    }
}
