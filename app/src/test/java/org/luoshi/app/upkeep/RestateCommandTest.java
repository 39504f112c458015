package org.luoshi.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Refusal;

/// What is mistyped is told before any database is opened.
class RestateCommandTest {

    private final RestateCommand command = new RestateCommand(unused -> {
        throw new AssertionError("asked for the database");
    }, new PrintStream(new ByteArrayOutputStream()));

    @Test
    void theEarlierDayIsNeeded() {
        refuses("Name the earlier day with --from", "parks.projects_started", Map.of());
    }

    @Test
    void aMistypedDayPeriodOrIndicatorIsToldWithItsForm() {
        refuses("2025-09-01, not 1 March", "parks.projects_started", Map.of("--from", "1 March"));
        refuses("pack.indicator", "projects started", Map.of("--from", "2025-03-01"));
        refuses("written 2025-03", "parks.projects_started", Map.of("--from", "2025-03-01", "--unit", "chengdu"));
        refuses(
                "written 2025-03",
                "parks.projects_started",
                Map.of("--from", "2025-03-01", "--unit", "chengdu", "--period", "March"));
    }

    @Test
    void aPeriodWithoutAUnitIsRefusedRatherThanLeftOut() {
        refuses("goes with --unit", "parks.projects_started", Map.of("--from", "2025-03-01", "--period", "2025-03"));
    }

    private void refuses(String words, String indicator, Map<String, String> options) {
        assertThatThrownBy(() -> command.run(new Arguments(List.of(indicator), Set.of(), options)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason().en()).contains(words));
    }
}
