package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.SampleForm.AFTER;
import static org.luoshi.compiler.internal.form.SampleForm.CHANCE;
import static org.luoshi.compiler.internal.form.SampleForm.CORRECTED;
import static org.luoshi.compiler.internal.form.SampleForm.CORRECTED_FIELD;
import static org.luoshi.compiler.internal.form.SampleForm.COUNT;
import static org.luoshi.compiler.internal.form.SampleForm.DAYS;
import static org.luoshi.compiler.internal.form.SampleForm.DRIFT;
import static org.luoshi.compiler.internal.form.SampleForm.EACH;
import static org.luoshi.compiler.internal.form.SampleForm.ENTITY;
import static org.luoshi.compiler.internal.form.SampleForm.FIELDS;
import static org.luoshi.compiler.internal.form.SampleForm.FROM;
import static org.luoshi.compiler.internal.form.SampleForm.IMPERFECTIONS;
import static org.luoshi.compiler.internal.form.SampleForm.LATE;
import static org.luoshi.compiler.internal.form.SampleForm.LEAST;
import static org.luoshi.compiler.internal.form.SampleForm.MISSING;
import static org.luoshi.compiler.internal.form.SampleForm.MOST;
import static org.luoshi.compiler.internal.form.SampleForm.PACE;
import static org.luoshi.compiler.internal.form.SampleForm.PART;
import static org.luoshi.compiler.internal.form.SampleForm.PER;
import static org.luoshi.compiler.internal.form.SampleForm.ROWS;
import static org.luoshi.compiler.internal.form.SampleForm.SEED;
import static org.luoshi.compiler.internal.form.SampleForm.SET;
import static org.luoshi.compiler.internal.form.SampleForm.SPAN_LEAST;
import static org.luoshi.compiler.internal.form.SampleForm.SPAN_MOST;
import static org.luoshi.compiler.internal.form.SampleForm.STEP;
import static org.luoshi.compiler.internal.form.SampleForm.STEPS;
import static org.luoshi.compiler.internal.form.SampleForm.TITLE;
import static org.luoshi.compiler.internal.form.SampleForm.TO;
import static org.luoshi.compiler.internal.form.SampleForm.VARIANTS;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.LEAST_ABOVE_MOST;
import static org.luoshi.compiler.internal.mistake.TestMistakes.ENDS_BEFORE;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NOT_TWO;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_ROWS;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_SUCH_STEP;
import static org.luoshi.compiler.internal.mistake.TestMistakes.REQUIRED_NOT_SAMPLED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.Sample;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.Sample.Span;

