package org.luoshi.process.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockDue;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.Node;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseTask;
import org.luoshi.process.EventKind;
import org.luoshi.process.Migration;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.engine.Journey;
import org.luoshi.process.internal.store.VersionStore;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// Takes a running case over to a newer version of its process, where nothing that was promised or is the law moves by
/// it. A case that cannot be taken over stays on its version, and it is said why.
@Component
public class Migrating {

    private final Mover mover;
    private final VersionStore versions;
    private final ChangeLog log;
    private final Clock clock;

    public Migrating(Mover mover, VersionStore versions, ChangeLog log, Clock clock) {
        this.mover = mover;
        this.versions = versions;
        this.log = log;
        this.clock = clock;
    }

    /// What taking it over would do. Changes nothing.
    public Migration.Line look(CaseFile file, ProcessDefinition to) {
        ProcessDefinition from = mover.processes.of(file);
        Set<String> at = mover.tasks.of(file.id()).stream()
                .filter(CaseTask::open)
                .map(CaseTask::step)
                .collect(Collectors.toSet());
        List<Migration.Dates> dates = dates(file, from, to);
        return new Migration.Line(
                file,
                at.stream().sorted().map(step -> title(from, step)).toList(),
                at.stream().sorted().map(step -> title(to, target(to, step))).toList(),
                dates,
                obstacle(file, from, to, at, dates));
    }

