package org.luoshi.pack.process;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.decision.DecisionTable;

/// A process 流程: what happens to a case from the application to its end.
///
/// @param about what it is for, for those who may apply
/// @param content the register whose record a case is about; one record for each case
/// @param prefix of the cases' numbers, e.g. `QYSQ`
/// @param applicant id of the role that applies
/// @param files fields of its forms that take files
/// @param form fields to fill in when applying
/// @param attached ids of those of `files` that the application asks for
/// @param steps one for each user task of the graph
/// @param renamed step of an earlier version → the step that takes its place, for cases that run on it
/// @param decisions the table of each business rule task of the graph, by the task's id
/// @param outcomes one for each end event of the graph
/// @param digest SHA-256 (hex) over the files that declare it: cases keep the version they began on
/// @param cases the register of the cases themselves, made from the rest by [CaseRegister]: facts for indicators
public record ProcessDefinition(
        QualifiedId id,
        Text title,
        Text about,
        QualifiedId content,
        String prefix,
        String applicant,
        List<FileField> files,
        List<String> form,
        List<String> attached,
        List<CaseRole> roles,
        List<Step> steps,
        Map<String, String> renamed,
        Map<String, DecisionTable> decisions,
        List<Outcome> outcomes,
        List<CaseClock> clocks,
        Graph graph,
        Drawing drawing,
        Entity cases,
        String digest) {

    public ProcessDefinition {
        files = List.copyOf(files);
        form = List.copyOf(form);
        attached = List.copyOf(attached);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        renamed = Map.copyOf(renamed);
        decisions = Map.copyOf(decisions);
        outcomes = List.copyOf(outcomes);
        clocks = List.copyOf(clocks);
    }

    public Optional<Step> step(String step) {
        return steps.stream().filter(s -> s.id().equals(step)).findFirst();
    }

    public Optional<FileField> file(String field) {
        return files.stream().filter(f -> f.id().equals(field)).findFirst();
    }

    /// Fields of a form that take files.
    ///
    /// @param asked their ids, in the form's order
    public List<FileField> files(List<String> asked) {
        return asked.stream().flatMap(field -> file(field).stream()).toList();
    }

    /// @throws IllegalArgumentException if there is no such role
    public CaseRole role(String role) {
        return roles.stream()
                .filter(r -> r.id().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role `%s` in %s".formatted(role, id)));
    }

    public Optional<Outcome> outcome(String outcome) {
        return outcomes.stream().filter(o -> o.id().equals(outcome)).findFirst();
    }

    public Optional<CaseClock> clock(String clock) {
        return clocks.stream().filter(c -> c.id().equals(clock)).findFirst();
    }

    /// What the applicant must be told in writing when this happens, because it stops a clock.
    public NoticeDuty notice(Trigger trigger) {
        return clocks.stream()
                .flatMap(clock -> clock.causes(trigger))
                .map(SuspensionCause::notice)
                .max(Comparator.naturalOrder())
                .orElse(NoticeDuty.NONE);
    }
}
