package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.WayMistakes.CIRCLE_WITHOUT_STEP;
import static org.luoshi.compiler.internal.mistake.WayMistakes.CLOCK_HELD_UP;
import static org.luoshi.compiler.internal.mistake.WayMistakes.CLOCK_NEVER_STOPPED;
import static org.luoshi.compiler.internal.mistake.WayMistakes.FLOW_NEVER_TAKEN;
import static org.luoshi.compiler.internal.mistake.WayMistakes.NOBODY_CAN;
import static org.luoshi.compiler.internal.mistake.WayMistakes.NO_UNIT_OF_KIND;
import static org.luoshi.compiler.internal.mistake.WayMistakes.RECUSED_ALWAYS;
import static org.luoshi.compiler.internal.mistake.WayMistakes.STARTS_AGAIN;
import static org.luoshi.compiler.internal.mistake.WayMistakes.UNIT_NEVER_ASKED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.compiler.internal.bpmn.BpmnFile;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.way.Hand;
import org.luoshi.compiler.internal.way.Passage;
import org.luoshi.compiler.internal.way.Standing;
import org.luoshi.compiler.internal.way.Token;
import org.luoshi.compiler.internal.way.Ways;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.CaseRole;
import org.luoshi.pack.process.Flow;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;

/// A process that fits together, tried on every way that a case can take: can each step be done, does each clock stop?
final class ProcessWays {

    private final World world;
    private final Findings findings;
    private final ProcessDefinition process;
    private final View view;
    private final BpmnFile drawn;
    private final World.BoundEntity content;

    ProcessWays(World world, ProcessDefinition process, View view, BpmnFile drawn, World.BoundEntity content) {
        this.world = world;
        this.findings = world.findings();
        this.process = process;
        this.view = view;
        this.drawn = drawn;
        this.content = content;
    }

    void check() {
        checkRecusal();
        checkUnits();
        Set<String> circle = Ways.circle(process.graph());
        circle.forEach(id -> findings.report(CIRCLE_WITHOUT_STEP.at(element(id)).with("id", id)));
        Ways.of(process).ifPresent(ways -> {
            checkClocks(ways);
            checkDoable(ways);
            checkFlows(ways);
        });
    }

    /// An applicant is one account: barred from a step, nobody could do it.
    private void checkRecusal() {
        for (Step step : process.steps()) {
            if (!step.roles().stream().allMatch(this::isApplicant)) continue;
            for (Listed<Scalar> other : step(step.id()).get(ProcessForm.NOT_BY, List.of())) {
                boolean same = process.step(other.value().text()).stream()
                        .anyMatch(s -> s.roles().stream().allMatch(this::isApplicant));
                if (!same) continue;
                findings.report(RECUSED_ALWAYS
                        .at(other.span())
                        .with("step", step.id())
                        .with("before", other.value().text())
                        .other(element(step.id())));
            }
        }
    }

    private boolean isApplicant(String role) {
        return process.role(role).isApplicant();
    }

    /// A field that names units of kinds that the city does not have names nobody.
    private void checkUnits() {
        Entity entity = content.entity();
        for (CaseRole role : process.roles()) {
            String field = role.unitField();
            if (field == null || !(entity.require(field).type() instanceof UnitType(Set<UnitKind> kinds))) continue;
            if (kinds.isEmpty() || world.hasUnitOf(kinds)) continue;
            findings.report(NO_UNIT_OF_KIND
                    .at(role(role.id()).at(ProcessForm.UNIT_FIELD))
                    .with("role", role.id())
                    .with("kinds", Members.list(kinds.stream().map(UnitKind::id).sorted().toList()))
                    .other(content.at(field)));
        }
    }

    private void checkClocks(Ways ways) {
        for (CaseClock clock : process.clocks()) {
            View declared = clock(clock.id());
            ways.passages().stream()
                    .filter(passage -> passage.to().over() && runs(passage.to(), clock))
                    .findFirst()
                    .ifPresent(passage -> findings.report(CLOCK_NEVER_STOPPED
                            .at(declared.at(ProcessForm.STOPS))
                            .with("clock", clock.id())
                            .with("start", clock.starts().written())
                            .with("end", passage.ends().getLast())
                            .with("way", way(ways, passage))
                            .other(element(passage.ends().getLast()))));
            ways.passages().stream()
                    .filter(passage -> passage.heldUp().contains(clock.id()))
                    .findFirst()
                    .ifPresent(passage -> findings.report(CLOCK_HELD_UP
                            .at(declared.at(ProcessForm.SUSPENDS))
                            .with("clock", clock.id())
                            .with("event", passage.by().written())
                            .with("way", way(ways, passage))));
            checkAgain(ways, clock, declared);
        }
    }

