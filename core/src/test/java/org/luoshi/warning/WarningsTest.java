package org.luoshi.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.tables.Tables.WARNING_FINDING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.luoshi.warning.Finding.Kind;
import org.luoshi.warning.Finding.Shown;
import org.luoshi.warning.Warning.State;
import org.luoshi.warning.Warning.StepKind;
import org.luoshi.warning.internal.FindingStore;
import org.luoshi.warning.internal.WarningStore;

class WarningsTest {

    private static final QualifiedId LOW = QualifiedId.parse("water.low");
    private static final QualifiedId GAS = QualifiedId.parse("gas.leak");
    private static final Instant START = Instant.parse("2026-01-03T00:00:00Z");
    private static final WarningFilter OPEN = new WarningFilter(null, true, null);

    private final Viewer wang = viewer("wang", Role.CLERK, "north");
    private final Viewer li = viewer("li", Role.CLERK, "north");
    private final Viewer reader = viewer("reader", Role.READER, "city");
    private final Viewer elsewhere = viewer("zhao", Role.CLERK, "south");

    private final SteppingClock clock = SteppingClock.at("2026-01-03T09:00");
    private final TestContext context = TestContext.of(
            clock, ChangeLog.class, Units.class, Guard.class, WarningStore.class, FindingStore.class, WarningIntake.class,
            Warnings.class);
    private final WarningIntake intake = context.get(WarningIntake.class);
    private final Warnings warnings = context.get(Warnings.class);

