package org.luoshi.process;

import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Permission;
import org.luoshi.access.Role;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.CopyStore;
import org.luoshi.process.internal.store.DeputyStore;
import org.luoshi.process.internal.store.OpenClocks;
import org.luoshi.process.internal.store.TaskStore;
import org.springframework.stereotype.Service;

/// Who is to do what: to-do 待办 and done 已办 lists.
@Service
public class Tasks {

    private final DSLContext database;
    private final Units units;
    private final DeputyStore deputies;
    private final CopyStore copies;
    private final OpenClocks clocks;
    private final Processes processes;
    private final Clock clock;

    public Tasks(
            DSLContext database,
            Units units,
            DeputyStore deputies,
            CopyStore copies,
            OpenClocks clocks,
            Processes processes,
            Clock clock) {
        this.copies = copies;
        this.clocks = clocks;
        this.processes = processes;
        this.clock = clock;
        this.units = units;
        this.database = database;
        this.deputies = deputies;
    }

    /// Open tasks that the viewer holds or may take, the most pressing first.
    public List<TaskLine> open(Viewer viewer, int limit) {
        return pressing(mine(viewer), limit);
    }

    public long countOpen(Viewer viewer) {
        return count(mine(viewer));
    }

    /// Open tasks of the units that the viewer heads, whoever has them, the most pressing first.
    public List<TaskLine> ofMyUnits(Viewer viewer, int limit) {
        return pressing(headed(viewer), limit);
    }

    /// Open tasks of a unit and those below it, whoever has them, the most pressing first. The caller answers for access.
    List<TaskLine> ofUnit(String unit, int limit) {
        return pressing(List.of(RowFilter.within(units, Set.of(unit), PROCESS_TASK.UNIT)), limit);
    }

    public long countOfMyUnits(Viewer viewer) {
        return count(headed(viewer));
    }

    /// Cases of which the viewer was sent a copy, the newest first.
    ///
    /// @param before id of the last case of the page before; null for the first page
    public List<CaseFile> copies(@Nullable Long before, int limit, Viewer viewer) {
        return copies.of(viewer.account(), before, limit);
    }