/// One sample: the life of a typical synthetic record.
final class SampleBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final Named named;
    private final SampleRules rules;

    SampleBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.named = new Named(world, draft);
        this.rules = new SampleRules(world, named);
    }

    Sample bind() {
        Optional<World.BoundEntity> entity = view.get(ENTITY).flatMap(named::entity);
        LocalDate from = view.get(FROM, LocalDate.EPOCH);
        LocalDate to = view.get(TO, LocalDate.EPOCH);
        if (view.get(FROM).isPresent() && view.get(TO).isPresent() && to.isBefore(from)) {
            findings.report(ENDS_BEFORE
                    .at(view.at(TO))
                    .with("from", from)
                    .with("to", to)
                    .other(view.at(FROM)));
        }
        Map<String, SampleValue> fields = rules.settings(entity, view.get(FIELDS, Map.of()));
        List<Sample.Step> steps = new ArrayList<>();
        Set<String> first = new HashSet<>();
        view.get(FIELDS, Map.of()).keySet().forEach(k -> first.add(k.text()));
        for (Listed<View> listed : view.get(STEPS, List.of())) {
            View step = listed.value();
            if (steps.isEmpty()) step.get(SET, Map.of()).keySet().forEach(k -> first.add(k.text()));
            steps.add(new Sample.Step(
                    rules.two(step, AFTER),
                    step.get(CHANCE, BigDecimal.ONE).doubleValue(),
                    rules.settings(entity, step.get(SET, Map.of()))));
        }
        if (view.whole()) entity.ifPresent(e -> checkRequired(e, first));
        return new Sample(
                new QualifiedId(draft.id(), file.name()),
                view.get(TITLE, Text.EMPTY),
                entity.map(e -> e.entity().id()).orElse(new QualifiedId(draft.id(), "?")),
                view.get(SEED, 0L),
                from,
                to,
                rows(),
                span(PACE, 1),
                span(DRIFT, 0),
                fields,
                steps,
                imperfections(entity, steps.size()));
    }

    private Sample.Rows rows() {
        Optional<View> rows = view.get(ROWS);
        if (rows.isEmpty()) return new Sample.Rows(Set.of(), 0, 0, Map.of(), false);
        View written = rows.get();
        boolean perKind = written.has(PER) && written.has(MOST);
        if (!perKind && !written.has(COUNT) && !written.has(EACH)) findings.report(NO_ROWS.at(view.keyAt(ROWS)));
        int least = written.get(LEAST, 0);
        int most = written.get(MOST, 0);
        if (written.has(LEAST) && written.get(MOST).isPresent() && least > most) {
            findings.report(LEAST_ABOVE_MOST
                    .at(written.at(LEAST))
                    .with("least", least)
                    .with("most", most)
                    .other(written.at(MOST)));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        written.get(COUNT, Map.of()).forEach((unit, count) -> {
            if (world.unit(unit).isPresent()) counts.put(unit.text(), count.value());
        });
        return new Sample.Rows(
                written.get(PER, List.of()).stream().map(Listed::value).collect(Collectors.toSet()),
                Math.min(least, most),
                most,
                counts,
                written.has(EACH));
    }

    private Span span(Key<View> key, double otherwise) {
        Optional<View> written = view.get(key).filter(View::whole);
        if (written.isEmpty()) return new Span(otherwise, otherwise);
        BigDecimal least = written.get().get(SPAN_LEAST, BigDecimal.ZERO);
        BigDecimal most = written.get().get(SPAN_MOST, BigDecimal.ZERO);
        return rules.span(least, most, written.get().at(SPAN_LEAST), written.get().at(SPAN_MOST));
    }

    /// A record is made at the first step; the unit is given by the sample itself.
    private void checkRequired(World.BoundEntity entity, Set<String> first) {
        for (Field field : entity.entity().fields()) {
            if (!field.required()
                    || field.initial() != null
                    || first.contains(field.id())
                    || field.id().equals(entity.entity().unit())) continue;
            findings.report(REQUIRED_NOT_SAMPLED
                    .at(view.keyAt(FIELDS))
                    .with("field", field.id())
                    .other(entity.at(field.id())));
        }
    }

    private Sample.Imperfections imperfections(Optional<World.BoundEntity> entity, int steps) {
        Optional<View> written = view.get(IMPERFECTIONS);
        if (written.isEmpty()) return Sample.Imperfections.NONE;
        Sample.Late late = written.get()
                .get(LATE)
                .map(v -> new Sample.Late(share(v), rules.two(v, DAYS)))
                .orElse(null);
        Sample.Corrected corrected = written.get()
                .get(CORRECTED)
                .map(v -> {
                    v.get(CORRECTED_FIELD).ifPresent(f -> entity.ifPresent(e -> named.field(e, f)));
                    return new Sample.Corrected(
                            share(v), v.get(CORRECTED_FIELD).map(Scalar::text).orElse(""), rules.two(v, DAYS), rules.two(v, AFTER));
                })
                .orElse(null);
        List<Sample.Variant> variants = new ArrayList<>();
        for (Listed<View> listed : written.get().get(VARIANTS, List.of())) {
            View variant = listed.value();
            int step = variant.get(STEP, 1);
            if (step > steps && steps > 0) {
                findings.report(
                        NO_SUCH_STEP.at(variant.at(STEP)).with("step", step).with("count", steps));
            }
            variants.add(new Sample.Variant(share(variant), step, rules.settings(entity, variant.get(SET, Map.of()))));
        }
        double missing = written.get().get(MISSING).map(SampleBinder::share).orElse(0.0);
        return new Sample.Imperfections(late, missing, corrected, variants);
    }

    private static double share(View view) {
        return view.get(PART, BigDecimal.ZERO).doubleValue();
    }
}
