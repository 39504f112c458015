package org.luoshi.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.Cited;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockHolder;
import org.luoshi.kernel.clock.ClockTerms;
import org.luoshi.kernel.clock.DayCount;
import org.luoshi.kernel.clock.FirstDay;
import org.luoshi.kernel.clock.LastDay;
import org.luoshi.kernel.clock.LegalBasis;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.Limit;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.Drawing;
import org.luoshi.pack.process.Graph;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.Processes;

/// What holds of a clock that may run several times, whatever happens to its case.
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class ClockMovesTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            PackCompiler.compile(List.of(Path.of("..", "packs", "chengdu")))
                    .packs()
                    .orElseThrow()
                    .packs()
                    .stream()
                    .flatMap(pack -> Optional.ofNullable(pack.city()).stream())
                    .findFirst()
                    .orElseThrow()
                    .calendars());

    private static final Trigger BEGIN = new Trigger.Acted("step", "begin");
    private static final Trigger END = new Trigger.Acted("step", "end");
    private static final Trigger ASK = new Trigger.Acted("step", "ask");
    private static final Trigger ANSWER = new Trigger.Acted("step", "answer");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2024-12-20T09:00");

    /// @param days since what happened before
    record Happening(Trigger trigger, int days) {}

    @Provide
    Arbitrary<List<Happening>> lives() {
        Arbitrary<Trigger> triggers = Arbitraries.frequency(
                Tuple.of(4, BEGIN), Tuple.of(3, END), Tuple.of(3, ASK), Tuple.of(3, ANSWER));
        return Combinators.combine(triggers, Arbitraries.integers().between(0, 12))
                .as(Happening::new)
                .list()
                .ofMaxSize(40);
    }

    @Property
    void noDayAppearsOrVanishesOverAllRuns(@ForAll("lives") List<Happening> life, @ForAll DayCount count) {
        List<LegalClock> runs = lived(life, clock(count, true));
        for (int i = 0; i < runs.size(); i++) {
            LegalClock run = runs.get(i);
            LocalDate start = run.ledger().start().on();
            ClockEvent end = run.ledger().end();
            if (i > 0) {
                ClockEvent before = Objects.requireNonNull(runs.get(i - 1).ledger().end(), "a run began while another ran");
                assertThat(run.ledger().start().at()).isAfterOrEqualTo(before.at());
            }
            if (end == null) continue;
            // what was counted and what was suspended are all the days there were
            int counted = run.ran(DayCount.NATURAL, CALENDAR, end.on());
            int suspended = run.ledger().suspendedDays("review");
            assertThat(counted + suspended).as("%s", run).isEqualTo((int) ChronoUnit.DAYS.between(start, end.on()));
        }
    }

    @Property
    void eachRunIsALimitOfItsOwn(@ForAll("lives") List<Happening> life, @ForAll DayCount count) {
        for (LegalClock run : lived(life, clock(count, true))) {
            LegalClock alone = LegalClock.restore(run.definition(), run.ledger().events());
            assertThat(alone).isEqualTo(run);
            assertThat(run.ledger().events().getFirst()).isInstanceOf(ClockEvent.Started.class);
            LocalDate today = run.ledger().last().on();
            LocalDate due = LegalClock.start(run.definition(), run.ledger().start()).orThrow().legalDue(CALENDAR, today).date();
            boolean undisturbed = run.ledger().suspendedDays("review") == 0 && !run.ledger().isSuspended();
            if (undisturbed) assertThat(run.legalDue(CALENDAR, today).date()).isEqualTo(due);
            else assertThat(run.legalDue(CALENDAR, today).date()).isAfterOrEqualTo(due);
        }
    }

    @Property
    void theFirstRunIsThatOfAClockThatRunsOnce(@ForAll("lives") List<Happening> life, @ForAll DayCount count) {
        List<LegalClock> once = lived(life, clock(count, false));
        List<LegalClock> again = lived(life, clock(count, true));
        assertThat(once).hasSizeLessThanOrEqualTo(1);
        if (!once.isEmpty()) assertThat(again.getFirst().ledger()).isEqualTo(once.getFirst().ledger());
    }

    @Property
    void aRunBeginsWheneverItsStartHappensAndNoneRuns(@ForAll("lives") List<Happening> life) {
        int begun = 0;
        boolean runs = false;
        boolean suspended = false;
        for (Happening one : life) {
            boolean ends = one.trigger().equals(END) && runs && !suspended;
            boolean begins = one.trigger().equals(BEGIN) && !runs;
            if (begins) begun++;
            if (runs) suspended = one.trigger().equals(ASK) || suspended && !one.trigger().equals(ANSWER);
            runs = begins || runs && !ends;
            if (!runs) suspended = false;
        }
        assertThat(lived(life, clock(DayCount.WORKING, true))).hasSize(begun);
    }

    /// Runs of the clock after all that happened; what a clock refuses does not happen.
    private static List<LegalClock> lived(List<Happening> life, CaseClock clock) {
        ProcessDefinition process = process(clock);
        Map<String, List<LegalClock>> runs = Map.of();
        LocalDateTime at = FIRST;
        for (Happening one : life) {
            at = at.plusDays(one.days());
            ClockMoves moves = new ClockMoves(process, CALENDAR, at.atZone(Processes.ZONE).toInstant(), runs);
            try {
                moves.happen(one.trigger(), null, null);
                Map<String, List<LegalClock>> after = new LinkedHashMap<>();
                moves.runs().forEach((id, some) -> after.put(id, new ArrayList<>(some)));
                runs = after;
            } catch (NotPossible refused) {
                assertThat(refused.errors()).isNotEmpty();
            }
        }
        return runs.getOrDefault("limit", List.of());
    }

    private static CaseClock clock(DayCount count, boolean again) {
        LegalBasis basis = new LegalBasis(new Text("示例", "Sample"), new Text("第一条", "article 1"), false);
        ClockTerms terms = new ClockTerms(
                Validity.ALWAYS,
                new Cited<>(new Limit(10, count), basis),
                null,
                new Cited<>(FirstDay.NOT_COUNTED, basis),
                new Cited<>(LastDay.MOVES_TO_WORKING_DAY, basis),
                null,
                null,
                List.of(new SuspensionCause("review", new Text("评审", "review"), NoticeDuty.NONE, basis)),
                List.of());
        ClockDefinition definition = new ClockDefinition(
                "limit", new Text("时限", "Limit"), ClockHolder.AGENCY, BEGIN.written(), Set.of(END.written()), List.of(terms));
        return new CaseClock(
                definition, BEGIN, Set.of(END), Map.of(ASK, "review"), Set.of(ANSWER), Optional.empty(), again);
    }

    private static ProcessDefinition process(CaseClock clock) {
        QualifiedId id = new QualifiedId("sample", "sample");
        QualifiedId content = new QualifiedId("sample", "content");
        Text title = new Text("示例", "Sample");
        return new ProcessDefinition(
                id, title, title, content, "SL", "applicant", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of(),
                List.of(clock), new Graph(List.of(), List.of()), new Drawing(Map.of(), Map.of(), Map.of()),
                CaseRegister.of(id, title, content, List.of(), List.of(), List.of(clock)), "");
    }
}
