package org.luoshi.web.register;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Plans;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// In the form of the plan's evidence, commitments and milestones are chosen by their titles: those commitments that the
/// writer's units have a part in, and the milestones of the one that is chosen.
@Component
class EvidenceChoices {

    /// A list of more than this is no help; then the box for codes with its suggestions stays.
    private static final int MOST = 200;

    private final Plans plans;
    private final Guard guard;

    EvidenceChoices(Plans plans, Guard guard) {
        this.plans = plans;
        this.guard = guard;
    }

    List<FormView.Input> of(Entity entity, List<FormView.Input> inputs, Shell shell, Viewer viewer) {
        Plan plan = plans.plan(null).filter(p -> p.evidence().entity().equals(entity.id())).orElse(null);
        if (plan == null) return inputs;
        String chosen = inputs.stream()
                .filter(input -> input.id().equals(plan.evidence().commitment()))
                .findFirst()
                .map(FormView.Input::value)
                .orElse("");
        List<Plan.Milestone> milestones = plan.commitments()
                .filter(commitment -> commitment.id().equals(chosen))
                .findFirst()
                .map(Plan.Commitment::milestones)
                .orElse(List.of());
        List<Plan.Commitment> own = plan.commitments()
                .filter(commitment -> commitment.id().equals(chosen) || takesPart(commitment, viewer))
                .toList();
        return inputs.stream()
                .map(input -> {
                    if (input.id().equals(plan.evidence().commitment())) {
                        return select(input, own, Plan.Commitment::id, Plan.Commitment::title, shell).orElse(input);
                    }
                    if (input.id().equals(plan.evidence().milestone())) {
                        return select(input, milestones, Plan.Milestone::id, Plan.Milestone::title, shell).orElse(input);
                    }
                    return input;
                })
                .toList();
    }

    private boolean takesPart(Plan.Commitment commitment, Viewer viewer) {
        Set<String> units = new HashSet<>(commitment.assist());
        units.add(commitment.lead());
        return units.stream().anyMatch(unit -> guard.may(viewer, Permission.WRITE_RECORD, unit));
    }

    /// Empty where there is nothing to choose from or too much, and where what was typed is none of it: that stays as
    /// typed, with what is wrong with it.
    private static <T> Optional<FormView.Input> select(
            FormView.Input input, List<T> all, Function<T, String> id, Function<T, Text> title, Shell shell) {
        boolean known = input.value().isBlank() || all.stream().anyMatch(one -> id.apply(one).equals(input.value()));
        if (all.isEmpty() || all.size() > MOST || !known) return Optional.empty();
        List<Option> options = all.stream().map(one -> new Option(id.apply(one), shell.say(title.apply(one)))).toList();
        return Optional.of(new FormView.Input(
                input.id(),
                "select",
                input.title(),
                null,
                input.required(),
                input.unit(),
                input.maxLength(),
                input.value(),
                options,
                input.error()));
    }
}
