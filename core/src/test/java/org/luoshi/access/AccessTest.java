package org.luoshi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.tables.Tables.LOGIN_FAILURE;
import static org.luoshi.tables.Tables.UNIT;
import static org.luoshi.tables.Tables.UNIT_ANCESTOR_HISTORY;
import static org.luoshi.tables.Tables.UNIT_HISTORY;
import static org.luoshi.tables.Tables.UNIT_PARENT_HISTORY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

class AccessTest {

    private static final List<Unit> DECLARED = List.of(
            unit("city", UnitKind.CITY),
            unit("north", UnitKind.DISTRICT),
            unit("south", UnitKind.DISTRICT),
            unit("new_area", UnitKind.FUNCTIONAL_AREA),
            unit("south_street", UnitKind.STREET));
    private static final List<UnitParent> PARENTS = List.of(
            under("north", "city", Basis.ADMINISTRATIVE),
            under("south", "city", Basis.ADMINISTRATIVE),
            under("south_street", "south", Basis.ADMINISTRATIVE),
            under("north", "city", Basis.STATISTICAL),
            under("south", "city", Basis.STATISTICAL),
            under("new_area", "city", Basis.STATISTICAL),
            under("south_street", "new_area", Basis.STATISTICAL));

    private final SteppingClock clock = SteppingClock.at("2025-03-01T09:00");
    private final TestContext context = TestContext.of(clock, Units.class, Accounts.class, Guard.class);
    private final Units units = context.get(Units.class);
    private final Accounts accounts = context.get(Accounts.class);
    private final Guard guard = context.get(Guard.class);

    @BeforeEach
    void aCityOfTwoDistrictsAndAFunctionalArea() {
        activate(DECLARED, PARENTS);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aGrantReachesTheWholeSubtreeAndNothingBesideIt() {
        Viewer officer = viewer(new Grant(Role.OFFICER, "south"));
        assertThat(guard.may(officer, Permission.WRITE_RECORD, "south_street")).isTrue();
        assertThat(guard.may(officer, Permission.WRITE_RECORD, "north")).isFalse();
        assertThat(guard.may(officer, Permission.EDIT_PLAN, "south")).isFalse();
        assertThatThrownBy(() -> guard.demand(officer, Permission.WRITE_RECORD, "city"))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("WRITE_RECORD")
                .hasMessageContaining("city");
    }

    @Test
    void aStreetIsSeenByItsDistrictAndByTheAreaThatCountsIt() {
        assertThat(rows(viewer(new Grant(Role.READER, "south")))).containsExactlyInAnyOrder("south", "south_street");
        assertThat(rows(viewer(new Grant(Role.READER, "new_area"))))
                .containsExactlyInAnyOrder("new_area", "south_street");
    }

    @Test
    void whoHasNoGrantSeesNothing() {
        assertThat(rows(viewer())).isEmpty();
    }

    @Test
    void unitsOutliveTheirDeclarationBecauseRecordsNameThem() {
        activate(List.of(unit("city", UnitKind.CITY)), List.of());
        assertThat(context.sql().fetchCount(UNIT)).isEqualTo(5);
        assertThat(units.find("north")).isEmpty();
        assertThat(units.name("north")).isEqualTo(Text.same("north"));
    }

    @Test
    void aRestartedProgramReadsTheSameTree() {
        try (TestContext again = context.restarted(clock, Units.class)) {
            Units loaded = again.get(Units.class);
            loaded.load();
            assertThat(loaded.tree().units()).hasSize(5);
            assertThat(loaded.find("north").orElseThrow().codes()).containsExactly(new UnitCode("test", "1", "north"));
            assertThat(loaded.isWithin("south_street", Set.of("new_area"))).isTrue();
        }
    }

    @Test
    void theTreeOfAPastMomentIsTheOneThatWasKnownThen() {
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(1));
        activate(
                List.of(unit("city", UnitKind.CITY), unit("north", UnitKind.DISTRICT), unit("south_street", UnitKind.STREET)),
                List.of(
                        under("north", "city", Basis.ADMINISTRATIVE),
                        under("south_street", "north", Basis.ADMINISTRATIVE)));
        assertThat(units.isWithin("south_street", Set.of("south"))).isFalse();
        assertThat(units.isWithin("south_street", Set.of("south"), before)).isTrue();
        assertThat(units.tree(before).find("south").orElseThrow().codes()).isNotEmpty();
        assertThat(units.tree(before).units()).extracting(Unit::id)
                .containsExactlyInAnyOrder("city", "north", "south", "new_area", "south_street");
        assertThat(districtOfTheStreet(before)).containsExactly("south");
        assertThat(districtOfTheStreet(clock.instant())).containsExactly("north");
        assertThat(units.tree(before.minusSeconds(9)).units()).as("before anything was known").hasSize(5);
        try (TestContext again = context.restarted(clock, Units.class)) {
            Units loaded = again.get(Units.class);
            loaded.load();
            assertThat(loaded.find("south")).isEmpty();
            assertThat(loaded.tree(before).find("south")).isPresent();
        }
    }

    @Test
    void theHistoryOfUnitsGrowsByWhatChangesOnly() {
        clock.advance(Duration.ofDays(1));
        activate(DECLARED, PARENTS);
        assertThat(context.sql().fetchCount(UNIT_HISTORY)).isZero();
        List<UnitParent> oneMoved = new ArrayList<>(PARENTS);
        oneMoved.set(2, under("south_street", "north", Basis.ADMINISTRATIVE));
        activate(DECLARED, oneMoved);
        assertThat(context.sql().fetchCount(UNIT_HISTORY)).isZero();
        assertThat(context.sql().fetchCount(UNIT_PARENT_HISTORY)).isOne();
        assertThat(context.sql().fetchCount(UNIT_ANCESTOR_HISTORY)).isOne();
    }

