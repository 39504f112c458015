package org.luoshi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.indicator.internal.Adoption;
import org.luoshi.indicator.internal.CellCheck;
import org.luoshi.indicator.internal.CellRepair;
import org.luoshi.indicator.internal.CheckRecord;
import org.luoshi.indicator.internal.Explainer;
import org.luoshi.indicator.internal.FigureReader;
import org.luoshi.indicator.internal.MarkListener;
import org.luoshi.indicator.internal.Models;
import org.luoshi.indicator.internal.Recomputation;
import org.luoshi.indicator.internal.RecordMoves;
import org.luoshi.indicator.internal.Restater;
import org.luoshi.indicator.internal.Snapshots;
import org.luoshi.indicator.internal.SourceRows;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Succession;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.Indicator.Formula;
import org.luoshi.pack.Indicator.MissingPolicy;
import org.luoshi.pack.Indicator.Timing;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.Names;
import org.luoshi.pack.expression.Rates;
import org.luoshi.pack.expression.Scope;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

/// A small synthetic city with a register of projects on sites, and indicators of every kind over it.
///
/// `lane` belongs to south until 2025-02-28 and to north from 2025-03-01.
final class City implements AutoCloseable {

    static final QualifiedId PROJECT = QualifiedId.parse("parks.project");
    static final QualifiedId SITE = QualifiedId.parse("parks.site");

    private static final Entity SITES = entity(
            SITE,
            null,
            field("code", new FieldType.TextType(20, null)),
            field("ready", new FieldType.BooleanType()));
    private static final Entity PROJECTS = entity(
            PROJECT,
            "district",
            field("code", new FieldType.TextType(32, null)),
            field("district", new FieldType.UnitType(Set.of())),
            field("site", new FieldType.ReferenceType(SITE)),
            field(
                    "stage",
                    new FieldType.EnumerationType(List.of(
                            new EnumerationValue("lead", new Text("线索", "Lead")),
                            new EnumerationValue("signed", new Text("签约", "Signed")),
                            new EnumerationValue("started", new Text("开工", "Started"))))),
            field("investment", new FieldType.DecimalType(14, 2, measure("万元"), null, null)),
            field("started_on", new FieldType.DateType()),
            field("closed_on", new FieldType.DateType()),
            field("reported_at", new FieldType.MomentType()));

    final SteppingClock clock = SteppingClock.at("2025-06-15T09:00");
    static final Class<?>[] BEANS = {
        ChangeLog.class, Units.class, Guard.class, Registers.class, Models.class, MarkListener.class,
        Adoption.class, Recomputation.class, Snapshots.class, FigureReader.class, CellCheck.class, CellRepair.class,
        CheckRecord.class, CellChecks.class, SourceRows.class,
        RecordMoves.class, Explainer.class, Restater.class, Indicators.class
    };

    final TestContext context = TestContext.of(clock, BEANS);
    final Registers registers = context.get(Registers.class);
    final Indicators indicators = context.get(Indicators.class);

    private static final LocalDate MOVE = LocalDate.of(2025, 3, 1);
    private static final List<Unit> UNITS = List.of(
            unit("city", UnitKind.CITY, "合成市"),
            unit("north", UnitKind.DISTRICT, "北区"),
            unit("south", UnitKind.DISTRICT, "南区"),
            unit("lane", UnitKind.STREET, "巷街道"));
    private static final List<UnitParent> DISTRICTS = List.of(
            new UnitParent("north", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS),
            new UnitParent("south", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS));

    City() {
        laneMovesOn(MOVE);
        use(packs(List.of()));
        List<Indicator> declared = indicators();
        use(packs(declared));
    }

    /// Another edition of the units: from it on, `lane` is known to have moved from south to north on that day.
    void laneMovesOn(LocalDate day) {
        List<UnitParent> parents = new ArrayList<>(DISTRICTS);
        parents.add(new UnitParent("lane", "south", Basis.ADMINISTRATIVE, new Validity(LocalDate.of(2020, 1, 1), day)));
        parents.add(new UnitParent("lane", "north", Basis.ADMINISTRATIVE, Validity.since(day)));
        units(UNITS, parents, List.of());
    }

    /// Another edition of the units.
    void units(List<Unit> units, List<UnitParent> parents, List<Succession> successions) {
        context.transaction().executeWithoutResult(_ -> {
            Change change = context.get(ChangeLog.class).open(new ChangeRequest("system", "units.test", "units"));
            context.get(Units.class).activate(units, parents, successions, change.knownAt());
        });
    }

