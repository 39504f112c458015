package org.luoshi.process;

import static org.luoshi.tables.Tables.CASE_CLOCK;
import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Accounts;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.internal.CaseAccess;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.ClockStore;
import org.luoshi.process.internal.store.TaskStore;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether what is kept of cases in several places agrees: tasks with the engine, rows among the facts with cases,
/// dates with ledgers. One transaction writes them together, so a finding is a broken promise or a hand in the database.
@Service
public class CaseCheck {

    private static final Field<String> ENGINE_TASK = DSL.field(DSL.name("e", "id_"), String.class);
    private static final Field<String> ENGINE_STEP = DSL.field(DSL.name("e", "task_def_key_"), String.class);
    private static final Table<Record> ENGINE_TASKS = DSL.table(DSL.name("flowable", "act_ru_task")).as("e");
    private static final Table<Record> ENGINE_CASES = DSL.table(DSL.name("flowable", "act_ru_execution")).as("x");

    private final DSLContext database;
    private final Processes processes;
    private final ClockStore clocks;
    private final Registers registers;
    private final Accounts accounts;
    private final CaseAccess access;
    private final Clock clock;

    public CaseCheck(
            DSLContext database,
            Processes processes,
            ClockStore clocks,
            Registers registers,
            Accounts accounts,
            CaseAccess access,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.database = database;
        this.processes = processes;
        this.clocks = clocks;
        this.registers = registers;
        this.clock = clock;
    }

    /// @param cases open ones looked at
    /// @param unmanned open tasks that no account can take: nothing is wrong with them, but somebody must be given the part
    public record Result(int cases, List<Text> findings, List<Text> unmanned) {
        public Result {
            findings = List.copyOf(findings);
            unmanned = List.copyOf(unmanned);
        }
    }

    @Transactional(readOnly = true)
    public Result run() {
        List<Text> findings = new ArrayList<>();
        tasks(findings);
        instances(findings);
        registers.packs().processes().forEach(process -> facts(process, findings));
        int open = dates(findings);
        return new Result(open, findings, unmanned());
    }

    /// Parts that nobody plays: by role, unit and who is barred.
    private List<Text> unmanned() {
        List<Viewer> people = accounts.enabled();
        Field<Long> first = DSL.min(PROCESS_TASK.ID);
        Field<Integer> tasks = DSL.count();
        List<Text> unmanned = new ArrayList<>();
        database.select(first, tasks)
                .from(PROCESS_TASK)
                .where(PROCESS_TASK.DONE_AT.isNull(), PROCESS_TASK.HOLDER.isNull(), PROCESS_TASK.UNIT.isNotNull())
                .groupBy(PROCESS_TASK.ACCOUNT_ROLE, PROCESS_TASK.UNIT, PROCESS_TASK.BARRED)
                .orderBy(first)
                .fetch()
                .forEach(part -> {
                    CaseTask one = database.selectFrom(PROCESS_TASK)
                            .where(PROCESS_TASK.ID.eq(part.value1()))
                            .fetchSingle(TaskStore::task);
                    if (people.stream().anyMatch(who -> access.ofItsRole(who, one))) return;
                    unmanned.add(new Text(
                            "%s 有 %d 项待办无人能办：没有账号在那里担任 %s".formatted(one.unit(), part.value2(), one.role().name().toLowerCase(Locale.ROOT))
                                    + (one.barred().isEmpty() ? "" : "，或都须回避"),
                            "%d open tasks of %s are nobody's to do: no account is %s there"
                                            .formatted(part.value2(), one.unit(), one.role().name().toLowerCase(Locale.ROOT))
                                    + (one.barred().isEmpty() ? "" : " who is not barred")));
                });
        return unmanned;
    }

    private void tasks(List<Text> findings) {
        var mine = database.selectDistinct(PROCESS_TASK.ENGINE_TASK, PROCESS_TASK.STEP, PROCESS_CASE.NUMBER)
                .from(PROCESS_TASK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .where(PROCESS_TASK.DONE_AT.isNull())
                .asTable("m");
        database.select(mine.field(PROCESS_TASK.ENGINE_TASK), mine.field(PROCESS_CASE.NUMBER), ENGINE_TASK)
                .from(mine)
                .fullOuterJoin(ENGINE_TASKS)
                .on(ENGINE_TASK.eq(mine.field(PROCESS_TASK.ENGINE_TASK)), ENGINE_STEP.eq(mine.field(PROCESS_TASK.STEP)))
                .where(ENGINE_TASK.isNull().or(mine.field(PROCESS_TASK.ENGINE_TASK).isNull()))
                .forEach(row -> findings.add(
                        row.value1() == null
                                ? new Text("引擎的任务 %s 没有待办".formatted(row.value3()), "the engine's task %s is nobody's to do".formatted(row.value3()))
                                : new Text("%s 的待办不在引擎里".formatted(row.value2()), "a task of %s is unknown to the engine".formatted(row.value2()))));
    }

    private void instances(List<Text> findings) {
        Field<String> instance = DSL.field(DSL.name("x", "id_"), String.class);
        database.select(PROCESS_CASE.NUMBER)
                .from(PROCESS_CASE)
                .where(PROCESS_CASE.INSTANCE.isNotNull(), PROCESS_CASE.INSTANCE.notIn(DSL.select(instance).from(ENGINE_CASES)))
                .forEach(row -> findings.add(new Text(
                        "%s 在办，引擎里却没有".formatted(row.value1()), "%s is open but unknown to the engine".formatted(row.value1()))));
    }

    private void facts(ProcessDefinition process, List<Text> findings) {
        Field<Long> id = DSL.field(DSL.name("f", "_id"), SQLDataType.BIGINT);
        Field<String> state = DSL.field(DSL.name("f", CaseRegister.STATE), SQLDataType.VARCHAR);
        database.select(PROCESS_CASE.NUMBER)
                .from(PROCESS_CASE)
                .leftJoin(new EntityTable(process.cases()).current().as("f"))
                .on(id.eq(PROCESS_CASE.REGISTER_ROW))
                .where(PROCESS_CASE.PROCESS.eq(process.id().toString()), state.isDistinctFrom(PROCESS_CASE.STATE))
                .forEach(row -> findings.add(new Text(
                        "%s 与办件登记表不符".formatted(row.value1()), "%s differs from the register of cases".formatted(row.value1()))));
    }

    /// Dates of open cases, computed again from their ledgers.
    private int dates(List<Text> findings) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Processes.ZONE);
        List<CaseFile> open = database.selectFrom(PROCESS_CASE)
                .where(PROCESS_CASE.CLOSED_AT.isNull())
                .fetch(CaseStore::file);
        for (CaseFile file : open) {
            Map<String, List<LegalClock>> runs = clocks.runs(file.id(), processes.of(file));
            database.selectFrom(CASE_CLOCK).where(CASE_CLOCK.CASE_ID.eq(file.id())).forEach(row -> {
                List<LegalClock> ledgers = runs.getOrDefault(row.getClock(), List.of());
                LegalClock ledger = row.getRun() > ledgers.size() ? null : ledgers.get(row.getRun() - 1);
                boolean moves = ledger != null && ledger.ledger().isSuspended();
                boolean same = ledger != null
                        && ledger.legalDue(processes.calendar(), today).date().equals(row.getDueOn());
                if (!same && !moves) {
                    findings.add(new Text(
                            "%s 的截止日 %s 与计时记录不符".formatted(file.number(), row.getDueOn()),
                            "the last day %2$s of %1$s differs from its ledger".formatted(file.number(), row.getDueOn())));
                }
            });
        }
        return open.size();
    }
}
