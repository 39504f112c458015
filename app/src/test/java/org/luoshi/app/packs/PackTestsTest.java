package org.luoshi.app.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.indicator.IndicatorWorker;
import org.luoshi.indicator.Indicators;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.PackTest;
import org.luoshi.pack.QualifiedId;
import org.luoshi.process.Processes;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// Runs the tests that packs carry: records entered on their days, then figures as of a day.
class PackTestsTest {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(23, 59, 59);

    @TestFactory
    Stream<DynamicTest> whatPacksPromiseHolds() {
        PackSet packs = PackCompiler.compile(List.of(packsFolder())).packs().orElseThrow();
        List<PackTest> tests =
                packs.packs().stream().flatMap(pack -> pack.tests().stream()).toList();
        assertThat(tests).isNotEmpty();
        return tests.stream().map(test -> DynamicTest.dynamicTest(test.id() + " " + test.title().zh(), () -> run(test, packs)));
    }

    /// The tests of a module run in its own folder.
    private static Path packsFolder() {
        return Path.of("..", "packs");
    }

    private static void run(PackTest test, PackSet packs) {
        SteppingClock clock = SteppingClock.at("2024-01-01T09:00");
        try (TestContext context = TestContext.of(clock, Modules.class)) {
            bringIntoForce(packs, context);
            Registers registers = context.get(Registers.class);
            if (test.simulated()) SyntheticYear.live(test, packs, clock, context);
            given(test).forEach(entry -> {
                clock.moveTo(at(entry.record().knownOn(), MORNING));
                WriteResult result = report(registers.of(entry.entity()), entry.record().values());
                assertThat(result).as("%s", entry).isInstanceOf(WriteResult.Written.class);
            });
            Indicators indicators = context.get(Indicators.class);
            SoftAssertions all = new SoftAssertions();
            for (PackTest.Expectation expected : test.expect()) {
                switch (expected) {
                    case PackTest.Expectation.Figure figure -> {
                        Instant asOf = at(figure.asOf(), NIGHT);
                        clock.moveTo(asOf.isAfter(clock.instant()) ? asOf.plusSeconds(60) : clock.instant());
                        var cell = indicators.cell(figure.indicator(), figure.unit(), figure.period(), asOf);
                        all.assertThat(cell.value()).as("%s", figure).usingComparator(ORDER).isEqualTo(figure.value());
                    }
                    case PackTest.Expectation.Refusal refusal -> {
                        WriteResult result = create(registers.of(refusal.entity()), refusal.values());
                        assertThat(result).as("%s", refusal).isInstanceOf(WriteResult.Refused.class);
                        assertThat(((WriteResult.Refused) result).errors())
                                .as("%s", refusal)
                                .extracting(FieldError::field)
                                .contains(refusal.field());
                    }
                }
            }
            all.assertAll();
        }
    }

    /// 2 and 2.0 are one figure; unknown equals unknown.
    private static final Comparator<java.math.BigDecimal> ORDER =
            Comparator.nullsFirst(Comparator.naturalOrder());

    private record Given(QualifiedId entity, PackTest.GivenRecord record) {}

    private static List<Given> given(PackTest test) {
        return test.given().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(record -> new Given(entry.getKey(), record)))
                .sorted(Comparator.comparing(given -> given.record().knownOn()))
                .toList();
    }

    private static WriteResult create(Register register, Map<String, String> written) {
        FormReading reading = register.read(written, null, Viewer.system());
        return reading.errors().isEmpty()
                ? register.create(reading.values(), Viewer.system())
                : new WriteResult.Refused(reading.errors());
    }

    /// A second report under the same key is a correction.
    private static WriteResult report(Register register, Map<String, String> written) {
        FormReading reading = register.read(written, null, Viewer.system());
        Map<String, @Nullable Object> key = new HashMap<>(reading.values());
        key.keySet().retainAll(register.entity().key());
        return register.findByKey(key, null, Viewer.system())
                .map(before -> register.update(before.id(), before.version(), reading.values(), Viewer.system()))
                .orElseGet(() -> create(register, written));
    }

    private static void bringIntoForce(PackSet packs, TestContext context) {
        context.transaction().executeWithoutResult(status -> {
            packs.city().ifPresent(city -> context.get(Units.class).activate(city.units(), city.parents(), city.successions(), context.get(Clock.class).instant()));
            Change change = context.get(ChangeLog.class).open(new ChangeRequest("system", "packs.activate", "packs"));
            context.get(Registers.class).apply(packs, Set.of(), change);
            context.get(Processes.class).bringIntoForce(packs, change);
            context.get(Registers.class).noteInForce(packs, change);
        });
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SteppingClock.CITY).toInstant();
    }

    /// Without the worker: figures as of a day need none.
    @ComponentScan(
            basePackages = {"org.luoshi.access", "org.luoshi.audit", "org.luoshi.register", "org.luoshi.indicator", "org.luoshi.attachment", "org.luoshi.process"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = IndicatorWorker.class))
    static class Modules {}
}
