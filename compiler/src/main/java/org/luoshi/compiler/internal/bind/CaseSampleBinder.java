package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.CaseSampleForm.AFTER;
import static org.luoshi.compiler.internal.form.CaseSampleForm.CASES;
import static org.luoshi.compiler.internal.form.CaseSampleForm.CHOOSE;
import static org.luoshi.compiler.internal.form.CaseSampleForm.FIELDS;
import static org.luoshi.compiler.internal.form.CaseSampleForm.FROM;
import static org.luoshi.compiler.internal.form.CaseSampleForm.IMPERFECTIONS;
import static org.luoshi.compiler.internal.form.CaseSampleForm.KINDS;
import static org.luoshi.compiler.internal.form.CaseSampleForm.KIND_SET;
import static org.luoshi.compiler.internal.form.CaseSampleForm.LATE;
import static org.luoshi.compiler.internal.form.CaseSampleForm.PROCESS;
import static org.luoshi.compiler.internal.form.CaseSampleForm.RETURNED;
import static org.luoshi.compiler.internal.form.CaseSampleForm.SEED;
import static org.luoshi.compiler.internal.form.CaseSampleForm.SET;
import static org.luoshi.compiler.internal.form.CaseSampleForm.STEPS;
import static org.luoshi.compiler.internal.form.CaseSampleForm.SUSPENDED;
import static org.luoshi.compiler.internal.form.CaseSampleForm.TITLE;
import static org.luoshi.compiler.internal.form.CaseSampleForm.TO;
import static org.luoshi.compiler.internal.form.CaseSampleForm.WEIGHT;
import static org.luoshi.compiler.internal.form.CaseSampleForm.WITHDRAWN;
import static org.luoshi.compiler.internal.form.SampleForm.DAYS;
import static org.luoshi.compiler.internal.form.SampleForm.PART;
import static org.luoshi.compiler.internal.mistake.TestMistakes.ENDS_BEFORE;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_SUCH_CASE_ACTION;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_SUCH_CASE_STEP;
import static org.luoshi.compiler.internal.mistake.TestMistakes.NO_SUCH_PROCESS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.CaseSample;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.Sample;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;

/// Synthetic cases of one process.
final class CaseSampleBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final SampleRules rules;

    CaseSampleBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.rules = new SampleRules(world, new Named(world, draft));
    }

    CaseSample bind() {
        Optional<ProcessDefinition> process = view.get(PROCESS)
                .flatMap(name ->
                        world.references().resolve(draft, name, ProcessForm.CONSTRUCT, NO_SUCH_PROCESS, findings))
                .flatMap(id -> Optional.ofNullable(world.processes().get(id)))
                .flatMap(World.BoundProcess::definition);
        Optional<World.BoundEntity> content = process.map(p -> world.entities().get(p.content()));
        LocalDate from = view.get(FROM, LocalDate.EPOCH);
        LocalDate to = view.get(TO, LocalDate.EPOCH);
        if (view.get(FROM).isPresent() && view.get(TO).isPresent() && to.isBefore(from)) {
            findings.report(ENDS_BEFORE.at(view.at(TO)).with("from", from).with("to", to).other(view.at(FROM)));
        }
        List<CaseSample.Kind> kinds = new ArrayList<>();
        for (Listed<View> kind : view.get(KINDS, List.of())) {
            kinds.add(new CaseSample.Kind(kind.value().get(WEIGHT, 1), settings(content, kind.value(), KIND_SET)));
        }
        Map<String, CaseSample.Step> steps = new LinkedHashMap<>();
        view.get(STEPS, Map.of()).forEach((name, listed) -> {
            Optional<Step> declared = process.flatMap(p -> step(p, name));
            View step = listed.value();
            Map<String, Integer> choose = new LinkedHashMap<>();
            step.get(CHOOSE, Map.of()).forEach((action, weight) -> {
                declared.ifPresent(d -> checkAction(d, action));
                choose.put(action.text(), weight.value());
            });
            steps.put(name.text(), new CaseSample.Step(rules.two(step, AFTER), choose, settings(content, step, SET)));
        });
        return new CaseSample(
                new QualifiedId(draft.id(), file.name()),
                view.get(TITLE, Text.EMPTY),
                process.map(ProcessDefinition::id).orElse(new QualifiedId(draft.id(), "?")),
                view.get(SEED, 0L),
                from,
                to,
                view.get(CASES, 1),
                settings(content, view, FIELDS),
                kinds,
                steps,
                troubles());
    }

    private CaseSample.Troubles troubles() {
        Optional<View> written = view.get(IMPERFECTIONS);
        if (written.isEmpty()) return new CaseSample.Troubles(null, null, 0, 0);
        View troubles = written.get();
        return new CaseSample.Troubles(
                late(troubles, LATE), late(troubles, SUSPENDED), share(troubles, RETURNED), share(troubles, WITHDRAWN));
    }

    private Sample.@Nullable Late late(View troubles, Key<View> key) {
        return troubles.get(key)
                .map(view -> new Sample.Late(view.get(PART, BigDecimal.ZERO).doubleValue(), rules.two(view, DAYS)))
                .orElse(null);
    }

    private static double share(View troubles, Key<View> key) {
        return troubles.get(key)
                .flatMap(view -> view.get(PART))
                .map(BigDecimal::doubleValue)
                .orElse(0.0);
    }

    private Optional<Step> step(ProcessDefinition process, Scalar name) {
        Optional<Step> step = process.step(name.text());
        if (step.isEmpty()) {
            List<String> known = process.steps().stream().map(Step::id).toList();
            findings.report(NO_SUCH_CASE_STEP
                    .at(name.span())
                    .with("process", process.id().name())
                    .with("name", name.text())
                    .with("members", Members.of(known, name.text()))
                    .with("meant", Members.meant(name.text(), known)));
        }
        return step;
    }

    private void checkAction(Step step, Scalar name) {
        List<String> known =
                step.actions().stream().filter(a -> !a.automatic()).map(Action::id).toList();
        if (known.contains(name.text())) return;
        findings.report(NO_SUCH_CASE_ACTION
                .at(name.span())
                .with("step", step.id())
                .with("name", name.text())
                .with("members", Members.of(known, name.text()))
                .with("meant", Members.meant(name.text(), known)));
    }

    private Map<String, SampleValue> settings(
            Optional<World.BoundEntity> content, View owner, Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> key) {
        return rules.settings(content, owner.get(key, Map.of()));
    }
}
