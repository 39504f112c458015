package org.luoshi.pack.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What one role does in a case at one point: a user task of the drawing.
///
/// @param id of the step and of the drawn element
/// @param told what the applicant reads while the case is here
/// @param roles ids of the roles that do it; at least one
/// @param signing whose signatures finish it, where there are several
/// @param form fields of the case's record to fill in here
/// @param attached ids of the process's file fields that are asked for here
/// @param notBy ids of steps: whoever finished one of them in a case must not do this one 回避
/// @param meeting when it is held, for a step that is held at a set time; null for every other
/// @param operations what may be done to the case here beside finishing the step
/// @param panel experts who vote here; null where none do
public record Step(
        String id,
        Text title,
        Text told,
        List<String> roles,
        Signing signing,
        List<String> form,
        List<String> attached,
        List<Action> actions,
        Set<String> notBy,
        @Nullable Meeting meeting,
        Set<Operation> operations,
        @Nullable Panel panel) {

    public Step {
        roles = List.copyOf(roles);
        form = List.copyOf(form);
        attached = List.copyOf(attached);
        actions = List.copyOf(actions);
        notBy = Set.copyOf(notBy);
        operations = Set.copyOf(operations);
    }

    public Optional<Panel> voting() {
        return Optional.ofNullable(panel);
    }

    public Optional<Action> action(String action) {
        return actions.stream().filter(a -> a.id().equals(action)).findFirst();
    }
}
