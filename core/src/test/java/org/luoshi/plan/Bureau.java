package org.luoshi.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.indicator.IndicatorWorker;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.UnitParent;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.City;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StudyClass;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// A small synthetic city whose plan is in force: registers, units, people.
final class Bureau implements AutoCloseable {

    /// Without the worker: what is stale is computed when it is asked for.
    @ComponentScan(
            basePackages = {"org.luoshi.plan", "org.luoshi.indicator"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = IndicatorWorker.class))
    static class PlanBeans {}

    final SteppingClock clock;
    final TestContext context;
    final Registers registers;
    final Plans plans;
    final PlanEditing editing;
    final Viewer analyst = viewer("analyst", Role.ANALYST, "city");
    final Viewer second = viewer("second_analyst", Role.ANALYST, "city");
    final Viewer north = viewer("north_officer", Role.OFFICER, "north");
    private int evidence;
    private int projects;

    Bureau() {
        this("2024-12-21T09:00");
    }

    Bureau(String start) {
        this(start, UnaryOperator.identity());
    }

    Bureau(String start, UnaryOperator<Plan> change) {
        clock = SteppingClock.at(start);
        context = TestContext.of(
                clock,
                ChangeLog.class,
                Units.class,
                Guard.class,
                Registers.class,
                PlanBeans.class);
        registers = context.get(Registers.class);
        plans = context.get(Plans.class);
        editing = context.get(PlanEditing.class);
        context.transaction().executeWithoutResult(_ -> context.get(Units.class).activate(units(), parents(), List.of(), clock.instant()));
        PackSet packs = packs("1".repeat(64), change.apply(SmallPlan.plan()));
        registers.apply(packs, Set.of(), "system");
        editing.activate(packs, "system");
    }

    static PackSet packs(String digest, Plan plan) {
        return new PackSet(List.of(
                new Pack("follow", text("督办"), text("合成"), "1.0.0", "0".repeat(64), Map.of(), true,
                        List.of(SmallPlan.evidence(), SmallPlan.project()), List.of(SmallPlan.started()),
                        List.of(SmallPlan.rule()), List.of(), List.of(), List.of(), List.of(), Monitoring.NONE, List.of(), List.of(),
                        List.of(), null),
                new Pack("city", text("合成市"), text("合成"), "1.0.0", digest, Map.of(), true, List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of(), List.of(), Monitoring.NONE, List.of(), List.of(), List.of(),
                        new City(units(), parents(), List.of(), Map.of(), List.of(), null, List.of(plan), classes()))));
    }

    private static List<StudyClass> classes() {
        return List.of(SmallPlan.studyClass());
    }

    /// A start, known now.
    void start(String unit, String on) {
        projects++;
        written(registers.of(SmallPlan.PROJECT).create(
                Map.of("code", "P-" + projects, "unit", unit, "started_on", LocalDate.parse(on)), Viewer.system()));
    }

    /// Evidence accepted now.
    void accept(String commitment, String milestone, String happenedOn) {
        evidence(commitment, milestone, happenedOn, "accepted");
    }

    long evidence(String commitment, @Nullable String milestone, String happenedOn, String verdict) {
        evidence++;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", "E-" + evidence);
        values.put("commitment", commitment);
        values.put("milestone", milestone);
        values.put("unit", "north");
        values.put("happened_on", LocalDate.parse(happenedOn));
        values.put("verdict", verdict);
        if (!verdict.equals("pending")) {
            values.put("verified_on", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        }
        return written(registers.of(SmallPlan.EVIDENCE).create(values, Viewer.system()));
    }

    void erase(long evidence) {
        written(registers.of(SmallPlan.EVIDENCE).delete(evidence, 1, "entered by mistake", Viewer.system()));
    }

    private static long written(WriteResult result) {
        return ((WriteResult.Written) result).record().id();
    }

    void moveTo(String local) {
        clock.moveTo(java.time.LocalDateTime.parse(local).atZone(clock.getZone()).toInstant());
    }

    void days(int days) {
        clock.advance(Duration.ofDays(days));
    }

    Instant now() {
        return clock.instant();
    }

    CommitmentView view(String commitment) {
        return plans.commitment(commitment, null, analyst).orElseThrow();
    }

    Plan edited(UnaryOperator<Plan.Commitment> edit) {
        return SmallPlan.edit(plans.plan(null).orElseThrow(), edit);
    }

    EditResult apply(Plan plan, Viewer viewer) {
        return editing.apply(
                plan, plans.version().orElseThrow().number(), PlanVersion.Origin.EDIT, "", "", false, viewer);
    }

    static Viewer viewer(String account, Role role, String unit) {
        return new Viewer(account, text(account), List.of(new Grant(role, unit)));
    }

    static Text text(String words) {
        return Text.same(words);
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private static List<Unit> units() {
        return List.of(
                unit("city", UnitKind.CITY, "合成市"),
                unit("north", UnitKind.DISTRICT, "北区"),
                unit("south", UnitKind.DISTRICT, "南区"));
    }

    private static List<UnitParent> parents() {
        return List.of(
                new UnitParent("north", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS),
                new UnitParent("south", "city", Basis.ADMINISTRATIVE, Validity.ALWAYS));
    }

    private static Unit unit(String id, UnitKind kind, String zh) {
        return new Unit(id, kind, new Text(zh, id), new Text(zh, id), Validity.ALWAYS, List.of(), null);
    }

    @Override
    public void close() {
        context.close();
    }
}
