package org.luoshi.briefing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.indicator.IndicatorWorker;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.PlanEditing;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The real packs over an empty database, with invented records written one by one.
final class CityHall implements AutoCloseable {

    static final PackSet PACKS = compiled();

    final SteppingClock clock = SteppingClock.at("2025-09-01T09:00");
    final TestContext context = TestContext.of(
            clock, ChangeLog.class, Units.class, Guard.class, RowFilter.class, Registers.class, Modules.class);
    final Registers registers = context.get(Registers.class);
    final Briefings briefings = context.get(Briefings.class);
    final Viewer office = new Viewer("office", Text.same("office"), List.of(new Grant(Role.ANALYST, "chengdu")));
    private int written;

    /// Cells are asked for as of a moment, so nothing has to work in the background.
    @ComponentScan(
            basePackages = {"org.luoshi.plan", "org.luoshi.briefing", "org.luoshi.indicator"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = IndicatorWorker.class))
    static class Modules {}

    CityHall() {
        PACKS.city().ifPresent(city -> context.transaction()
                .executeWithoutResult(_ -> context.get(Units.class).activate(city.units(), city.parents(), city.successions(), clock.instant())));
        registers.apply(PACKS, Set.of(), "system");
        context.get(PlanEditing.class).activate(PACKS, "system");
        clock.advance(Duration.ofHours(1));
    }

    private static PackSet compiled() {
        Compilation compilation = PackCompiler.compile(List.of(Path.of("..", "packs")));
        return compilation.packs().orElseThrow(() -> new IllegalStateException(
                compilation.diagnostics().sorted().stream()
                        .filter(d -> d.severity() == org.luoshi.kernel.diagnostic.Severity.ERROR)
                        .map(Object::toString).collect(Collectors.joining("\n"))));
    }

    BriefingLayout layout(String name) {
        return briefings.layout(new QualifiedId("plan_follow_up", name)).orElseThrow();
    }

    Draft weekly(Subject subject) {
        return briefings.compose(layout("weekly"), subject, clock.instant(), office);
    }

    /// Evidence accepted now.
    long accept(String commitment, String milestone, String unit, String happenedOn) {
        written++;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", "E-" + written);
        values.put("title", "合成佐证");
        values.put("kind", "document");
        values.put("submission", 1L);
        values.put("submitted_on", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        values.put("commitment", commitment);
        values.put("milestone", milestone);
        values.put("unit", unit);
        values.put("happened_on", LocalDate.parse(happenedOn));
        values.put("verdict", "accepted");
        values.put("verified_by", "reform_office");
        values.put("verified_on", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        return write("plan_follow_up.evidence", values);
    }

    long write(String entity, Map<String, @Nullable Object> values) {
        WriteResult result = registers.of(QualifiedId.parse(entity)).create(values, Viewer.system());
        if (result instanceof WriteResult.Written done) return done.record().id();
        throw new IllegalStateException(entity + ": " + result);
    }

    @Override
    public void close() {
        context.close();
    }
}
