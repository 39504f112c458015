package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.AGAIN;
import static org.luoshi.compiler.internal.form.ProcessForm.CLOCKS;
import static org.luoshi.compiler.internal.form.ProcessForm.CLOCK_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.EXPIRES;
import static org.luoshi.compiler.internal.form.ProcessForm.PROFILE;
import static org.luoshi.compiler.internal.form.ProcessForm.PROMISED;
import static org.luoshi.compiler.internal.form.ProcessForm.RESUMES;
import static org.luoshi.compiler.internal.form.ProcessForm.STARTS;
import static org.luoshi.compiler.internal.form.ProcessForm.STOPS;
import static org.luoshi.compiler.internal.form.ProcessForm.SUSPENDS;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.EXPIRY_NEEDS;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.PROMISE_TOO_LONG;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNKNOWN_CAUSE;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNKNOWN_CLOCK;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNKNOWN_EVENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.ClockForm;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.clock.Cited;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.ClockTerms;
import org.luoshi.kernel.clock.LegalBasis;
import org.luoshi.kernel.clock.Limit;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;

/// The clocks of one process.
final class ProcessClocks {

    private final World world;
    private final Draft draft;
    private final List<Step> steps;
    private final Map<String, Trigger> events = new LinkedHashMap<>();

    /// @param events everything that can happen in the process
    ProcessClocks(World world, Draft draft, List<Step> steps, List<Trigger> events) {
        this.world = world;
        this.draft = draft;
        this.steps = steps;
        events.forEach(event -> this.events.put(event.written(), event));
    }

    List<CaseClock> bind(View process) {
        List<CaseClock> clocks = new ArrayList<>();
        process.get(CLOCKS, Map.of())
                .forEach((id, clock) -> clock(id.text(), clock.value()).ifPresent(clocks::add));
        return clocks;
    }

    private Optional<CaseClock> clock(String id, View clock) {
        Optional<World.BoundClock> profile = clock.get(PROFILE)
                .flatMap(name -> world.references().resolve(draft, name, ClockForm.CONSTRUCT, UNKNOWN_CLOCK, world.findings()))
                .map(found -> world.clocks().get(found));
        Optional<Trigger> starts = clock.get(STARTS).flatMap(this::event);
        Set<Trigger> stops = events(clock.get(STOPS, List.of()));
        Set<Trigger> resumes = events(clock.get(RESUMES, List.of()));
        Map<Trigger, String> suspends = new LinkedHashMap<>();
        clock.get(SUSPENDS, Map.of()).forEach((name, cause) -> {
            Optional<Trigger> event = event(name);
            boolean known = profile.isEmpty() || knows(profile.get(), cause.value());
            if (event.isPresent() && known) suspends.put(event.get(), cause.value().text());
        });
        Optional<Trigger.Acted> expiry = clock.get(EXPIRES).flatMap(this::expiry);
        if (profile.isEmpty() || profile.get().terms().isEmpty() || starts.isEmpty() || stops.isEmpty())
            return Optional.empty();
        World.BoundClock by = profile.get();
        List<ClockTerms> terms = by.terms().stream().map(t -> promising(t, clock, by)).toList();
        ClockDefinition definition = new ClockDefinition(
                id,
                clock.get(CLOCK_TITLE).orElse(by.title()),
                by.holder(),
                starts.get().written(),
                stops.stream().map(Trigger::written).collect(Collectors.toSet()),
                terms);
        return Optional.of(new CaseClock(definition, starts.get(), stops, suspends, resumes, expiry, clock.get(AGAIN, false)));
    }

    /// What happens by itself must need nobody to fill anything in.
    private Optional<Trigger.Acted> expiry(Scalar name) {
        if (!(event(name).orElse(null) instanceof Trigger.Acted acted)) return Optional.empty();
        boolean needs = steps.stream()
                .filter(step -> step.id().equals(acted.step()))
                .flatMap(step -> step.action(acted.action()).stream())
                .anyMatch(action -> !action.needed().isEmpty() || !action.attached().isEmpty());
        if (needs) world.findings().report(EXPIRY_NEEDS.at(name.span()).with("event", name.text()));
        return Optional.of(acted);
    }

    private ClockTerms promising(ClockTerms terms, View clock, World.BoundClock profile) {
        @Nullable Integer days = clock.get(PROMISED).orElse(null);
        if (days == null) return terms;
        Limit promise = new Limit(days, terms.legal().value().count());
        if (ClockTerms.exceeds(promise, terms.legal().value())) {
            world.findings()
                    .report(PROMISE_TOO_LONG
                            .at(clock.at(PROMISED))
                            .with("promised", days)
                            .with("legal", terms.legal().value().days())
                            .other(profile.view().at(ClockForm.TERMS)));
            return terms;
        }
        return terms.promising(new Cited<>(
                promise,
                new LegalBasis(new Text("承诺", "Promise"), draft.manifest().flatMap(m -> m.get(ManifestForm.TITLE)).orElse(Text.EMPTY), true)));
    }

    private boolean knows(World.BoundClock profile, Scalar cause) {
        Set<String> known = profile.terms().stream()
                .flatMap(t -> t.causes().stream())
                .map(SuspensionCause::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (known.contains(cause.text()) || profile.terms().isEmpty()) return true;
        world.findings()
                .report(UNKNOWN_CAUSE
                        .at(cause.span())
                        .with("clock", profile.file().name())
                        .with("name", cause.text())
                        .with("members", Members.of(known, cause.text()))
                        .with("meant", Members.meant(cause.text(), known))
                        .other(profile.view().at(ClockForm.TERMS)));
        return false;
    }

    private Set<Trigger> events(List<Listed<Scalar>> names) {
        Set<Trigger> found = new LinkedHashSet<>();
        names.forEach(name -> event(name.value()).ifPresent(found::add));
        return found;
    }

    private Optional<Trigger> event(Scalar name) {
        Trigger event = events.get(name.text());
        if (event == null) {
            world.findings()
                    .report(UNKNOWN_EVENT
                            .at(name.span())
                            .with("name", name.text())
                            .with("members", Members.of(events.keySet(), name.text()))
                            .with("meant", Members.meant(name.text(), events.keySet())));
        }
        return Optional.ofNullable(event);
    }
}
