package org.luoshi.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Meeting;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseTask;
import org.luoshi.process.MeetingTime;
import org.luoshi.process.Processes;
import org.luoshi.process.TaskLine;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// Steps that are held at a set time: told early enough, and shown in calendars.
@Component
public class Meetings {

    private final Processes processes;
    private final Registers registers;

    public Meetings(Processes processes, Registers registers) {
        this.processes = processes;
        this.registers = registers;
    }

    /// Looks whether those who are asked to a step learn of it early enough.
    ///
    /// @param field title of the field with its time
    /// @param now when the case comes to it
    /// @throws NotPossible if its time is not set, or too near
    static void mustBeTold(
            Step step, Text field, RegisterRecord content, WorkingCalendar calendar, Instant now) {
        Meeting meeting = step.meeting();
        if (meeting == null) return;
        if (!(content.value(meeting.at()) instanceof Instant at)) {
            throw new NotPossible(
                    meeting.at(),
                    new Text(
                            "填写%s：“%s”在此时举行".formatted(field.zh(), step.title().zh()),
                            "fill in %s: `%s` is held then".formatted(field.en(), step.title().en())));
        }
        LocalDate today = LocalDate.ofInstant(now, Processes.ZONE);
        LocalDate day = LocalDate.ofInstant(at, Processes.ZONE);
        // whole days lie between: the day of telling and the day of meeting do not count
        LocalDate earliest =
                calendar.addWorkingDays(today, meeting.noticeDays()).date().plusDays(1);
        if (day.isBefore(earliest)) {
            throw new NotPossible(
                    meeting.at(),
                    new Text(
                            "“%s”须提前 %d 个工作日通知，最早 %s".formatted(step.title().zh(), meeting.noticeDays(), earliest),
                            "`%s` must be told %d working days ahead: %s at the earliest"
                                    .formatted(step.title().en(), meeting.noticeDays(), earliest)));
        }
    }

    /// When the open ones of these tasks are held, by time.
    public List<MeetingTime> of(List<TaskLine> lines) {
        return lines.stream()
                .filter(line -> line.task().open())
                .flatMap(line -> time(line).stream())
                .distinct()
                .sorted(Comparator.comparing(MeetingTime::at).thenComparing(MeetingTime::number))
                .toList();
    }

    private Optional<MeetingTime> time(TaskLine line) {
        ProcessDefinition definition = processes.of(line.file());
        CaseTask task = line.task();
        Step step = definition.step(task.step()).orElseThrow();
        Meeting meeting = step.meeting();
        if (meeting == null) return Optional.empty();
        return registers
                .entrusted(definition.content())
                .find(line.file().record(), null)
                .map(content -> content.value(meeting.at()))
                .filter(Instant.class::isInstance)
                .map(at -> new MeetingTime(
                        line.file().number(),
                        definition.title(),
                        step.id(),
                        step.title(),
                        (Instant) at,
                        meeting.minutes(),
                        line.file().revision(),
                        task.openedAt()));
    }
}
