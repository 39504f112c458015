package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.indicator.IndicatorWorker;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.PlanEditing;
import org.luoshi.process.Processes;
import org.luoshi.plan.Plans;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.luoshi.web.part.Figures;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// A program whose packs change while it runs: editions come into force as `luoshi run` brings them into force.
final class Town implements AutoCloseable {

    static final QualifiedId PROJECT = QualifiedId.parse("city.project");

    /// Everything but pages and the worker: what is stale is computed when it is asked for.
    @ComponentScan(
            basePackages = {
                "org.luoshi.access",
                "org.luoshi.audit",
                "org.luoshi.register",
                "org.luoshi.indicator",
                "org.luoshi.plan",
                "org.luoshi.attachment",
                "org.luoshi.process"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = IndicatorWorker.class))
    static class Modules {}

    final SteppingClock clock = SteppingClock.at("2025-06-15T09:00");
    final Viewer analyst = new Viewer(
            "analyst", Text.same("analyst"), java.util.List.of(new Grant(Role.ANALYST, "city")));
    private final Path folder;
    private final TestContext context;

    Town(Path folder) {
        this(folder, null);
    }

    /// @param before whose database is gone on with, as by a restarted program
    private Town(Path folder, @Nullable Town before) {
        this.folder = folder;
        this.context = before == null
                ? TestContext.of(clock, Modules.class, KeptPacks.class, Figures.class)
                : before.context.restarted(before.clock, Modules.class, KeptPacks.class, Figures.class);
        if (before != null) clock.moveTo(before.clock.instant());
    }

    /// Another process on the same database, with the packs in force.
    Town restarted(Edition edition) {
        Town again = new Town(folder, this);
        again.use(edition);
        return again;
    }

    /// Brings the edition into force, or uses it where it is.
    ///
    /// @param dropped what may be lost, by name
    void use(Edition edition, String... dropped) {
        activation(dropped).use(edition.compile(folder));
    }

    Activation activation(String... dropped) {
        return new Activation(
                context.transaction(),
                context.get(ChangeLog.class),
                context.get(Units.class),
                registers(),
                indicators(),
                context.get(PlanEditing.class),
                context.get(Processes.class),
                Set.of(dropped),
                Set.of());
    }

    void forget(String name) {
        assertThat(registers().erase(name, "system")).isNotEmpty();
    }

    PackSet compiled(Edition edition) {
        return edition.compile(folder);
    }

    TestContext context() {
        return context;
    }

    Registers registers() {
        return context.get(Registers.class);
    }

    Indicators indicators() {
        return context.get(Indicators.class);
    }

    Plans plans() {
        return context.get(Plans.class);
    }

    Register projects() {
        return registers().of(PROJECT);
    }

    long project(String code, String district, String startedOn, Map<String, ?> more) {
        Map<String, @Nullable Object> values = new HashMap<>(more);
        values.put("code", code);
        values.put("district", district);
        values.put("stage", "started");
        values.put("started_on", java.time.LocalDate.parse(startedOn));
        return ((WriteResult.Written) projects().create(values, Viewer.system())).record().id();
    }

    void update(long id, Map<String, ? extends @Nullable Object> values) {
        int version = projects().find(id, null, Viewer.system()).orElseThrow().version();
        projects().update(id, version, values, Viewer.system());
    }

    /// A moment at which all that happened is known and nothing that happens later; the clock moves on.
    Instant moment() {
        indicators().refresh();
        clock.advance(java.time.Duration.ofHours(1));
        Instant moment = clock.instant();
        clock.advance(java.time.Duration.ofHours(1));
        return moment;
    }

    @Nullable String value(String indicator, String unit, String period, @Nullable Instant asOf) {
        if (asOf == null) indicators().refresh();
        BigDecimal value = indicators()
                .cell(new QualifiedId("city", indicator), unit, Period.parse(period), asOf)
                .value();
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    CommitmentView commitment(@Nullable Instant asOf) {
        return plans().commitment("start_projects", asOf, analyst).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
