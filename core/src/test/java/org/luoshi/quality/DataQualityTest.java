package org.luoshi.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Method;
import org.luoshi.pack.QualityCheck.Rule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.Names;
import org.luoshi.pack.expression.Scope;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.quality.QualityItem.State;
import org.luoshi.quality.internal.Evaluation;
import org.luoshi.quality.internal.ItemStore;
import org.luoshi.quality.internal.QualityMarks;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

class DataQualityTest {

    private static final QualifiedId SITE = QualifiedId.parse("parks.site");
    private static final QualifiedId RETURN = QualifiedId.parse("parks.monthly");
    private static final QualityFilter ALL = new QualityFilter(null, null, null, Set.of());

    private final SteppingClock clock = SteppingClock.at("2025-03-10T09:00");
    private final TestContext context = TestContext.of(
            clock, ChangeLog.class, Units.class, Guard.class, Registers.class, ItemStore.class, Evaluation.class,
            QualityMarks.class, DataQuality.class);
    private final DataQuality quality = context.get(DataQuality.class);
    private final Registers registers = context.get(Registers.class);

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

    /// A site that is closed, in one register; a return of it that goes on, in another.
    @Test
    void aContradictionBetweenRegistersOpensAnItemOnceAndClosesItWhenItsCauseIsGone() {
        use(contradiction("monthly.site.closed && monthly.jobs > quantity('0', '人')"));
        long site = create(SITE, Map.of("code", "S", "district", "north", "closed", false));
        create(RETURN, row("A", "north", "2025-02-01", "3", site));
        create(RETURN, row("B", "south", "2025-02-01", "3", null));
        quality.refresh();
        assertThat(shown(ALL)).isEmpty();

        update(SITE, site, Map.of("closed", true));
        assertThat(quality.looks()).singleElement().satisfies(look -> assertThat(look.late()).isTrue());
        quality.refresh();
        quality.refresh();
        assertThat(shown(ALL)).containsExactly("CONTRADICTION north OPEN");
        assertThat(quality.looks()).singleElement().satisfies(look -> assertThat(look.late()).isFalse());

        update(SITE, site, Map.of("closed", false));
        quality.refresh();
        assertThat(shown(ALL)).containsExactly("CONTRADICTION north MENDED");
        assertThat(quality.history(only())).extracting(QualityItem.Step::state).containsExactly(State.OPEN, State.MENDED);
        assertThat(context.get(ChangeLog.class).entries(null, null, 1).getFirst().details())
                .containsEntry("mended", "1").containsEntry("opened", "0");

        update(SITE, site, Map.of("closed", true));
        quality.refresh();
        assertThat(shown(ALL)).containsExactly("CONTRADICTION north OPEN", "CONTRADICTION north MENDED");
    }

    @Test
    void whatNothingChangedIsNotWrittenToTheAuditLog() {
        use(contradiction("monthly.jobs == null"));
        create(RETURN, row("A", "north", "2025-02-01", null, null));
        quality.refresh();
        long entries = context.get(ChangeLog.class).verify().entries();
        context.sql().execute("insert into luoshi.quality_mark (check_id) values ('parks.check')");
        quality.refresh();
        assertThat(context.get(ChangeLog.class).verify().entries()).isEqualTo(entries);
        assertThat(context.sql().fetchValue("select count(*) from luoshi.quality_mark")).isEqualTo(0L);
    }

    @Test
    void aPeriodIsMissedOnceItIsDueAndMendedByALateRecord() {
        Rule monthly = new Rule.Freshness(Set.of(UnitKind.DISTRICT), PeriodKind.MONTH, "day", 5, LocalDate.of(2025, 1, 1));
        use(check(monthly));
        create(RETURN, row("A", "north", "2025-01-20", "1", null));
        create(RETURN, row("B", "south", "2025-02-20", "1", null));
        quality.refresh();
        assertThat(quality.list(ALL, 0, 10, Viewer.system()).items())
                .extracting(item -> item.unit() + " " + item.period())
                .containsExactlyInAnyOrder("south 2025-01", "north 2025-02");
        create(RETURN, row("C", "south", "2025-01-31", "1", null));
        quality.refresh();
        assertThat(shown(new QualityFilter("south", null, null, Set.of()))).containsExactly("FRESHNESS south MENDED");

        clock.advance(Duration.ofDays(27));
        assertThat(quality.looks()).singleElement().satisfies(look -> assertThat(look.late()).as("another day").isTrue());
        quality.refresh();
        assertThat(quality.count(new QualityFilter(null, null, State.OPEN, Set.of()), Viewer.system())).isEqualTo(3);
    }

