package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_EVENT;
import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_NUMBER;
import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.QualifiedId;
import org.luoshi.process.CaseEvent;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseState;
import org.luoshi.process.EventKind;
import org.luoshi.tables.tables.records.CaseEventRecord;
import org.luoshi.tables.tables.records.ProcessCaseRecord;
import org.springframework.stereotype.Component;

/// Cases and what happened to them.
@Component
public class CaseStore {

    private final DSLContext database;

    public CaseStore(DSLContext database) {
        this.database = database;
    }

    /// The next number of a year, without gaps. Call with the change open, so that nobody else counts meanwhile.
    public String nextNumber(String prefix, int year) {
        long next = database.insertInto(PROCESS_NUMBER)
                .set(PROCESS_NUMBER.PREFIX, prefix)
                .set(PROCESS_NUMBER.YEAR, year)
                .set(PROCESS_NUMBER.LAST, 1L)
                .onConflict(PROCESS_NUMBER.PREFIX, PROCESS_NUMBER.YEAR)
                .doUpdate()
                .set(PROCESS_NUMBER.LAST, PROCESS_NUMBER.LAST.plus(1))
                .returning(PROCESS_NUMBER.LAST)
                .fetchSingle(PROCESS_NUMBER.LAST);
        return number(prefix, year, next);
    }

    /// A number in the form of all.
    public static String number(String prefix, int year, long of) {
        return "%s-%d-%06d".formatted(prefix, year, of);
    }

    /// @param file with id 0
    /// @return the file with its id
    public CaseFile insert(CaseFile file, Change change) {
        ProcessCaseRecord row = database.newRecord(PROCESS_CASE);
        row.setNumber(file.number());
        row.setProcess(file.process().toString());
        row.setVersion(file.version());
        row.setRecord(file.record());
        row.setRegisterRow(file.row());
        row.setTitle(file.title());
        row.setUnit(file.unit());
        row.setApplicant(file.applicant());
        row.setState(file.state().id());
        row.setOutcome(file.outcome());
        row.setInstance(file.instance());
        row.setRevision(file.revision());
        row.setOpenedAt(file.openedAt());
        row.setClosedAt(file.closedAt());
        row.setDueOn(file.dueOn());
        row.setChange(change.number());
        row.store();
        return file(row);
    }