    private void activate(List<Unit> declared, List<UnitParent> parents) {
        context.transaction().executeWithoutResult(_ -> units.activate(declared, parents, List.of(), clock.instant()));
    }

    private List<String> districtOfTheStreet(Instant asOf) {
        return context.sql()
                .fetch("select ancestor from " + units.ancestors(asOf)
                        + " as a where unit = 'south_street' and basis = 'administrative' and distance = 1")
                .map(row -> row.get(0, String.class));
    }

    @Test
    void theRightPasswordLogsIn() {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(new Grant(Role.CLERK, "north")), false);
        assertThat(accounts.logIn("li", "a long enough one"))
                .isEqualTo(new LogIn.Accepted(
                        new Viewer("li", new Text("李", "Li"), List.of(new Grant(Role.CLERK, "north")))));
        assertThat(accounts.logIn("li", "another one")).isInstanceOf(LogIn.Refused.class);
        assertThat(accounts.logIn("nobody", "a long enough one")).isInstanceOf(LogIn.Refused.class);
    }

    @Test
    void fiveFailuresLockAnAccountForAQuarterOfAnHour() {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(), false);
        for (int failure = 1; failure < Accounts.ALLOWED_FAILURES; failure++) {
            assertThat(accounts.logIn("li", "wrong")).isInstanceOf(LogIn.Refused.class);
        }
        assertThat(accounts.logIn("li", "wrong")).isInstanceOf(LogIn.Locked.class);
        assertThat(accounts.logIn("li", "a long enough one")).isInstanceOf(LogIn.Locked.class);
        clock.advance(Duration.ofMinutes(16));
        assertThat(accounts.logIn("li", "a long enough one")).isInstanceOf(LogIn.Accepted.class);
    }

    @Test
    void aNameThatNoAccountHasIsAnsweredLikeOneThatOneHas() {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(), false);
        List<List<Object>> answers = new ArrayList<>();
        for (String name : List.of("li", "nobody", "no\0body")) {
            List<Object> told = new ArrayList<>();
            for (int attempt = 1; attempt <= Accounts.ALLOWED_FAILURES + 2; attempt++) {
                told.add(accounts.logIn(name, "wrong"));
            }
            answers.add(told);
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
        assertThat(answers.get(0).getLast()).isInstanceOf(LogIn.Locked.class);
    }

    @Test
    void aNameThatNoAccountHasCostsTheDatabaseTheSameStatements() {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(), false);
        List<String> statements = new ArrayList<>();
        context.sql().configuration().set(ExecuteListener.onExecuteStart(execution -> statements.add(execution.sql())));
        accounts.logIn("li", "wrong");
        List<String> known = List.copyOf(statements);
        statements.clear();
        accounts.logIn("nobody", "wrong");
        assertThat(statements).isEqualTo(known).isNotEmpty();
    }

    @Test
    void guessesAtTheSameMomentGetNoMoreTriesThanGuessesInARow() throws Exception {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(), false);
        List<Callable<LogIn>> guesses = Collections.nCopies(12, () -> accounts.logIn("li", "wrong"));
        int locked = 0;
        try (ExecutorService together = Executors.newFixedThreadPool(12)) {
            for (Future<LogIn> guess : together.invokeAll(guesses)) {
                if (guess.get() instanceof LogIn.Locked) locked++;
            }
        }
        assertThat(locked).isEqualTo(12 - (Accounts.ALLOWED_FAILURES - 1));
    }

    @Test
    void failuresAreForgottenAfterTheTimeOfALockAndTakeNoMoreRoom() {
        for (int name = 0; name < 4; name++) accounts.logIn("name" + name, "wrong");
        clock.advance(Duration.ofMinutes(16));
        accounts.logIn("another", "wrong");
        assertThat(context.sql().fetchCount(LOGIN_FAILURE)).isOne();
    }

    @Test
    void whoGetsInIsForgivenEarlierFailures() {
        accounts.create("li", new Text("李", "Li"), "a long enough one", List.of(), false);
        for (int round = 0; round < 3; round++) {
            for (int failure = 1; failure < Accounts.ALLOWED_FAILURES; failure++) {
                assertThat(accounts.logIn("li", "wrong")).isInstanceOf(LogIn.Refused.class);
            }
            assertThat(accounts.logIn("li", "a long enough one")).isInstanceOf(LogIn.Accepted.class);
        }
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatThrownBy(() -> accounts.create("li", Text.same("Li"), "short", List.of(), false))
                .hasMessageContaining("10");
    }

    private List<String> rows(Viewer viewer) {
        return context.sql()
                .select(UNIT.ID)
                .from(UNIT)
                .where(RowFilter.rows(units, viewer, Permission.READ, UNIT.ID))
                .fetch(UNIT.ID);
    }

    private static Viewer viewer(Grant... grants) {
        return new Viewer("somebody", Text.same("somebody"), List.of(grants));
    }

    private static Unit unit(String id, UnitKind kind) {
        return new Unit(
                id, kind, Text.same(id), Text.same(id), Validity.ALWAYS, List.of(new UnitCode("test", "1", id)), null);
    }

    private static UnitParent under(String unit, String parent, Basis basis) {
        return new UnitParent(unit, parent, basis, Validity.ALWAYS);
    }
}