    @Test
    void aUnitWithTooFewFieldsFilledIsNamedWithItsShare() {
        use(check(new Rule.Completeness(List.of("jobs", "site"), new BigDecimal("60"))));
        create(RETURN, row("A", "north", "2025-01-20", "1", null));
        create(RETURN, row("B", "north", "2025-01-20", null, null));
        long site = create(SITE, Map.of("code", "S", "district", "south"));
        create(RETURN, row("C", "south", "2025-01-20", "1", site));
        quality.refresh();
        assertThat(only().measured()).isEqualByComparingTo("25");
        assertThat(only().unit()).isEqualTo("north");
        assertThat(only().low()).isEqualByComparingTo("60");
    }

    /// Median 12, median distance from it 1: three times 1.4826 to either side.
    @Test
    void aValueFarFromTheMedianIsAnOutlierAndFewValuesSayNothing() {
        use(check(new Rule.Outlier("jobs", Method.MEDIAN_DEVIATION, new BigDecimal("3"), 5)));
        List<String> values = List.of("11", "12", "12", "13");
        for (int i = 0; i < values.size(); i++) create(RETURN, row("R" + i, "north", "2025-01-20", values.get(i), null));
        quality.refresh();
        assertThat(quality.looks()).singleElement().satisfies(look -> assertThat(look.unjudged()).isEqualTo(QualityLook.Unjudged.TOO_FEW));
        create(RETURN, row("R8", "north", "2025-01-20", "11", null));
        create(RETURN, row("R9", "south", "2025-01-20", "40", null));
        create(RETURN, row("R10", "south", "2025-01-20", "14", null));
        quality.refresh();
        assertThat(only().measured()).isEqualByComparingTo("40");
        assertThat(only().low()).isEqualByComparingTo("7.5522");
        assertThat(only().high()).isEqualByComparingTo("16.4478");
    }

    @Test
    void aValueOutsideTheQuartileFencesIsAnOutlierAndEqualValuesAreNot() {
        use(check(new Rule.Outlier("jobs", Method.QUARTILE_FENCE, BigDecimal.ONE, 4)));
        for (int i = 0; i < 4; i++) create(RETURN, row("R" + i, "north", "2025-01-20", "10", null));
        quality.refresh();
        assertThat(quality.looks()).singleElement().satisfies(look -> assertThat(look.unjudged()).isEqualTo(QualityLook.Unjudged.NO_SPREAD));
        for (int i = 4; i < 8; i++) create(RETURN, row("R" + i, "north", "2025-01-20", "12", null));
        create(RETURN, row("R9", "north", "2025-01-20", "15", null));
        quality.refresh();
        assertThat(only().measured()).isEqualByComparingTo("15");
        assertThat(only().low()).isEqualByComparingTo("8");
        assertThat(only().high()).isEqualByComparingTo("14");
    }

    @Test
    void itsUnitAnswersAndAnotherValueAsksAgain() {
        use(check(new Rule.Completeness(List.of("jobs", "site"), new BigDecimal("60"))));
        long first = create(RETURN, row("A", "north", "2025-01-20", null, null));
        create(RETURN, row("B", "north", "2025-01-20", null, null));
        quality.refresh();
        QualityItem item = only();
        Viewer clerk = new Viewer("clerk", Text.same("clerk"), List.of(new Grant(Role.CLERK, "north")));
        Viewer reader = new Viewer("reader", Text.same("reader"), List.of(new Grant(Role.READER, "north")));
        Viewer stranger = new Viewer("other", Text.same("other"), List.of(new Grant(Role.CLERK, "south")));
        assertThat(quality.find(item.id(), stranger)).isEmpty();
        assertThat(quality.list(ALL, 0, 10, stranger).total()).isZero();
        assertThat(quality.mayAnswer(item, reader)).isFalse();
        assertThatThrownBy(() -> quality.answer(item.id(), 1, State.EXPLAINED, "why", reader)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> quality.answer(item.id(), 1, State.DISMISSED, " ", clerk)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quality.answer(item.id(), 1, State.MENDED, "so", clerk)).isInstanceOf(IllegalArgumentException.class);
        assertThat(quality.answer(item.id(), 1, State.EXPLAINED, "the office moved", clerk)).isTrue();
        assertThat(quality.answer(item.id(), 1, State.DISMISSED, "too late", clerk)).as("an old version").isFalse();
        assertThat(only().reason()).isEqualTo("the office moved");

        update(RETURN, first, Map.of("jobs", 3L));
        quality.refresh();
        assertThat(only().state()).as("the share is another one now").isEqualTo(State.OPEN);
        assertThat(only().measured()).isEqualByComparingTo("25");
        assertThat(quality.history(only())).extracting(QualityItem.Step::state)
                .containsExactly(State.OPEN, State.EXPLAINED, State.OPEN);
    }