    /// Those of these tasks that are open and the viewer's to do, in the order in which they came up.
    public List<TaskLine> chosen(List<Long> ids, Viewer viewer) {
        if (ids.isEmpty()) return List.of();
        return database.select(PROCESS_TASK, PROCESS_CASE)
                .from(PROCESS_TASK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .where(
                        PROCESS_TASK.ID.eq(DSL.any(ids.toArray(Long[]::new))),
                        PROCESS_TASK.DONE_AT.isNull(),
                        DSL.or(mine(viewer)))
                .orderBy(PROCESS_TASK.ID)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2()), null));
    }

    /// Open tasks of others in cases that the viewer applied for, the newest cases first.
    List<TaskLine> ofMyApplications(Viewer viewer, int limit) {
        if (!viewer.mayAnywhere(Permission.APPLY)) return List.of();
        return database.select(PROCESS_TASK, PROCESS_CASE)
                .from(PROCESS_CASE)
                .join(PROCESS_TASK)
                .on(PROCESS_TASK.CASE_ID.eq(PROCESS_CASE.ID))
                .where(
                        PROCESS_CASE.APPLICANT.eq(viewer.account()),
                        PROCESS_CASE.CLOSED_AT.isNull(),
                        PROCESS_TASK.DONE_AT.isNull())
                .orderBy(PROCESS_CASE.ID.desc(), PROCESS_TASK.ID)
                .limit(limit)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2()), null));
    }

    /// Whether the viewer heads a unit.
    public boolean heads(Viewer viewer) {
        return viewer.grants().stream().anyMatch(grant -> grant.role() == Role.MANAGER);
    }

    /// The most pressing of each part are found in the order of an index, and only then is looked at their cases.
    private List<TaskLine> pressing(List<Condition> parts, int limit) {
        Table<Record2<Long, LocalDate>> first = parts.stream()
                .map(which -> (Select<Record2<Long, LocalDate>>) database.select(PROCESS_TASK.ID, PROCESS_TASK.DUE_ON)
                        .from(PROCESS_TASK)
                        .where(PROCESS_TASK.DONE_AT.isNull(), which)
                        .orderBy(PROCESS_TASK.DUE_ON.asc().nullsLast(), PROCESS_TASK.ID)
                        .limit(limit))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("first");
        List<TaskLine> lines = database.select(PROCESS_TASK, PROCESS_CASE)
                .from(first)
                .join(PROCESS_TASK)
                .on(PROCESS_TASK.ID.eq(first.field(PROCESS_TASK.ID)))
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .orderBy(PROCESS_TASK.DUE_ON.asc().nullsLast(), PROCESS_TASK.ID)
                .limit(limit)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2()), null));
        Map<Long, ClockReading> nearest = nearest(lines);
        return lines.stream()
                .map(line -> new TaskLine(line.task(), line.file(), nearest.get(line.file().id())))
                .toList();
    }

    /// Of each case the running clock that ends first by law.
    private Map<Long, ClockReading> nearest(List<TaskLine> lines) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Processes.ZONE);
        Map<Long, ClockReading> nearest = new HashMap<>();
        for (OpenClocks.Open open : clocks.of(lines.stream().map(TaskLine::file).toList())) {
            LocalDateTime last = open.clock().ledger().last().at();
            ClockReading reading = open.clock().read(processes.calendar(), now.isBefore(last) ? last : now);
            nearest.merge(open.file().id(), reading, Tasks::sooner);
        }
        return nearest;
    }

    private static ClockReading sooner(ClockReading one, ClockReading other) {
        return other.due().date().isBefore(one.due().date()) ? other : one;
    }

    private long count(List<Condition> parts) {
        return parts.stream()
                .mapToLong(which -> database.fetchCount(PROCESS_TASK, PROCESS_TASK.DONE_AT.isNull().and(which)))
                .sum();
    }

    /// Tasks that the viewer has done, newest first by the day on which they came up.
    ///
    /// @param before id of the last task of the page before; null for the first page
    public List<TaskLine> done(@Nullable Long before, int limit, Viewer viewer) {
        return database.select(PROCESS_TASK, PROCESS_CASE)
                .from(PROCESS_TASK)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_TASK.CASE_ID))
                .where(
                        PROCESS_TASK.DONE_BY.eq(viewer.account()),
                        PROCESS_TASK.DONE_AT.isNotNull(),
                        before == null ? DSL.noCondition() : PROCESS_TASK.ID.lt(before))
                .orderBy(PROCESS_TASK.ID.desc())
                .limit(limit)
                .fetch(r -> new TaskLine(TaskStore.task(r.value1()), CaseStore.file(r.value2()), null));
    }

    /// What one has oneself, and what lies open for each of one's roles: parts that exclude each other, each on an index.
    private List<Condition> mine(Viewer viewer) {
        Set<String> accounts = new HashSet<>(deputies.actsFor(viewer.account()));
        accounts.add(viewer.account());
        List<Condition> mine = new ArrayList<>(List.of(PROCESS_TASK.HOLDER.in(accounts)));
        if (!viewer.mayAnywhere(Permission.HANDLE_CASE)) return mine;
        Map<Role, Set<String>> roots = viewer.grants().stream()
                .collect(Collectors.groupingBy(Grant::role, TreeMap::new, Collectors.mapping(Grant::unit, Collectors.toSet())));
        for (var role : roots.entrySet()) {
            mine.add(PROCESS_TASK.HOLDER
                    .isNull()
                    .and(PROCESS_TASK.ACCOUNT_ROLE.eq(role.getKey().name()))
                    .and(DSL.val(viewer.account()).ne(DSL.all(PROCESS_TASK.BARRED)))
                    .and(RowFilter.within(units, role.getValue(), PROCESS_TASK.UNIT)));
        }
        return mine;
    }

    private List<Condition> headed(Viewer viewer) {
        Set<String> roots = viewer.grants().stream()
                .filter(grant -> grant.role() == Role.MANAGER)
                .map(Grant::unit)
                .collect(Collectors.toSet());
        return List.of(RowFilter.within(units, roots, PROCESS_TASK.UNIT));
    }
}
