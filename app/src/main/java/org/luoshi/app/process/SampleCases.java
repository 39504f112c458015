package org.luoshi.app.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.app.sample.SampleUnits;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseTask;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;

/// Synthetic cases for a demonstration: applied for and moved through the same door as real ones, day by day, some in
/// time and some late, some still open at the end.
///
/// All that happens follows from a seed for each process, so that the same packs give the same year.
public final class SampleCases {

    /// Cases of each process in the year.
    private static final int CASES = 40;

    /// Working hours in which things happen: after the reports of the morning.
    private static final LocalTime FROM = LocalTime.of(9, 30);

    /// Something to do: a case's next step, or an application where there is no case yet.
    private record Due(Instant at, ProcessDefinition process, int number, String caseNumber) {}

    private final Cases cases;
    private final PackSet packs;
    private final SampleUnits units;
    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final Viewer applicant;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::number));
    private final Map<String, Random> sequences = new HashMap<>();

    /// @param applicant account in whose name all cases are applied for
    public SampleCases(
            Cases cases, PackSet packs, SampleUnits units, WorkingCalendar calendar, ZoneId zone, Viewer applicant) {
        this.cases = cases;
        this.packs = packs;
        this.units = units;
        this.calendar = calendar;
        this.zone = zone;
        this.applicant = applicant;
    }

    /// Spreads applications over the days.
    public void plan(LocalDate from, LocalDate to) {
        packs.processes().forEach(process -> {
            long days = to.toEpochDay() - from.toEpochDay();
            for (int i = 0; i < CASES; i++) {
                Random sequence = sequence(process, i);
                LocalDate day = from.plusDays(Math.floorMod(sequence.nextLong(), days));
                due.add(new Due(moment(calendar.workingDayFrom(day).date(), sequence), process, i, ""));
            }
        });
    }

    /// Lets everything happen that falls before a day.
    ///
    /// @param standAt moves the clock to a moment
    public void until(LocalDate day, Consumer<Instant> standAt) {
        Instant morning = day.atStartOfDay(zone).toInstant();
        while (!due.isEmpty() && due.peek().at().isBefore(morning)) {
            Due next = due.poll();
            standAt.accept(next.at());
            if (next.caseNumber().isEmpty()) apply(next);
            else act(next);
        }
    }

    private void apply(Due next) {
        Random sequence = sequence(next.process(), next.number());
        Map<String, String> typed = new HashMap<>();
        for (String field : next.process().form()) {
            typed.put(field, value(next.process(), field, next.number(), sequence));
        }
        CaseResult result = cases.apply(next.process().id(), typed, applicant);
        if (!(result instanceof CaseResult.Done(CaseFile file, var _))) {
            throw new IllegalStateException("a synthetic application was refused: " + result);
        }
        later(next, file.number(), sequence);
    }

    private void act(Due next) {
        Random sequence = sequence(next.process(), next.number());
        CaseView view = cases.find(next.caseNumber(), Viewer.system()).orElseThrow();
        CaseTask task = view.tasks().stream().filter(CaseTask::open).findFirst().orElse(null);
        if (task == null) return;
        Step step = view.definition().step(task.step()).orElseThrow();
        Action action = choose(view, step, sequence);
        Map<String, String> typed = new HashMap<>();
        for (String field : step.form()) {
            if (action.needed().contains(field) || view.content().value(field) == null && sequence.nextInt(3) == 0) {
                typed.put(field, value(next.process(), field, next.number(), sequence));
            }
        }
        String reason = action.reason() ? "合成数据：%s".formatted(action.title().zh()) : "";
        CaseResult result = cases.act(task.id(), action.id(), typed, reason, notice(view, step, action, next.at()), actor(task));
        if (!(result instanceof CaseResult.Done)) {
            throw new IllegalStateException("a synthetic step was refused: " + result);
        }
        later(next, next.caseNumber(), sequence);
    }

    /// As an authority would write one, where the law wants one.
    private @Nullable WrittenNotice notice(CaseView view, Step step, Action action, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        String number = "合成告知〔%d〕%s".formatted(day.getYear(), view.file().number());
        return switch (view.definition().notice(new Trigger.Acted(step.id(), action.id()))) {
            case NONE -> null;
            case WRITTEN -> new WrittenNotice(number, day, null);
            case WRITTEN_WITH_TIME -> new WrittenNotice(number, day, day.plusDays(14));
        };
    }

    /// The first action mostly; what is allowed once, once.
    private static Action choose(CaseView view, Step step, Random sequence) {
        List<Action> open = step.actions().stream()
                .filter(a -> !a.once()
                        || view.events().stream()
                                .noneMatch(e -> step.id().equals(e.step()) && a.id().equals(e.action())))
                .toList();
        return sequence.nextInt(10) < 7 ? open.getFirst() : open.get(sequence.nextInt(open.size()));
    }

    private void later(Due before, String number, Random sequence) {
        int days = sequence.nextInt(10) == 0 ? 6 + sequence.nextInt(18) : sequence.nextInt(5);
        LocalDate day = calendar.addWorkingDays(LocalDate.ofInstant(before.at(), zone), days).date();
        LocalDate working = calendar.workingDayFrom(day).date();
        Instant at = moment(working, sequence);
        due.add(new Due(at.isAfter(before.at()) ? at : before.at().plusSeconds(60), before.process(), before.number(), number));
    }

    private Viewer actor(CaseTask task) {
        if (task.unit() == null) return applicant;
        Role role = task.role();
        return new Viewer("synthetic", new Text("合成账号", "Synthetic account"), List.of(new Grant(role, task.unit())));
    }

    private String value(ProcessDefinition process, String id, int number, Random sequence) {
        Field field = packs.entity(process.content()).orElseThrow().require(id);
        String words =
                switch (field.type()) {
                    case FieldType.TextType(int most, var pattern) -> {
                        String text = "合成" + field.title().zh() + (number + 1);
                        yield pattern == null ? text.substring(0, Math.min(most, text.length())) : "";
                    }
                    case FieldType.EnumerationType(var values) -> {
                        int one = sequence.nextInt(values.size());
                        int other = sequence.nextInt(values.size());
                        yield values.get(Math.min(one, other)).id();
                    }
                    case FieldType.UnitType(var kinds) -> unit(kinds.stream().sorted().toList(), sequence);
                    case FieldType.BooleanType() -> String.valueOf(sequence.nextBoolean());
                    case FieldType.IntegerType(var _, Long min, Long max) ->
                        String.valueOf((min == null ? 1 : min) + sequence.nextInt(max == null ? 100 : (int) Math.min(100, max - (min == null ? 1 : min) + 1)));
                    case FieldType.DecimalType _ -> String.valueOf(1 + sequence.nextInt(100));
                    case FieldType.DateType _, FieldType.MomentType(), FieldType.ReferenceType _, FieldType.PointType _,
                            FieldType.CommitmentType() -> "";
                };
        return Objects.requireNonNull(words);
    }

    /// Half of them in one place, so that its people have something to do.
    private String unit(List<UnitKind> kinds, Random sequence) {
        List<String> all = kinds.stream().flatMap(kind -> units.ofKind(kind).stream()).toList();
        if (all.isEmpty()) return "";
        return all.contains("chenghua") && sequence.nextBoolean() ? "chenghua" : all.get(sequence.nextInt(all.size()));
    }

    private Instant moment(LocalDate day, Random sequence) {
        return day.atTime(FROM).plusMinutes(sequence.nextInt(420)).atZone(zone).toInstant();
    }

    private Random sequence(ProcessDefinition process, int number) {
        return sequences.computeIfAbsent(
                process.id() + "#" + number, key -> new Random(key.hashCode() * 1_000_003L + number));
    }
}
