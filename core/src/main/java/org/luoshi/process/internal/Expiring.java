package org.luoshi.process.internal;

import static org.luoshi.tables.Tables.CASE_CLOCK;
import static org.luoshi.tables.Tables.PROCESS_CASE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Processes;
import org.springframework.stereotype.Component;

/// Finds clocks whose legal limit has passed and does what their process says the law then does by itself.
@Component
public class Expiring {

    /// A clock that has passed its limit and not ended.
    ///
    /// @param caseId of its case
    public record Passed(long caseId, String clock) {}

    private final Mover mover;
    private final Acting acting;
    private final DSLContext database;
    private final Clock clock;

    public Expiring(Mover mover, Acting acting, DSLContext database, Clock clock) {
        this.clock = clock;
        this.mover = mover;
        this.acting = acting;
        this.database = database;
    }

    /// Oldest first. Only of processes that say what then happens.
    ///
    /// @param clocks ids of clocks with an expiry, by process
    public List<Passed> passed(Map<String, List<String>> clocks, LocalDate today) {
        return database.select(CASE_CLOCK.CASE_ID, CASE_CLOCK.CLOCK, PROCESS_CASE.PROCESS)
                .from(CASE_CLOCK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(CASE_CLOCK.CASE_ID))
                .where(
                        CASE_CLOCK.ENDED_ON.isNull(),
                        CASE_CLOCK.DUE_ON.lt(today),
                        CASE_CLOCK.STATE.eq("running"),
                        PROCESS_CASE.STATE.eq(CaseState.RUNNING.id()),
                        PROCESS_CASE.PROCESS.in(clocks.keySet()))
                .orderBy(CASE_CLOCK.DUE_ON, CASE_CLOCK.CASE_ID)
                .fetch()
                .stream()
                .filter(r -> Known.in(clocks, r.value3()).contains(r.value2()))
                .map(r -> new Passed(r.value1(), r.value2()))
                .toList();
    }

    /// Call within a transaction. Missing where the case has moved on meanwhile, or is not at the step.
    public CaseResult expire(Passed passed) {
        return mover.cases
                .lock(passed.caseId())
                .filter(file -> file.state() == CaseState.RUNNING)
                .flatMap(file -> expire(file, passed.clock()))
                .orElseGet(CaseResult.Missing::new);
    }

    private Optional<CaseResult> expire(CaseFile file, String id) {
        ProcessDefinition definition = mover.processes.of(file);
        CaseClock declared = definition.clock(id).orElseThrow();
        Trigger.Acted expiry = declared.expiry().orElse(null);
        LegalClock running = mover.clocks.of(file.id(), definition).get(id);
        if (expiry == null || running == null) return Optional.empty();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Processes.ZONE);
        return Deemed.of(running, mover.processes.calendar(), now)
                .flatMap(deemed -> mover.tasks.of(file.id()).stream()
                        .filter(t -> t.open() && t.step().equals(expiry.step()))
                        .findFirst()
                        .map(task -> acting.expire(
                                new Desk.Held(file, task), expiry.action(), deemed.since(), deemed.text(declared))));
    }
}
