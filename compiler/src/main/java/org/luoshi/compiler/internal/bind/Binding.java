package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.PackMistakes.SAMPLES_NOT_LABELLED;
import static org.luoshi.compiler.internal.mistake.PackMistakes.UNUSED_DEPENDENCY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.CaseSampleForm;
import org.luoshi.compiler.internal.form.BriefingForm;
import org.luoshi.compiler.internal.form.CityForms;
import org.luoshi.compiler.internal.form.ClockForm;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.DashboardForm;
import org.luoshi.compiler.internal.form.DecisionForm;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.form.ObservedForm;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.form.QualityForm;
import org.luoshi.compiler.internal.form.SampleForm;
import org.luoshi.compiler.internal.form.StatusForm;
import org.luoshi.compiler.internal.form.TestForm;
import org.luoshi.compiler.internal.form.WarningForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.City;
import org.luoshi.pack.Pack;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.pack.process.ProcessDefinition;

/// Names resolved and models built, in the order in which they need each other.
final class Binding {

    private final World world;

    Binding(World world) {
        this.world = world;
    }

    Findings findings() {
        return world.findings();
    }

    /// The packs; of use only if no error was found anywhere.
    List<Pack> bind() {
        Map<String, UnitBinder> units = new HashMap<>();
        Map<String, List<CalendarEdition>> calendars = new HashMap<>();
        for (Draft draft : world.packs().values()) {
            FileReading.refuseCityFiles(draft, world.findings());
            if (draft.isCity()) {
                UnitBinder binder = new UnitBinder(world, draft);
                binder.bind();
                units.put(draft.id(), binder);
                List<CalendarEdition> editions = new CalendarBinder(world, draft).bind();
                calendars.put(draft.id(), editions);
                if (!draft.files(CityForms.Calendars.CONSTRUCT).isEmpty()) world.calendar(editions);
            }
        }
        each(EntityForm.CONSTRUCT, (draft, file, view) -> new EntityBinder(world, draft, file, view).bind());
        new ConstraintBinder(world).bind();
        each(ObservedForm.CONSTRUCT, (draft, file, view) -> new ObservedBinder(world, draft, file, view).bind());
        each(ClockForm.CONSTRUCT, (draft, file, view) -> new ClockBinder(world, draft, file, view).bind());
        each(DecisionForm.CONSTRUCT, (draft, file, view) -> new DecisionBinder(world, draft, file, view).bind());
        each(ProcessForm.CONSTRUCT, (draft, file, view) -> new ProcessBinder(world, draft, file, view).bind());
        new ProcessesTogether(world).check();
        each(IndicatorForm.CONSTRUCT, (draft, file, view) -> new IndicatorBinder(world, draft, file, view).bind());
        new DerivedIndicators(world).check();
        each(StatusForm.CONSTRUCT, (draft, file, view) -> new StatusBinder(world, draft, file, view).bind());
        List<Pack> packs = new ArrayList<>();
        for (Draft draft : world.packs().values()) packs.add(pack(draft, units.get(draft.id()), calendars.getOrDefault(draft.id(), List.of())));
        world.checkNamed();
        return packs;
    }

