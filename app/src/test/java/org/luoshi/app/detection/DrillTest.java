package org.luoshi.app.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Guard;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.app.command.Refusal;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.luoshi.warning.Finding;
import org.luoshi.warning.Warning;
import org.luoshi.warning.WarningFilter;
import org.luoshi.warning.WarningIntake;
import org.luoshi.warning.Warnings;
import org.luoshi.warning.internal.FindingStore;
import org.luoshi.warning.internal.WarningStore;

/// The rule for leaking gas of the pack that we ship, from readings to a warning.
class DrillTest {

    private static final long START = Instant.parse("2026-01-03T00:00:00Z").toEpochMilli();

    private final PackSet packs = PackCompiler.compile(List.of(Path.of("../packs/city_safety"))).packs().orElseThrow();
    private final TestContext context = TestContext.of(
            SteppingClock.at("2026-01-03T09:00"),
            ChangeLog.class,
            Units.class,
            Guard.class,
            WarningStore.class,
            FindingStore.class,
            WarningIntake.class,
            Warnings.class);

    @BeforeEach
    void district() {
        Unit north = new Unit("north", UnitKind.DISTRICT, Text.same("north"), Text.same("north"), Validity.ALWAYS, List.of(), null);
        context.transaction().executeWithoutResult(_ -> {
            Change change = context.get(ChangeLog.class).open(new ChangeRequest("system", "units.test", "units"));
            context.get(Units.class).activate(List.of(north), List.of(), List.of(), change.knownAt());
        });
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void readingsBecomeOneMarkedWarningThatShowsWhatItRestsOn() {
        assertThat(drill("spring", "north", 5, 18, 17, 16, 30, 60, 40).taken()).isPositive();
        Warning warning = only();
        assertThat(warning.exercise()).isTrue();
        assertThat(warning.thing()).isEqualTo("V12");
        assertThat(warning.colour()).isEqualTo(WarningColour.RED);
        assertThat(warning.standing()).isTrue();
        List<Finding> findings = context.get(Warnings.class).findings(warning);
        assertThat(findings)
                .extracting(it -> it.colour() + " " + it.kind() + " " + it.shown().value() + " against " + it.shown().bound())
                .containsExactlyInAnyOrder(
                        "YELLOW RAISED 16.0 against 15.0", "RED RAISED 60.0 against 50.0", "ORANGE RAISED 60.0 against 25.0");
    }

    @Test
    void aDrillDoneAgainRaisesNothingTwiceAndAnotherOneDoes() {
        drill("spring", "north", 5, 60);
        assertThat(drill("spring", "north", 5, 60).taken()).isZero();
        assertThat(drill("autumn", "north", 5, 60).taken()).isPositive();
        assertThat(only().exercise()).isTrue();
    }

    @Test
    void aUnitThatThereIsNotIsTold() {
        assertThatThrownBy(() -> drill("spring", "nowhere", 5)).isInstanceOf(Refusal.class).hasMessageContaining("nowhere");
    }

    private Drill drill(String name, String unit, double... percent) {
        Drill drill = new Drill(
                packs.warningRules().filter(it -> it.id().name().equals("gas_leak")).findFirst().orElseThrow(),
                packs,
                name,
                context.get(Units.class),
                context.get(WarningIntake.class));
        for (int minute = 0; minute < percent.length; minute++)
            drill.read(new ReadingsFile.Row(
                    "V12", Optional.of(unit), Optional.empty(), START + minute * 60_000L, percent[minute]));
        drill.end();
        return drill;
    }

    private Warning only() {
        List<Warning> open =
                context.get(Warnings.class).list(new WarningFilter(null, true, null), 0, 10, Viewer.system()).warnings();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }
}
