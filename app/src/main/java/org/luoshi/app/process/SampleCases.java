package org.luoshi.app.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Viewer;
import org.luoshi.app.sample.SampleUnits;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.CaseSample;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Sample.Span;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.Operation;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.ClockStand;
import org.luoshi.process.Deadlines;
import org.luoshi.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Synthetic cases: applied for and moved through the same door as real ones, day by day, some in time and some late,
/// some returned, suspended or taken back, some still open at the end.
///
/// All that happens follows from the seeds that packs declare, so that the same packs give the same year.
public final class SampleCases {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);

    /// Cases of a process that declares none.
    private static final int CASES = 40;

    /// Working hours in which things happen: after the reports of the morning.
    private static final LocalTime FROM = LocalTime.of(9, 30);

    private static final CaseSample.Step ORDINARY = new CaseSample.Step(new Span(0, 5), Map.of(), Map.of());

    /// Something to do for a case: its next step, or the application where there is none yet.
    private record Due(Instant at, CaseLife life) {}

    /// The door that cases go through.
    ///
    /// @param deadlines what happens by itself
    public record Door(Cases cases, CaseOperations operations, Deadlines deadlines, Registers registers) {}

    private final Door door;
    private final CaseWords words;
    private final PackSet packs;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final Viewer applicant;
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at)
            .thenComparing(d -> d.life().sample.id())
            .thenComparingInt(d -> d.life().number));
    private int refused;

    /// @param applicant account in whose name all cases are applied for
    public SampleCases(
            Door door, PackSet packs, SampleUnits units, WorkingCalendar calendar, ZoneId zone, Viewer applicant) {
        this.door = door;
        this.packs = packs;
        this.words = new CaseWords(door.registers(), units);
        this.calendar = calendar;
        this.zone = zone;
        this.applicant = applicant;
    }

    /// Spreads applications over the days.
    ///
    /// @param from none is made before
    /// @param to or from this day on
    public void plan(LocalDate from, LocalDate to) {
        for (Pack pack : packs.packs()) {
            for (ProcessDefinition process : pack.processes()) {
                List<CaseSample> declared = pack.caseSamples().stream()
                        .filter(sample -> sample.process().equals(process.id()))
                        .toList();
                declared.forEach(sample -> plan(process, sample, from, to));
                if (declared.isEmpty()) plan(process, ordinary(process, from, to), from, to);
            }
        }
    }

    private static CaseSample ordinary(ProcessDefinition process, LocalDate from, LocalDate to) {
        return new CaseSample(
                process.id(), process.title(), process.id(), 1, from, to, CASES, Map.of(), List.of(), Map.of(),
                new CaseSample.Troubles(null, null, 0, 0));
    }

    private void plan(ProcessDefinition process, CaseSample sample, LocalDate from, LocalDate to) {
        LocalDate first = sample.from().isBefore(from) ? from : sample.from();
        LocalDate end = sample.to().isBefore(to) ? sample.to().plusDays(1) : to;
        long days = end.toEpochDay() - first.toEpochDay();
        if (days <= 0) return;
        for (int i = 0; i < sample.cases(); i++) {
            CaseLife life = new CaseLife(process, sample, i);
            LocalDate day = first.plusDays(Math.floorMod(life.random.nextLong(), days));
            due.add(new Due(moment(calendar.workingDayFrom(day).date(), life), life));
        }
    }

    /// How many steps were refused, as they would be refused an office.
    public int refused() {
        return refused;
    }

    /// Lets everything happen that falls before a day.
    ///
    /// @param standAt moves the clock to a moment
    public void until(LocalDate day, Consumer<Instant> standAt) {
        Instant morning = day.atStartOfDay(zone).toInstant();
        LocalDate last = null;
        while (!due.isEmpty() && due.peek().at().isBefore(morning)) {
            Due next = due.poll();
            standAt.accept(next.at());
            LocalDate today = LocalDate.ofInstant(next.at(), zone);
            if (!today.equals(last)) door.deadlines().run();
            last = today;
            String number = next.life().caseNumber();
            if (number == null) apply(next, today);
            else act(next, number, today);
        }
    }

    private void apply(Due next, LocalDate today) {
        CaseLife life = next.life();
        Map<String, String> typed = new HashMap<>();
        for (String field : life.process.form()) typed.put(field, value(life, field, null, today));
        CaseResult result = door.cases().apply(life.process.id(), typed, applicant);
        if (!(result instanceof CaseResult.Done(CaseFile file, var _))) {
            throw new IllegalStateException("a synthetic application was refused: " + result);
        }
        settled(next, file.number(), result);
    }

    private void act(Due next, String number, LocalDate today) {
        CaseLife life = next.life();
        CaseView view = door.cases().find(number, Viewer.system()).orElseThrow();
        CaseTask task = view.tasks().stream().filter(CaseTask::open).findFirst().orElse(null);
        if (task == null) return;
        if (view.file().state() == CaseState.SUSPENDED) {
            settled(next, number, resume(view, task));
            return;
        }
        Step step = view.definition().step(task.step()).orElseThrow();
        if (life.withdrawsNow()) {
            door.operations().withdraw(number, "合成数据：申请人撤回", applicant);
            return;
        }
        if (life.suspends() && step.operations().contains(Operation.SUSPEND) && suspend(next, view, task, today)) return;
        String earlier = earlier(view);
        if (life.returns() && earlier != null && step.operations().contains(Operation.RETURN)) {
            life.returned();
            settled(next, number, door.operations().giveBack(task.id(), earlier, "合成数据：材料不清，退回", actor(task)));
            return;
        }
        finish(next, view, task, step, today);
    }

    private void finish(Due next, CaseView view, CaseTask task, Step step, LocalDate today) {
        CaseLife life = next.life();
        CaseSample.Step declared = life.sample.step(step.id()).orElse(ORDINARY);
        Action action = choose(view, step, declared, life);
        Map<String, String> typed = new HashMap<>();
        for (String field : step.form()) {
            boolean set = declared.set().containsKey(field);
            boolean empty = view.content().value(field) == null && life.random.nextInt(3) == 0;
            if (set || action.needed().contains(field) || empty) typed.put(field, value(life, field, declared, today));
        }
        String reason = action.reason() ? "合成数据：%s".formatted(action.title().zh()) : "";
        WrittenNotice notice = notice(view, view.definition().notice(new Trigger.Acted(step.id(), action.id())), today);
        settled(next, view.file().number(), door.cases().act(task.id(), action.id(), typed, reason, notice, actor(task)));
    }

    private boolean suspend(Due next, CaseView view, CaseTask task, LocalDate today) {
        Optional<ClockStand> clock = view.clocks().stream()
                .filter(c -> c.clock().ledger().end() == null
                        && !c.clock().ledger().isSuspended()
                        && !c.clock().terms().causes().isEmpty())
                .findFirst();
        if (clock.isEmpty()) return false;
        SuspensionCause cause = clock.get().clock().terms().causes().getFirst();
        int days = next.life().takeSuspension();
        CaseResult result = door.operations()
                .suspend(
                        task.id(),
                        clock.get().clock().definition().id(),
                        cause.id(),
                        notice(view, cause.notice(), today),
                        "合成数据：" + cause.title().zh(),
                        actor(task));
        if (result instanceof CaseResult.Done) later(next, view.file().number(), days);
        else settled(next, view.file().number(), result);
        return true;
    }

    private CaseResult resume(CaseView view, CaseTask task) {
        String clock = view.clocks().stream()
                .filter(c -> c.clock().ledger().isSuspended())
                .findFirst()
                .orElseThrow()
                .clock()
                .definition()
                .id();
        return door.operations().resume(task.id(), clock, "合成意见书", actor(task));
    }

    /// The case goes on after what was done; what was refused is tried again another day.
    private void settled(Due before, String number, CaseResult result) {
        CaseLife life = before.life();
        if (!(result instanceof CaseResult.Done)) {
            LOG.debug("{} refused: {}", number, result);
            refused++;
            if (!life.refused()) return;
        }
        CaseView view = door.cases().find(number, Viewer.system()).orElseThrow();
        Step step = view.at().stream().findFirst().flatMap(view.definition()::step).orElse(null);
        if (step == null) return;
        boolean ofAnOffice = step.roles().stream().noneMatch(role -> view.definition().role(role).isApplicant());
        CaseSample.Step declared = life.sample.step(step.id()).orElse(ORDINARY);
        later(before, number, days(declared, life) + (ofAnOffice ? life.late : 0));
    }

    /// As an authority would write one, where the law wants one.
    private static @Nullable WrittenNotice notice(CaseView view, NoticeDuty duty, LocalDate day) {
        String number = "合成告知〔%d〕%s".formatted(day.getYear(), view.file().number());
        return switch (duty) {
            case NONE -> null;
            case WRITTEN -> new WrittenNotice(number, day, null);
            case WRITTEN_WITH_TIME -> new WrittenNotice(number, day, day.plusDays(14));
        };
    }

    /// As declared, else the first action mostly; what is allowed once, once.
    private static Action choose(CaseView view, Step step, CaseSample.Step declared, CaseLife life) {
        List<Action> open = step.actions().stream()
                .filter(a -> !a.automatic() && step.voting().filter(panel -> panel.does(a.id())).isEmpty())
                .filter(a -> !a.once()
                        || view.events().stream()
                                .noneMatch(e -> step.id().equals(e.step()) && a.id().equals(e.action())))
                .toList();
        Map<String, Integer> weights = new HashMap<>(declared.choose());
        weights.keySet().removeIf(id -> open.stream().noneMatch(a -> a.id().equals(id)));
        if (!weights.isEmpty()) {
            return step.action(CaseWords.choose(weights, life.random)).orElseThrow();
        }
        return life.random.nextInt(10) < 7 ? open.getFirst() : open.get(life.random.nextInt(open.size()));
    }

    /// The last step of an authority that the case has been at before.
    private static @Nullable String earlier(CaseView view) {
        return view.tasks().stream()
                .filter(t -> t.action() != null && t.unit() != null && !view.at().contains(t.step()))
                .map(CaseTask::step)
                .reduce((before, after) -> after)
                .orElse(null);
    }

    /// Working days until a step is done: up to a week where nothing is declared, and one in ten much longer.
    private static int days(CaseSample.Step step, CaseLife life) {
        boolean slow = step == ORDINARY && life.random.nextInt(10) == 0;
        return slow ? 6 + life.random.nextInt(18) : Math.max(0, CaseWords.between(step.after(), life.random));
    }

    private void later(Due before, String number, int days) {
        CaseLife life = before.life();
        LocalDate day = calendar.addWorkingDays(LocalDate.ofInstant(before.at(), zone), days).date();
        Instant at = moment(calendar.workingDayFrom(day).date(), life);
        life.appliedAs(number);
        due.add(new Due(at.isAfter(before.at()) ? at : before.at().plusSeconds(60), life));
    }

    private Viewer actor(CaseTask task) {
        if (task.unit() == null) return applicant;
        return new Viewer(
                "synthetic", new Text("合成账号", "Synthetic account"), List.of(new Grant(task.role(), task.unit())));
    }

    private String value(CaseLife life, String id, CaseSample.@Nullable Step step, LocalDate today) {
        return words.of(
                packs.entity(life.process.content()).orElseThrow().require(id),
                life.sample, life.kind, step, life.number, today, life.random);
    }

    private Instant moment(LocalDate day, CaseLife life) {
        return day.atTime(FROM).plusMinutes(life.random.nextInt(420)).atZone(zone).toInstant();
    }
}
