package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanLogTest {

    @Test
    void plansAreTakenFromBetweenOtherLines() {
        var log = """
                2025-09-22 01:00:00.000 UTC [7] LOG:  starting
                2025-09-22 01:00:01.000 UTC [9] LOG:  duration: 1.250 ms  plan:
                \tQuery Text: select 1
                \tResult  (cost=0.00..0.01 rows=1 width=4) (actual time=0.001..0.001 rows=1.00 loops=1)
                2025-09-22 01:00:02.000 UTC [9] LOG:  duration: 30.000 ms  plan:
                \tQuery Text: select 2
                """;
        assertThat(PlanLog.read(log)).isEqualTo(List.of(
                new PlanLog.Plan(1.25, "Query Text: select 1\nResult  (cost=0.00..0.01 rows=1 width=4) (actual time=0.001..0.001 rows=1.00 loops=1)\n"),
                new PlanLog.Plan(30, "Query Text: select 2\n")));
    }
}