    /// The case of an application that was sent by the same form before. Whoever sends it at the same time waits. Call
    /// within a transaction, before the change is opened.
    public Optional<CaseFile> sentBefore(String applicant, String mark) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(applicant + "/" + mark));
        return sent(applicant, mark);
    }

    public Optional<CaseFile> sent(String applicant, String mark) {
        return database.selectFrom(PROCESS_CASE)
                .where(PROCESS_CASE.APPLICANT.eq(applicant), PROCESS_CASE.FORM_MARK.eq(mark))
                .fetchOptional(CaseStore::file);
    }

    public void mark(CaseFile file, String mark) {
        database.update(PROCESS_CASE)
                .set(PROCESS_CASE.FORM_MARK, mark)
                .where(PROCESS_CASE.ID.eq(file.id()))
                .execute();
    }

    /// Writes what can change of a case.
    public void update(CaseFile file, Change change) {
        database.update(PROCESS_CASE)
                .set(PROCESS_CASE.VERSION, file.version())
                .set(PROCESS_CASE.TITLE, file.title())
                .set(PROCESS_CASE.UNIT, file.unit())
                .set(PROCESS_CASE.STATE, file.state().id())
                .set(PROCESS_CASE.OUTCOME, file.outcome())
                .set(PROCESS_CASE.INSTANCE, file.instance())
                .set(PROCESS_CASE.REVISION, file.revision())
                .set(PROCESS_CASE.CLOSED_AT, file.closedAt())
                .set(PROCESS_CASE.DUE_ON, file.dueOn())
                .set(PROCESS_CASE.CHANGE, change.number())
                .where(PROCESS_CASE.ID.eq(file.id()))
                .execute();
    }

    /// Locks the case until the transaction ends: what happens to one case happens one after the other. Lock before
    /// opening the change.
    public Optional<CaseFile> lock(long id) {
        return database.selectFrom(PROCESS_CASE)
                .where(PROCESS_CASE.ID.eq(id))
                .forNoKeyUpdate()
                .fetchOptional(CaseStore::file);
    }

    /// Locks open cases, in the order of their ids.
    public List<CaseFile> lock(List<Long> ids) {
        return database.selectFrom(PROCESS_CASE)
                .where(PROCESS_CASE.ID.eq(DSL.any(ids.toArray(Long[]::new))), PROCESS_CASE.CLOSED_AT.isNull())
                .orderBy(PROCESS_CASE.ID)
                .forNoKeyUpdate()
                .fetch(CaseStore::file);
    }

    /// Writes the nearest last day of many, and beside their open tasks.
    public void updateDue(List<CaseFile> files, Change change) {
        if (files.isEmpty()) return;
        BatchBindStep cases = database.batch(database.update(PROCESS_CASE)
                .set(PROCESS_CASE.DUE_ON, (LocalDate) null)
                .set(PROCESS_CASE.CHANGE, 0L)
                .where(PROCESS_CASE.ID.eq(0L)));
        BatchBindStep tasks = database.batch(database.update(PROCESS_TASK)
                .set(PROCESS_TASK.DUE_ON, (LocalDate) null)
                .where(PROCESS_TASK.CASE_ID.eq(0L), PROCESS_TASK.DONE_AT.isNull()));
        for (CaseFile file : files) {
            cases = cases.bind(file.dueOn(), change.number(), file.id());
            tasks = tasks.bind(file.dueOn(), file.id());
        }
        cases.execute();
        tasks.execute();
    }

    public Optional<CaseFile> find(long id) {
        return database.selectFrom(PROCESS_CASE).where(PROCESS_CASE.ID.eq(id)).fetchOptional(CaseStore::file);
    }

    public Optional<CaseFile> find(String number) {
        return database.selectFrom(PROCESS_CASE)
                .where(PROCESS_CASE.NUMBER.eq(number))
                .fetchOptional(CaseStore::file);
    }

    /// Newest first.
    public List<CaseFile> ofApplicant(String account, @Nullable Long before, int limit) {
        var query = database.selectFrom(PROCESS_CASE).where(PROCESS_CASE.APPLICANT.eq(account));
        if (before != null) {
            query = query.and(PROCESS_CASE.ID.lt(before));
        }
        return query.orderBy(PROCESS_CASE.ID.desc()).limit(limit).fetch(CaseStore::file);
    }

    public void append(
            CaseFile file,
            EventKind kind,
            @Nullable String step,
            @Nullable String action,
            @Nullable String reason,
            Change change) {
        CaseEventRecord row = database.newRecord(CASE_EVENT);
        row.setCaseId(file.id());
        row.setSeq(1 + Optional.ofNullable(database.select(DSL.max(CASE_EVENT.SEQ))
                        .from(CASE_EVENT)
                        .where(CASE_EVENT.CASE_ID.eq(file.id()))
                        .fetchOne(0, Integer.class))
                .orElse(0));
        row.setAt(change.knownAt());
        row.setActor(change.actor());
        row.setKind(kind.id());
        row.setStep(step);
        row.setAction(action);
        row.setReason(reason);
        row.setChange(change.number());
        row.store();
    }

    /// In order.
    public List<CaseEvent> events(long caseId) {
        return database.selectFrom(CASE_EVENT)
                .where(CASE_EVENT.CASE_ID.eq(caseId))
                .orderBy(CASE_EVENT.SEQ)
                .fetch(r -> new CaseEvent(
                        r.getSeq(),
                        r.getAt(),
                        r.getActor(),
                        EventKind.of(r.getKind()),
                        r.getStep(),
                        r.getAction(),
                        r.getReason(),
                        r.getChange()));
    }

    public static CaseFile file(ProcessCaseRecord row) {
        return new CaseFile(
                row.getId(),
                row.getNumber(),
                QualifiedId.parse(row.getProcess()),
                row.getVersion(),
                row.getRecord(),
                row.getRegisterRow(),
                row.getTitle(),
                row.getUnit(),
                row.getApplicant(),
                CaseState.find(row.getState()).orElseThrow(),
                row.getOutcome(),
                row.getInstance(),
                row.getRevision(),
                row.getOpenedAt(),
                row.getClosedAt(),
                row.getDueOn());
    }
}