    @Test
    void itemsOfACheckThatIsNoLongerDeclaredAreWithdrawn() {
        use(contradiction("monthly.jobs == null"));
        create(RETURN, row("A", "north", "2025-02-01", null, null));
        quality.refresh();
        use();
        quality.refresh();
        assertThat(shown(ALL)).containsExactly("CONTRADICTION north WITHDRAWN");
        assertThat(quality.looks()).isEmpty();
    }

    private void use(QualityCheck... checks) {
        Pack pack = new Pack("parks", Text.same("parks"), Text.EMPTY, "1.0.0", "0".repeat(64), Map.of(), true,
                List.of(sites(), returns()), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(checks),
                Monitoring.NONE, List.of(), List.of(), List.of(), null);
        registers.apply(new PackSet(List.of(pack)), Set.of(), "system");
    }

    private static QualityCheck contradiction(String condition) {
        List<Diagnostic> mistakes = new ArrayList<>();
        Names names = Names.of("parks", Set.of(), List.of(sites(), returns()), Map.of());
        Expr checked = ExpressionChecker.check(condition, Span.of("x", 1, 1, 1), Scope.doubt(names, returns()), mistakes::add)
                .orElseThrow(() -> new AssertionError(mistakes.toString()));
        return check(new Rule.Contradiction(checked));
    }

    private static QualityCheck check(Rule rule) {
        return new QualityCheck(QualifiedId.parse("parks.check"), Text.same("check"), Text.same("look"), RETURN, null, rule);
    }

    private List<String> shown(QualityFilter filter) {
        return quality.list(filter, 0, 10, Viewer.system()).items().stream()
                .map(item -> item.kind() + " " + item.unit() + " " + item.state())
                .toList();
    }

    private QualityItem only() {
        List<QualityItem> items = quality.list(ALL, 0, 10, Viewer.system()).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Map<String, @Nullable Object> row(
            String code, String district, String day, @Nullable String jobs, @Nullable Long site) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("code", code, "district", district, "day", LocalDate.parse(day)));
        if (jobs != null) values.put("jobs", Long.valueOf(jobs));
        if (site != null) values.put("site", site);
        return values;
    }

    private long create(QualifiedId entity, Map<String, @Nullable Object> values) {
        clock.advance(Duration.ofSeconds(1));
        return ((WriteResult.Written) registers.of(entity).create(values, Viewer.system())).record().id();
    }

    private void update(QualifiedId entity, long id, Map<String, @Nullable Object> values) {
        clock.advance(Duration.ofSeconds(1));
        Register register = registers.of(entity);
        int version = register.find(id, null, Viewer.system()).orElseThrow().version();
        assertThat(register.update(id, version, values, Viewer.system())).isInstanceOf(WriteResult.Written.class);
    }

    private static Entity sites() {
        return entity(SITE, List.of(
                field("code", new FieldType.TextType(20, null)),
                field("district", new FieldType.UnitType(Set.of())),
                field("closed", new FieldType.BooleanType())));
    }

    private static Entity returns() {
        return entity(RETURN, List.of(
                field("code", new FieldType.TextType(20, null)),
                field("district", new FieldType.UnitType(Set.of())),
                field("day", new FieldType.DateType()),
                field("jobs", new FieldType.IntegerType(UnitsOfMeasure.standard().find("人").orElseThrow(), null, null)),
                field("site", new FieldType.ReferenceType(SITE))));
    }

    private static Entity entity(QualifiedId id, List<Field> fields) {
        return new Entity(id, Text.same(id.name()), Text.same(id.name()), List.of("code"), "code", "district", fields,
                List.of(), List.of(), List.of("code"), Map.of());
    }

    private static Field field(String id, FieldType type) {
        return new Field(id, Text.same(id), type, id.equals("code"), null, null);
    }

    private static Unit unit(String id, UnitKind kind) {
        return new Unit(id, kind, Text.same(id), Text.same(id), Validity.ALWAYS, List.of(), null);
    }
}