    @BeforeEach
    void city() {
        List<Unit> units = List.of(unit("city", UnitKind.CITY), unit("north", UnitKind.DISTRICT), unit("south", UnitKind.DISTRICT));
        List<UnitParent> parents = List.of(
                new UnitParent("north", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS),
                new UnitParent("south", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS));
        context.transaction().executeWithoutResult(_ -> {
            Change change = context.get(ChangeLog.class).open(new ChangeRequest("system", "units.test", "units"));
            context.get(Units.class).activate(units, parents, List.of(), change.knownAt());
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatIsToldTwiceIsTakenOnce() {
        Finding raised = raised("J1", WarningColour.BLUE, 0);
        assertThat(intake.take(List.of(raised, raised))).isEqualTo(1);
        assertThat(intake.take(List.of(raised))).isZero();
        Warning warning = only();
        assertThat(warning.id()).isEqualTo(raised.id());
        assertThat(warning.raisedAt()).isEqualTo(raised.at());
        assertThat(steps(warning)).containsExactly("RAISED BLUE");
        assertThat(warnings.findings(warning)).containsExactly(raised);
    }

    @Test
    void levelsGoUpAndDownWithTheFindingThatDidIt() {
        Finding blue = raised("J1", WarningColour.BLUE, 0);
        Finding red = raised("J1", WarningColour.RED, 1);
        intake.take(List.of(blue, red, cleared(red, 2)));
        Warning warning = only();
        assertThat(warning.colour()).isEqualTo(WarningColour.BLUE);
        assertThat(steps(warning)).containsExactly("RAISED BLUE", "LEVEL_UP RED", "LEVEL_DOWN BLUE");
        assertThat(warnings.steps(warning)).extracting(Warning.Step::finding).doesNotContainNull();
        assertThat(warnings.findings(warning)).hasSize(3).allSatisfy(it -> assertThat(it.shown().bound()).isEqualTo(0.14));
    }

    @Test
    void readingsEndTheCauseAndAnotherPersonClosesTheWarning() {
        Finding blue = raised("J1", WarningColour.BLUE, 0);
        intake.take(List.of(blue));
        UUID id = only().id();
        assertThat(warnings.handle(id, 1, "valve shut", wang)).contains(Refused.NOT_NOW);
        assertThat(warnings.acknowledge(id, 1, wang)).isEmpty();
        assertThat(warnings.acknowledge(id, 1, wang)).contains(Refused.CHANGED_MEANWHILE);
        assertThat(warnings.assign(id, 2, "crew 3", wang)).isEmpty();
        assertThat(warnings.handle(id, 3, " ", wang)).contains(Refused.NO_REASON);
        assertThat(warnings.handle(id, 3, "valve shut", wang)).isEmpty();
        assertThat(warnings.verify(id, 4, true, "looked", wang)).contains(Refused.SAME_PERSON);
        assertThat(warnings.verify(id, 4, true, "looked", li)).contains(Refused.STILL_STANDING);
        intake.take(List.of(cleared(blue, 5)));
        assertThat(only().state()).isEqualTo(State.HANDLED);
        assertThat(warnings.verify(id, 5, true, "looked", li)).isEmpty();
        assertThat(open()).isEmpty();
        Warning closed = warnings.find(id, wang).orElseThrow();
        assertThat(steps(closed))
                .containsExactly(
                        "RAISED BLUE", "ACKNOWLEDGED BLUE", "ASSIGNED BLUE", "HANDLED BLUE", "CAUSE_GONE BLUE", "CLOSED BLUE");
        assertThat(warnings.reopen(id, 6, "water on the road again", wang)).isEmpty();
        assertThat(only().state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(context.get(ChangeLog.class).verify().intact()).isTrue();
        assertThat(context.get(ChangeLog.class).entries("warning/" + id, null, 10)).hasSize(5);
    }

    @Test
    void whatDidNotHoldIsToBeConfirmedAgain() {
        Finding blue = raised("J1", WarningColour.BLUE, 0);
        intake.take(List.of(blue));
        UUID id = only().id();
        warnings.acknowledge(id, 1, wang);
        warnings.handle(id, 2, "valve shut", wang);
        intake.take(List.of(cleared(blue, 3), raised("J1", WarningColour.BLUE, 4)));
        Warning again = only();
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.state()).isEqualTo(State.RAISED);
        assertThat(again.handledBy()).isNull();
        assertThat(steps(again)).endsWith("CAUSE_GONE BLUE", "AGAIN BLUE");
    }

    /// Detection opens its change before it holds a warning. Whoever held the warning first would wait for it in a circle.
    @Test
    @Timeout(60)
    void peopleAndDetectionTakeTheLogAndTheWarningInTheSameOrder() throws Exception {
        Finding blue = raised("J1", WarningColour.BLUE, 0);
        intake.take(List.of(blue));
        UUID id = only().id();
        ChangeLog log = context.get(ChangeLog.class);
        DSLContext database = context.get(DSLContext.class);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var acknowledged = context.transaction().execute(_ -> {
                log.open(new ChangeRequest("system", "units.test", "units"));
                var waiting = threads.submit(() -> warnings.acknowledge(id, 1, wang));
                while (!Boolean.TRUE.equals(database.fetchValue(
                        "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)"))) Thread.onSpinWait();
                intake.take(List.of(cleared(blue, 1)));
                return waiting;
            });
            assertThat(Known.present(acknowledged, "answer").get()).contains(Refused.CHANGED_MEANWHILE);
        }
        assertThat(steps(only())).containsExactly("RAISED BLUE", "CAUSE_GONE BLUE");
        assertThat(log.entries("warning/" + id, null, 10)).isEmpty();
        assertThat(log.verify().intact()).isTrue();
    }

    @Test
    void aLostSensorEndsNothingAndEscalatesAGraveWarning() {
        Finding red = raised("J1", WarningColour.RED, 0);
        Finding silentRed = finding(Kind.SILENT, "J1", WarningColour.RED, 3, null);
        Finding silentBlue = finding(Kind.SILENT, "J1", WarningColour.BLUE, 3, null);
        intake.take(List.of(red, silentBlue, silentRed));
        Warning warning = only();
        assertThat(warning.standing()).isTrue();
        assertThat(warning.silent()).isTrue();
        assertThat(warning.escalatedAt()).isNotNull();
        assertThat(steps(warning)).containsExactly("RAISED RED", "SILENT RED", "ESCALATED RED");
        warnings.acknowledge(warning.id(), warning.number(), wang);
        warnings.handle(warning.id(), warning.number() + 1, "replaced the gauge", wang);
        assertThat(warnings.verify(warning.id(), warning.number() + 2, true, "read a gauge by hand", li)).isEmpty();
    }

    @Test
    void aSensorThatFallsSilentWhileNothingIsWarnedOfIsKeptAndNoWarning() {
        intake.take(List.of(finding(Kind.SILENT, "J1", WarningColour.RED, 3, null)));
        assertThat(open()).isEmpty();
        assertThat(context.sql().fetchCount(WARNING_FINDING)).isEqualTo(1);
    }

    @Test
    void whatNobodyConfirmsInTimeIsEscalatedOnce() {
        intake.take(List.of(raised("J1", WarningColour.BLUE, 0)));
        Instant due = only().confirmBy();
        assertThat(intake.escalate(due)).isZero();
        assertThat(intake.escalate(due.plusSeconds(1))).isEqualTo(1);
        assertThat(intake.escalate(due.plusSeconds(2))).isZero();
        assertThat(steps(only())).containsExactly("RAISED BLUE", "ESCALATED BLUE");
    }

    @Test
    void nobodyIsCalledForWhatIsSilencedOrASymptom() {
        warnings.silence("city", LOW, null, Duration.ofHours(24), "works on main 7", viewer("zhou", Role.CLERK, "city"));
        intake.take(List.of(raised("J1", WarningColour.BLUE, 0)));
        Warning quiet = only();
        assertThat(quiet.quietUntil()).isNotNull();
        assertThat(intake.escalate(quiet.confirmBy().plusSeconds(1))).isZero();
        assertThat(intake.escalate(quiet.quietUntil().plusSeconds(1))).isEqualTo(1);

        Finding cause = new Finding(id("c"), id("c"), Kind.RAISED, GAS, 1, WarningColour.RED, "M7", "north", START,
                Duration.ofMinutes(5), false, shown());
        Finding symptom = new Finding(id("s"), id("s"), Kind.RAISED, GAS, 1, WarningColour.RED, "M8", "north", START,
                Duration.ofMinutes(5), false, shown());
        intake.take(List.of(cause, symptom));
        assertThat(warnings.group(id("s"), 1, id("s"), "same main", wang)).contains(Refused.NO_SUCH_CAUSE);
        assertThat(warnings.group(id("s"), 1, id("c"), "same main", wang)).isEmpty();
        assertThat(warnings.group(id("c"), 1, id("s"), "same main", wang)).contains(Refused.NO_SUCH_CAUSE);
        Warning under = warnings.find(id("s"), wang).orElseThrow();
        assertThat(intake.escalate(under.confirmBy().plusSeconds(1))).isEqualTo(1);
        assertThat(warnings.find(id("s"), wang).orElseThrow().escalatedAt()).isNull();
        assertThat(warnings.symptoms(warnings.find(id("c"), wang).orElseThrow(), wang)).extracting(Warning::id).containsExactly(id("s"));
    }

    @Test
    void aDrillNeverJoinsARealWarning() {
        Finding real = raised("J1", WarningColour.BLUE, 0);
        Finding drill = new Finding(id("drill"), id("drill"), Kind.RAISED, LOW, 1, WarningColour.RED, "J1", "north", START,
                Duration.ofMinutes(5), true, shown());
        intake.take(List.of(real, drill));
        assertThat(open()).hasSize(2);
        assertThat(warnings.find(real.id(), wang).orElseThrow().colour()).isEqualTo(WarningColour.BLUE);
        assertThat(warnings.find(drill.id(), wang).orElseThrow().exercise()).isTrue();
        assertThat(warnings.group(drill.id(), 1, real.id(), "same", wang)).contains(Refused.NO_SUCH_CAUSE);
    }

    @Test
    void levelsAreSetByHandWithAReasonOnly() {
        intake.take(List.of(raised("J1", WarningColour.BLUE, 0)));
        UUID id = only().id();
        assertThat(warnings.level(id, 1, WarningColour.RED, "", wang)).contains(Refused.NO_REASON);
        assertThat(warnings.level(id, 1, WarningColour.RED, "a hospital is behind it", wang)).isEmpty();
        assertThat(only().colour()).isEqualTo(WarningColour.RED);
        assertThat(warnings.steps(only()).getLast().reason()).isEqualTo("a hospital is behind it");
    }

    @Test
    void othersUnitsAreNeitherSeenNorActedFor() {
        intake.take(List.of(raised("J1", WarningColour.BLUE, 0)));
        UUID id = only().id();
        assertThat(warnings.find(id, elsewhere)).isEmpty();
        assertThat(warnings.list(OPEN, 0, 10, elsewhere).total()).isZero();
        assertThat(warnings.find(id, reader)).isPresent();
        assertThatThrownBy(() -> warnings.acknowledge(id, 1, reader)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> warnings.acknowledge(id, 1, elsewhere)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aGroupThatWasCutOffIsTakenWholeTheNextTime() {
        List<Finding> group = List.of(raised("J1", WarningColour.BLUE, 0), raised("J2", WarningColour.RED, 0));
        context.transaction().executeWithoutResult(status -> {
            intake.take(group);
            status.setRollbackOnly();
        });
        assertThat(open()).isEmpty();
        assertThat(intake.take(group)).isEqualTo(2);
        assertThat(open()).hasSize(2);
    }

    /// What a restart does: the log is told again from some moment before it broke off.
    @Test
    void howTheLogIsCutAndToldAgainChangesNothing() {
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<Finding> log = log(random, "A" + seed);
            intake.take(log);
            List<Finding> other = log.stream().map(it -> renamed(it, "B")).toList();
            int told = 0;
            while (told < other.size()) {
                int from = Math.max(0, told - random.nextInt(4));
                told = Math.min(other.size(), told + 1 + random.nextInt(5));
                intake.take(other.subList(from, told));
            }
            assertThat(lives("B" + "A" + seed)).as("seed " + seed).isEqualTo(lives("A" + seed));
        }
    }

    /// Levels come and go, the sensor is lost and heard.
    private static List<Finding> log(Random random, String thing) {
        List<Finding> log = new ArrayList<>();
        Map<WarningColour, Finding> raised = new EnumMap<>(WarningColour.class);
        boolean silent = false;
        for (int minute = 0; minute < 30; minute++) {
            WarningColour colour = List.of(WarningColour.values()).get(random.nextInt(4));
            if (random.nextInt(5) == 0) {
                silent = !silent;
                log.add(finding(silent ? Kind.SILENT : Kind.HEARD, thing, colour, minute, null));
                continue;
            }
            Finding before = raised.remove(colour);
            Finding now = before == null ? raised(thing, colour, minute) : cleared(before, minute);
            if (before == null) raised.put(colour, now);
            log.add(now);
        }
        return log;
    }

    private List<String> lives(String thing) {
        return open().stream()
                .filter(it -> it.thing().equals(thing))
                .map(it -> it.colour() + " " + it.standing() + " " + it.silent() + " " + it.state() + " " + steps(it))
                .toList();
    }

    private static Finding renamed(Finding finding, String prefix) {
        return new Finding(
                id(prefix + finding.id()),
                id(prefix + finding.episode()),
                finding.kind(),
                finding.rule(),
                finding.version(),
                finding.colour(),
                prefix + finding.thing(),
                finding.unit(),
                finding.at(),
                finding.confirm(),
                finding.exercise(),
                finding.shown());
    }

    private List<Warning> open() {
        return warnings.list(OPEN, 0, 1000, Viewer.system()).warnings();
    }

    private Warning only() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }

    private List<String> steps(Warning warning) {
        return warnings.steps(warning).stream().map(it -> it.kind() + " " + it.colour()).toList();
    }

    private static Finding raised(String thing, WarningColour colour, int minute) {
        return finding(Kind.RAISED, thing, colour, minute, null);
    }

    private static Finding cleared(Finding raised, int minute) {
        return finding(Kind.CLEARED, raised.thing(), raised.colour(), minute, raised.id());
    }

    private static Finding finding(Kind kind, String thing, WarningColour colour, int minute, @Nullable UUID episode) {
        UUID id = id(kind + thing + colour + minute);
        return new Finding(
                id,
                Optional.ofNullable(episode).orElse(id),
                kind,
                LOW,
                1,
                colour,
                thing,
                "north",
                START.plus(Duration.ofMinutes(minute)),
                Duration.ofMinutes(10),
                false,
                shown());
    }

    private static Shown shown() {
        return new Shown(START, 2, 0.12, 0.12, 0.14, 0.02, null, List.of(new Finding.Share("level", false, 0.12, 0.2, 1.5)));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Viewer viewer(String account, Role role, String unit) {
        return new Viewer(account, Text.same(account), List.of(new Grant(role, unit)));
    }

    private static Unit unit(String id, UnitKind kind) {
        return new Unit(id, kind, Text.same(id), Text.same(id), Validity.ALWAYS, List.of(), null);
    }
}