    /// A limit that starts over must not be lost without a word.
    private void checkAgain(Ways ways, CaseClock clock, View declared) {
        if (declared.has(ProcessForm.AGAIN)) return;
        ways.passages().stream()
                .filter(passage -> passage.restarted().contains(clock.id()))
                .findFirst()
                .ifPresent(passage -> findings.report(STARTS_AGAIN
                        .at(declared.at(ProcessForm.STARTS))
                        .with("clock", clock.id())
                        .with("start", clock.starts().written())
                        .with("way", way(ways, passage))));
    }

    private static boolean runs(Standing standing, CaseClock clock) {
        Hand hand = standing.clocks().get(clock.id());
        return hand == Hand.RUNNING || hand == Hand.SUSPENDED;
    }

    private void checkDoable(Ways ways) {
        Set<String> told = new HashSet<>();
        for (Passage arrival : ways.arrivals()) {
            for (Token token : arrival.to().tokens()) {
                if (!(token instanceof Token.At(String id))) continue;
                Step step = process.step(id).orElseThrow();
                if (ways.possible(step, arrival.to()).isEmpty() && told.add(id)) {
                    findings.report(NOBODY_CAN
                            .at(element(id))
                            .with("step", id)
                            .with("way", way(ways, arrival))
                            .other(step(id).at(ProcessForm.ACTIONS)));
                }
                for (String name : step.roles()) checkPlace(ways, arrival, step, process.role(name), told);
            }
        }
    }

    /// Whose a step is must have been asked for when a case comes to it.
    private void checkPlace(Ways ways, Passage arrival, Step step, CaseRole role, Set<String> told) {
        String field = role.unitField();
        if (field == null || arrival.to().asked().contains(field) || decided(field)) return;
        if (!told.add(step.id() + " " + field)) return;
        findings.report(UNIT_NEVER_ASKED
                .at(element(step.id()))
                .with("step", step.id())
                .with("role", role.id())
                .with("field", field)
                .with("way", way(ways, arrival))
                .other(role(role.id()).at(ProcessForm.UNIT_FIELD)));
    }

    private boolean decided(String field) {
        return process.decisions().values().stream()
                .flatMap(table -> table.outputs().stream())
                .anyMatch(output -> field.equals(output.into()));
    }

    private void checkFlows(Ways ways) {
        Set<String> taken = ways.passages().stream().flatMap(p -> p.flows().stream()).collect(Collectors.toSet());
        for (Flow flow : process.graph().flows()) {
            if (flow.condition() == null || taken.contains(flow.id())) continue;
            BpmnFile.DrawnFlow line = drawn.flows().stream()
                    .filter(f -> f.id().equals(flow.id()))
                    .findFirst()
                    .orElseThrow();
            findings.report(FLOW_NEVER_TAKEN
                    .at(Optional.ofNullable(line.condition()).map(BpmnFile.Condition::span).orElse(line.span()))
                    .with("id", flow.id())
                    .with("gateway", flow.from())
                    .with("to", flow.to())
                    .with("before", Members.list(before(flow.from()))));
        }
    }

    /// The actions with which cases come to a gateway.
    private List<String> before(String gateway) {
        List<String> actions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(gateway));
        while (!open.isEmpty()) {
            for (Flow flow : process.graph().to(open.removeLast())) {
                if (!seen.add(flow.from())) continue;
                Optional<Step> step = process.step(flow.from());
                if (step.isEmpty()) open.add(flow.from());
                step.ifPresent(s -> s.actions().forEach(action -> actions.add(action.id())));
            }
        }
        return actions;
    }

    private static Text way(Ways ways, Passage passage) {
        List<String> told = new ArrayList<>(ways.told(passage));
        if (passage.to().over()) told.addAll(passage.ends());
        return Text.same(told.stream().map(part -> "`" + part + "`").collect(Collectors.joining(" → ")));
    }

    private Span element(String id) {
        return drawn.node(id).orElseThrow().span();
    }

    private View step(String id) {
        return declared(view.get(ProcessForm.STEPS, Map.of()), id);
    }

    private View role(String id) {
        return declared(view.get(ProcessForm.ROLES, Map.of()), id);
    }

    private View clock(String id) {
        return declared(view.get(ProcessForm.CLOCKS, Map.of()), id);
    }

    private static View declared(Map<Scalar, Listed<View>> views, String id) {
        return views.entrySet().stream()
                .filter(entry -> entry.getKey().text().equals(id))
                .findFirst()
                .orElseThrow()
                .getValue()
                .value();
    }
}