    /// Takes it over, unless something is in the way or it is there already. Call within a transaction.
    ///
    /// @param version id of `to`
    /// @return whether it was taken over; empty where it has moved on meanwhile
    public Optional<Boolean> move(long caseId, ProcessDefinition to, long version, Viewer viewer) {
        Optional<CaseFile> locked =
                mover.cases.lock(caseId).filter(file -> !file.state().over() && file.version() != version);
        if (locked.isEmpty()) return Optional.empty();
        CaseFile file = locked.get();
        if (look(file, to).obstacle().isPresent()) return Optional.of(false);
        List<CaseTask> open = mover.tasks.of(caseId).stream().filter(CaseTask::open).toList();
        RegisterRecord content = mover.content(file, to);
        Journey journey = new Journey(to, content.values(), mover.register(to.content())::environment, null);
        Map<String, String> steps = new HashMap<>();
        open.forEach(task -> steps.put(task.step(), target(to, task.step())));
        mover.engine.migrate(
                file.runningInstance(), versions.deployed(version, () -> mover.engine.deploy(to)), steps, journey);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.migrate",
                "case/" + file.number(),
                Map.of("from", String.valueOf(file.version()), "to", String.valueOf(version))));
        CaseFile moved = file.on(version);
        follow(moved, mover.processes.of(file), to, open, steps, content, change);
        mover.cases.append(moved, EventKind.MIGRATED, null, null, null, change);
        ClockMoves moves = mover.clocks(caseId, to, change.knownAt());
        mover.settle(moved, to, file.state(), null, content, moves, change);
        return Optional.of(true);
    }

    /// Tasks stay whose they are where the step is the same role's; otherwise they fall to the new role.
    private void follow(
            CaseFile file,
            ProcessDefinition from,
            ProcessDefinition to,
            List<CaseTask> open,
            Map<String, String> steps,
            RegisterRecord content,
            Change change) {
        Map<String, String> engine = new HashMap<>();
        mover.engine.open(file.runningInstance()).forEach((task, step) -> engine.put(step, task));
        Map<String, List<CaseTask>> byStep = open.stream().collect(Collectors.groupingBy(CaseTask::step));
        byStep.forEach((before, tasks) -> {
            String after = Objects.requireNonNull(steps.get(before), before);
            Step step = to.step(after).orElseThrow();
            String task = Objects.requireNonNull(engine.get(after), after);
            Set<String> asked = mover.tasks.of(file.id()).stream()
                    .filter(one -> one.engineTask().equals(tasks.getFirst().engineTask()))
                    .map(CaseTask::caseRole)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            boolean sameRoles = asked.equals(Set.copyOf(step.roles()))
                    && step.roles().stream().allMatch(role -> from.role(role).equals(to.role(role)));
            if (sameRoles) {
                mover.tasks.rename(tasks.getFirst().engineTask(), task, after);
            } else {
                tasks.forEach(one -> mover.tasks.close(one, null, change));
                mover.open(file, to, new Journey.Arrival(after, task), content, change);
            }
        });
    }

    private Optional<Text> obstacle(
            CaseFile file, ProcessDefinition from, ProcessDefinition to, Set<String> at, List<Migration.Dates> dates) {
        if (!from.content().equals(to.content())) {
            return Optional.of(new Text("内容登记表换了", "the register of its content is another one"));
        }
        for (String step : at) {
            if (to.step(target(to, step)).isPresent()) continue;
            return Optional.of(new Text(
                    "新版没有环节“%s”；在流程的 renamed 里写明它对应哪个环节".formatted(step),
                    "the new version has no step `%s`: say under `renamed` of the process which step takes its place".formatted(step)));
        }
        Set<String> targets = at.stream().map(step -> target(to, step)).collect(Collectors.toSet());
        if (targets.size() < at.size()) {
            return Optional.of(new Text(
                    "两个同时在办的环节对应到同一环节", "two steps that are open at once would become one"));
        }
        Set<String> waiting = new HashSet<>(mover.engine.at(file.runningInstance()));
        waiting.removeAll(at);
        for (String node : waiting) {
            Node before = from.graph().node(node).orElse(null);
            if (before != null && to.graph().node(node).filter(before::equals).isEmpty()) {
                return Optional.of(new Text(
                        "办件在网关“%s”等待，新版没有它".formatted(node), "the case waits at the gateway `%s`, which the new version lacks".formatted(node)));
            }
        }
        return dates.stream()
                .filter(Migration.Dates::moved)
                .findFirst()
                .map(moved -> new Text(
                        "“%s”的日期会变动，而换版不得变动日期".formatted(moved.clock().zh()),
                        "a date of `%s` would move, and no date moves by a new version".formatted(moved.clock().en())));
    }

    /// Every clock of the case by both versions: the law's date, and where it is promised the promise.
    private List<Migration.Dates> dates(CaseFile file, ProcessDefinition from, ProcessDefinition to) {
        WorkingCalendar calendar = mover.processes.calendar();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Processes.ZONE);
        List<Migration.Dates> dates = new ArrayList<>();
        Map<String, LegalClock> after = restored(file, to);
        mover.clocks.of(file.id(), from).forEach((id, before) -> {
            LegalClock now = after.get(id);
            Text title = from.clock(id).map(CaseClock::definition).orElseThrow().title();
            dates.add(new Migration.Dates(
                    title, before.legalDue(calendar, today).date(), now == null ? null : now.legalDue(calendar, today).date()));
            LocalDate promised = date(before.due(LimitKind.PROMISED, calendar, today));
            if (promised != null) {
                dates.add(new Migration.Dates(
                        new Text(title.zh() + "（承诺）", title.en() + " (promised)"),
                        promised,
                        now == null ? null : date(now.due(LimitKind.PROMISED, calendar, today))));
            }
        });
        return dates;
    }

    /// Ledgers that do not fit the newer version's terms give no clocks of it.
    private Map<String, LegalClock> restored(CaseFile file, ProcessDefinition to) {
        try {
            return mover.clocks.of(file.id(), to);
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            return Map.of();
        }
    }

    private static @Nullable LocalDate date(@Nullable ClockDue due) {
        return due == null ? null : due.date();
    }

    private static String target(ProcessDefinition to, String step) {
        return to.renamed().getOrDefault(step, step);
    }

    private static Text title(ProcessDefinition definition, String step) {
        return definition.step(step).map(Step::title).orElse(Text.same(step));
    }
}