    /// A moment at which everything that happened is known, and nothing that happens later.
    Instant knownByNow() {
        return context.get(ChangeLog.class).last().orElseThrow().knownAt();
    }

    static List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>();
        all.add(facts("started_within", "个", "count(project, project.stage >= 'started')", Accumulate.WITHIN, MissingPolicy.UNKNOWN));
        all.add(facts("started_to_date", "个", "count(project, project.stage == 'started')", Accumulate.TO_DATE, MissingPolicy.ZERO));
        all.add(facts("invested_this_year", "万元", "sum(project.investment)", Accumulate.YEAR_TO_DATE, MissingPolicy.CARRY));
        all.add(facts("standing", "个", "count(project, project.stage != 'lead')", Accumulate.STANDING, MissingPolicy.ZERO));
        all.add(facts("standing_investment", "万元", "sum(project.investment)", Accumulate.STANDING, MissingPolicy.UNKNOWN));
        all.add(facts("mean_investment", "元", "mean(project.investment)", Accumulate.TO_DATE, MissingPolicy.UNKNOWN));
        all.add(facts("largest", "万元", "max(project.investment)", Accumulate.TO_DATE, MissingPolicy.UNKNOWN));
        all.add(facts("largest_standing", "万元", "max(project.investment)", Accumulate.STANDING, MissingPolicy.UNKNOWN));
        all.add(facts("median_investment", "万元", "median(project.investment)", Accumulate.WITHIN, MissingPolicy.CARRY));
        all.add(facts("sites_used", "个", "distinct(project.site)", Accumulate.TO_DATE, MissingPolicy.ZERO));
        all.add(facts("on_ready_sites", "个", "count(project, project.site.ready)", Accumulate.TO_DATE, MissingPolicy.ZERO));
        all.add(rate());
        all.add(derived(all, "share_ready", "percent", "on_ready_sites / started_to_date"));
        all.add(derived(all, "carried", "万元", "median_investment + largest"));
        all.add(facts("weighted", "万元", "weightedMean(project.investment, days(project.started_on, project.closed_on))", Accumulate.TO_DATE, MissingPolicy.UNKNOWN));
        all.add(facts("weighted_standing", "万元", "weightedMean(project.investment, days(project.started_on, project.closed_on), project.stage != 'lead')", Accumulate.STANDING, MissingPolicy.UNKNOWN));
        all.add(facts("upper", "万元", "percentile(project.investment, 80)", Accumulate.TO_DATE, MissingPolicy.UNKNOWN));
        all.add(facts("latest", "万元", "last(project.investment, project.started_on)", Accumulate.TO_DATE, MissingPolicy.CARRY));
        all.add(facts("earliest", "万元", "first(project.investment, project.closed_on)", Accumulate.WITHIN, MissingPolicy.UNKNOWN));
        all.add(derived(all, "month_before", "个", "previous(started_within)"));
        all.add(derived(all, "growth", "percent", "growth(started_to_date, 2)"));
        all.add(derived(all, "three_months", "个", "movingSum(started_to_date, 3)"));
        all.add(derived(all, "mean_of_two", "万元", "movingMean(latest, 2) - movingMin(latest, 3) + movingMax(largest, 2)"));
        all.add(derived(all, "share_of_city", "percent", "share(started_to_date)"));
        all.add(derived(all, "share_moved", "percent", "share_of_city - previous(share_of_city)"));
        all.add(derived(all, "city_above", "个", "coalesce(parent(started_within), started_within)"));
        return all;
    }

    void use(PackSet packs) {
        registers.apply(packs, Set.of(), "system");
    }

    static PackSet packs(List<Indicator> indicators) {
        return new PackSet(List.of(new Pack("parks", Text.same("parks"), Text.EMPTY, "1.0.0", "0".repeat(64), Map.of(), true,
                List.of(SITES, PROJECTS), indicators, List.of(), List.of(), List.of(), List.of(), List.of(), Monitoring.NONE, List.of(),
                List.of(), List.of(), null)));
    }

    Register projects() {
        return registers.of(PROJECT);
    }

    Register sites() {
        return registers.of(SITE);
    }

    long project(String code, String district, String stage, @Nullable String startedOn, @Nullable String investment) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("code", code, "district", district, "stage", stage));
        if (startedOn != null) values.put("started_on", LocalDate.parse(startedOn));
        if (investment != null) values.put("investment", new BigDecimal(investment));
        return create(projects(), values);
    }

    static long create(Register register, Map<String, @Nullable Object> values) {
        return ((WriteResult.Written) register.create(values, Viewer.system())).record().id();
    }

    void update(Register register, long id, Map<String, @Nullable Object> values) {
        int version = register.find(id, null, Viewer.system()).orElseThrow().version();
        register.update(id, version, values, Viewer.system());
    }

    @Nullable String value(String indicator, String unit, String period) {
        return text(cell(indicator, unit, period).value());
    }

    Cell cell(String indicator, String unit, String period) {
        return indicators.cell(new QualifiedId("parks", indicator), unit, Period.parse(period), null);
    }

    static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    static UnitOfMeasure measure(String symbol) {
        return UnitsOfMeasure.standard().find(symbol).orElseThrow();
    }

    private static Indicator rate() {
        Names names = names(List.of());
        Expr above = checked("count(project, project.stage == 'started')", Scope.part(names));
        Expr below = checked("count(project)", Scope.part(names));
        BigDecimal factor = Rates.factor(above, below, measure("percent")).orElseThrow();
        return indicator("start_rate", "percent", overFacts(above, below, factor, Accumulate.TO_DATE), MissingPolicy.UNKNOWN);
    }

    private static Indicator facts(String id, String unit, String formula, Accumulate accumulate, MissingPolicy missing) {
        Expr value = checked(formula, Scope.facts(names(List.of()), measure(unit)));
        return indicator(id, unit, overFacts(value, null, BigDecimal.ONE, accumulate), missing);
    }

    /// Placed in time by a moment, not a day.
    static Indicator reported() {
        Expr value = checked("count(project)", Scope.facts(names(List.of()), measure("个")));
        Formula formula = new Formula.OverFacts(value, null, BigDecimal.ONE,
                Map.of(PROJECT, new Timing("reported_at", Accumulate.WITHIN, null)), Map.of(PROJECT, "district"));
        return indicator("reported", "个", formula, MissingPolicy.ZERO);
    }

    private static Indicator derived(List<Indicator> known, String id, String unit, String formula) {
        Expr expression = checked(formula, Scope.derived(names(known), measure(unit)));
        List<QualifiedId> inputs = expression.all()
                .flatMap(part -> switch (part) {
                    case Expr.IndicatorValue value -> Stream.of(value.indicator());
                    case Expr.RelatedCells cells -> Stream.of(cells.indicator());
                    default -> Stream.empty();
                })
                .distinct()
                .toList();
        return indicator(id, unit, new Formula.Derived(expression, inputs), MissingPolicy.UNKNOWN);
    }

    private static Formula.OverFacts overFacts(Expr above, @Nullable Expr below, BigDecimal factor, Accumulate accumulate) {
        String until = accumulate == Accumulate.STANDING ? "closed_on" : null;
        return new Formula.OverFacts(
                above, below, factor, Map.of(PROJECT, new Timing("started_on", accumulate, until)), Map.of(PROJECT, "district"));
    }

    private static Indicator indicator(String id, String unit, Formula formula, MissingPolicy missing) {
        return new Indicator(new QualifiedId("parks", id), Text.same(id), measure(unit), Indicator.Direction.UP, null,
                Set.of(UnitKind.CITY, UnitKind.DISTRICT), PeriodKind.MONTH, Basis.ADMINISTRATIVE, formula, missing, 2,
                Text.EMPTY, null);
    }

    private static Names names(List<Indicator> indicators) {
        return Names.of("parks", Set.of(), List.of(SITES, PROJECTS),
                indicators.stream().collect(Collectors.toMap(Indicator::id, Indicator::unit)));
    }

    private static Expr checked(String source, Scope scope) {
        List<Diagnostic> mistakes = new ArrayList<>();
        return ExpressionChecker.check(source, Span.of("x", 1, 1, 1), scope, mistakes::add)
                .orElseThrow(() -> new AssertionError(source + " " + mistakes));
    }

    private static Entity entity(QualifiedId id, @Nullable String unit, Field... fields) {
        return new Entity(id, Text.same(id.name()), Text.same(id.name() + "s"), List.of("code"), "code", unit,
                List.of(fields), List.of(), List.of(), List.of("code"), Map.of());
    }

    private static Field field(String id, FieldType type) {
        return new Field(id, Text.same(id.replace('_', ' ')), type, id.equals("code"), null, null);
    }

    private static Unit unit(String id, UnitKind kind, String name) {
        return new Unit(id, kind, new Text(name, id), new Text(name, id), Validity.ALWAYS, List.of(), null);
    }

    @Override
    public void close() {
        context.close();
    }
}