    private Pack pack(Draft draft, @Nullable UnitBinder units, List<CalendarEdition> calendars) {
        var dashboards = made(draft, DashboardForm.CONSTRUCT, new DashboardBinder(world, draft)::bind);
        var briefings = made(draft, BriefingForm.CONSTRUCT, new BriefingBinder(world, draft)::bind);
        var quality =
                made(draft, QualityForm.CONSTRUCT, (file, view) -> new QualityBinder(world, draft, file, view).bind());
        Monitoring monitoring = new Monitoring(
                of(draft, world.properties()).map(World.BoundProperty::property).toList(),
                made(draft, WarningForm.CONSTRUCT, (file, view) -> new WarningBinder(world, draft, file, view).bind()).stream()
                        .flatMap(Optional::stream)
                        .toList());
        var samples =
                made(draft, SampleForm.CONSTRUCT, (file, view) -> new SampleBinder(world, draft, file, view).bind());
        var caseSamples = made(
                draft, CaseSampleForm.CONSTRUCT, (file, view) -> new CaseSampleBinder(world, draft, file, view).bind());
        var tests = made(draft, TestForm.CONSTRUCT, (file, view) -> new TestBinder(world, draft, file, view).bind());
        City city = units == null
                ? null
                : new City(
                        units.units(),
                        units.parents(),
                        units.successions(),
                        units.sources(),
                        calendars,
                        new MapBinder(world, draft).bind(),
                        new PlanBinder(world, draft).bind(),
                        new ClassBinder(world, draft).bind());
        checkManifest(draft);
        Map<String, String> depends = new LinkedHashMap<>();
        draft.manifest()
                .flatMap(m -> m.get(ManifestForm.DEPENDS))
                .ifPresent(d -> d.forEach(
                        (name, range) -> depends.put(name.text(), range.value().written())));
        return new Pack(
                draft.id(),
                draft.manifest().flatMap(m -> m.get(ManifestForm.TITLE)).orElse(Text.EMPTY),
                draft.manifest().flatMap(m -> m.get(ManifestForm.SUMMARY)).orElse(Text.EMPTY),
                draft.manifest()
                        .flatMap(m -> m.get(ManifestForm.VERSION))
                        .map(Object::toString)
                        .orElse(""),
                draft.digest(),
                depends,
                draft.manifest().flatMap(m -> m.get(ManifestForm.SYNTHETIC)).orElse(false),
                of(draft, world.entities()).map(World.BoundEntity::entity).toList(),
                of(draft, world.indicators())
                        .flatMap(i -> i.indicator().stream())
                        .toList(),
                of(draft, world.rules()).toList(),
                dashboards,
                briefings,
                processes(draft).toList(),
                quality.stream().flatMap(Optional::stream).toList(),
                monitoring,
                samples,
                caseSamples,
                tests,
                city);
    }

    private Stream<ProcessDefinition> processes(Draft draft) {
        return of(draft, world.processes()).flatMap(p -> p.definition().stream());
    }

    private void checkManifest(Draft draft) {
        View manifest = draft.manifest().orElse(null);
        if (manifest == null) return;
        boolean sampled = !draft.files(SampleForm.CONSTRUCT).isEmpty() || !draft.files(CaseSampleForm.CONSTRUCT).isEmpty();
        if (sampled
                && !manifest.get(ManifestForm.SYNTHETIC, false)
                && !manifest.broken(ManifestForm.SYNTHETIC)) {
            world.findings()
                    .report(SAMPLES_NOT_LABELLED.at(
                            manifest.has(ManifestForm.SYNTHETIC)
                                    ? manifest.at(ManifestForm.SYNTHETIC)
                                    : draft.file(ManifestForm.CONSTRUCT)
                                            .orElseThrow()
                                            .whole()));
        }
        manifest.get(ManifestForm.DEPENDS, Map.of()).forEach((name, range) -> {
            boolean other =
                    world.packs().containsKey(name.text()) && !name.text().equals(draft.id());
            if (other && !draft.used().contains(name.text())) {
                world.findings().report(UNUSED_DEPENDENCY.at(name.span()).with("pack", name.text()));
            }
        });
    }

    private static <T> Stream<T> of(Draft draft, Map<QualifiedId, T> things) {
        return things.entrySet().stream()
                .filter(e -> e.getKey().pack().equals(draft.id()))
                .map(Map.Entry::getValue);
    }

    private interface Step {
        void bind(Draft draft, ParsedFile file, View view);
    }

    private void each(Construct construct, Step step) {
        for (Draft draft : world.packs().values()) {
            for (ParsedFile file : draft.files(construct)) {
                file.view().ifPresent(view -> step.bind(draft, file, view));
            }
        }
    }

    private <T> List<T> made(Draft draft, Construct construct, BiFunction<ParsedFile, View, T> make) {
        List<T> made = new ArrayList<>();
        for (ParsedFile file : draft.files(construct)) {
            file.view().ifPresent(view -> made.add(make.apply(file, view)));
        }
        return made;
    }
}
