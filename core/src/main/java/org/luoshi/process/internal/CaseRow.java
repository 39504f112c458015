package org.luoshi.process.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.kernel.clock.DayCount;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Processes;

/// A case as a fact: its values in the register of its process's cases.
final class CaseRow {

    private final WorkingCalendar calendar;

    CaseRow(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /// @param step where the case is; null when it is over
    /// @param clocks that have started, each with its runs in order
    Map<String, @Nullable Object> of(
            CaseFile file, @Nullable String step, ProcessDefinition definition, Map<String, List<LegalClock>> clocks) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(CaseRegister.NUMBER, file.number());
        row.put(CaseRegister.CONTENT, file.record());
        row.put(CaseRegister.UNIT, file.unit());
        row.put(CaseRegister.STATE, file.state().id());
        row.put(CaseRegister.STEP, file.state().over() ? null : step);
        row.put(CaseRegister.OUTCOME, file.outcome());
        row.put(CaseRegister.APPLIED_ON, LocalDate.ofInstant(file.openedAt(), Processes.ZONE));
        row.put(
                CaseRegister.CLOSED_ON,
                file.closedAt() == null ? null : LocalDate.ofInstant(file.closedAt(), Processes.ZONE));
        clocks.forEach((id, runs) -> {
            row.putAll(of(id, runs));
            if (definition.clock(id).filter(CaseClock::again).isPresent()) row.put(CaseRegister.runs(id), (long) runs.size());
        });
        return row;
    }

    /// Dates of the last run, and days of all that have ended.
    private Map<String, @Nullable Object> of(String id, List<LegalClock> runs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (LegalClock run : runs) {
            of(id, run).forEach((field, value) -> {
                Object sofar = row.get(field);
                row.put(field, sofar instanceof Long days && value instanceof Long more ? (Object) (days + more) : value);
            });
        }
        return row;
    }

    /// What the calendar says of a clock.
    static Map<String, @Nullable Object> dates(
            String id, LegalClock clock, WorkingCalendar calendar, LocalDate today) {
        ClockDue promised = clock.due(LimitKind.PROMISED, calendar, today);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(CaseRegister.dueOn(id), clock.legalDue(calendar, today).date());
        row.put(CaseRegister.promisedOn(id), promised == null ? null : promised.date());
        return row;
    }

    private Map<String, @Nullable Object> of(String id, LegalClock clock) {
        ClockEvent end = clock.ledger().end();
        Map<String, @Nullable Object> row =
                dates(id, clock, calendar, clock.ledger().last().on());
        row.put(CaseRegister.startedOn(id), clock.ledger().start().on());
        row.put(CaseRegister.endedOn(id), end == null ? null : end.on());
        if (end != null) {
            ClockReading reading = clock.read(calendar, end.at());
            boolean asTold = reading.limit().count() == CaseRegister.countOf(clock.definition());
            long past = asTold || !reading.overdue()
                    ? reading.past()
                    : Math.max(1, ChronoUnit.DAYS.between(reading.due().date(), end.on()));
            row.put(
                    CaseRegister.netDays(id),
                    asTold ? (long) reading.used() + past : clock.ran(DayCount.NATURAL, calendar, end.on()));
            row.put(CaseRegister.daysLate(id), past);
        }
        clock.definition().terms().stream()
                .flatMap(terms -> terms.causes().stream())
                .map(SuspensionCause::id)
                .distinct()
                .forEach(cause -> row.put(
                        CaseRegister.suspendedDays(id, cause), (long) clock.ledger().suspendedDays(cause)));
        return row;
    }
}
