package org.luoshi.process;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.register.RegisterRecord;

/// A case as one viewer may see it.
///
/// @param definition the version that the case runs on
/// @param content personal data masked, unless they are the viewer's own or were revealed
/// @param tasks in the order in which they came up
/// @param decisions what tables answered, in order
/// @param attachments in the order in which they came
/// @param certificate what was issued at its end; null where nothing was
/// @param mine the open task that the viewer may do, if there is one
/// @param revealable whether the viewer may have the personal data uncovered
/// @param applicant whether the viewer applied
public record CaseView(
        CaseFile file,
        ProcessDefinition definition,
        RegisterRecord content,
        List<CaseTask> tasks,
        List<ClockStand> clocks,
        List<CaseEvent> events,
        List<CaseDecision> decisions,
        List<CaseAttachment> attachments,
        @Nullable Certificate certificate,
        Optional<CaseTask> mine,
        boolean revealable,
        boolean applicant) {

    public CaseView {
        tasks = List.copyOf(tasks);
        clocks = List.copyOf(clocks);
        events = List.copyOf(events);
        decisions = List.copyOf(decisions);
        attachments = List.copyOf(attachments);
    }

    /// Steps at which the case is.
    public List<String> at() {
        return tasks.stream().filter(CaseTask::open).map(CaseTask::step).distinct().toList();
    }
}
