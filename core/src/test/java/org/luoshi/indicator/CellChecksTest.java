package org.luoshi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.ChangeLog;
import org.luoshi.pack.QualifiedId;

class CellChecksTest {

    private static final City city = new City();
    private static final QualifiedId TO_DATE = QualifiedId.parse("parks.started_to_date");

    private final CellChecks checks = city.context.get(CellChecks.class);
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void twoProjects() {
        for (long id : city.context.sql().fetch("select _id from parks.project").map(row -> row.get(0, Long.class))) {
            int version = city.projects().find(id, null, Viewer.system()).orElseThrow().version();
            city.projects().delete(id, version, "test", Viewer.system());
        }
        city.project("A", "north", "started", "2025-02-10", "100");
        city.project("B", "lane", "started", "2025-04-20", "50");
        city.indicators.recompute();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void aDamagedCellIsFoundLeftAloneByALookAndMendedByARepair() {
        damage("update luoshi.indicator_sum set slots[2] = 7 where unit = 'city' and period = '2025-04-01'" + TO_DATE_SUMS);
        CheckReport look = checks.check(CheckScope.ALL, this::note);
        // with those that share the sum, or are derived from it
        assertThat(found).contains("parks.started_to_date city 2025-04: 7, not 2");
        assertThat(look.isRight()).isFalse();
        assertThat(look.remaining()).isNull();
        assertThat(city.value("started_to_date", "city", "2025-04")).isEqualTo("7");

        CheckReport mended = checks.repair(CheckScope.ALL, this::note);
        assertThat(mended.isRight()).isTrue();
        assertThat(mended.wrongCells()).isEqualTo(look.wrongCells()).isPositive();
        assertThat(city.value("started_to_date", "city", "2025-04")).isEqualTo("2");
        AuditEntry entry = city.context.get(ChangeLog.class).entries(null, null, 1).getFirst();
        assertThat(entry.action()).isEqualTo("indicator.repair");
        assertThat(entry.details()).containsEntry("findings", Long.toString(look.wrongCells()));
        assertThat(checks.last()).contains(mended);
        found.clear();
        assertThat(checks.check(CheckScope.ALL, this::note).isRight()).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void aCellThatIsGoneAndOneThatShouldNotBeAreFound() {
        damage("insert into luoshi.indicator_sum (source, accumulate, basis, unit, period, records, slots, exact)"
                + " select source, accumulate, basis, 'south', period, records, slots, exact from luoshi.indicator_sum"
                + " where unit = 'north' and period = '2025-03-01'" + TO_DATE_SUMS);
        damage("delete from luoshi.indicator_sum where unit = 'north' and period = '2025-03-01'" + TO_DATE_SUMS);
        checks.repair(CheckScope.ALL, this::note);
        assertThat(found).contains("parks.largest north 2025-03: null, not 100", "parks.largest south 2025-03: 100, not null");
        assertThat(city.indicators.verify()).isEmpty();
    }

    /// The cells are still right; the next change would have made them wrong.
    @Test
    void aDamagedSumIsFoundAndMended() {
        damage("update luoshi.indicator_partial set records = records + 1 where unit = 'lane' and period = '2025-04-01'"
                + " and source = 'parks.project/district/started_on//month'");
        damage("insert into luoshi.indicator_partial (source, unit, period, records, slots)"
                + " select source, 'south', period, records, slots from luoshi.indicator_partial where unit = 'north'"
                + " and period = '2025-02-01' and source = 'parks.project/district/started_on//month'");
        CheckReport mended = checks.repair(CheckScope.ALL, this::note);
        assertThat(found).containsExactly(
                "parks.project/district/started_on//month lane 2025-04", "parks.project/district/started_on//month south 2025-02");
        assertThat(mended.wrongSums()).isEqualTo(2);
        assertThat(mended.remaining()).isZero();
        assertThat(city.indicators.verify()).isEmpty();
    }

    @Test
    void whatIsLateAndSaysSoIsNotWrong() {
        city.project("C", "south", "started", "2025-04-21", "5");
        CheckReport look = checks.check(CheckScope.ALL, this::note);
        assertThat(found).isEmpty();
        assertThat(look.late()).isPositive();
        assertThat(look.isRight()).isTrue();
    }

    @Test
    void anIndicatorAndADayNarrowTheLook() {
        damage("update luoshi.indicator_sum set slots[2] = 9 where unit = 'city' and period in ('2025-03-01', '2025-05-01')" + TO_DATE_SUMS);
        CheckScope scope = new CheckScope(Set.of(TO_DATE), LocalDate.of(2025, 4, 30));
        assertThat(checks.check(scope, this::note).isWhole()).isFalse();
        assertThat(found).containsExactly("parks.started_to_date city 2025-05: 9, not 2");
        assertThat(checks.last().orElseThrow().scope()).isEqualTo(scope);
        assertThat(checks.repair(CheckScope.ALL, finding -> {}).wrongCells()).isGreaterThan(1);
        assertThat(city.indicators.verify()).isEmpty();
    }

    /// The second slot counts projects that have started.
    private static final String TO_DATE_SUMS =
            " and accumulate = 'to_date' and source = 'parks.project/district/started_on//month'";

    private static void damage(String sql) {
        city.context.sql().execute(sql);
    }

    private void note(Finding finding) {
        found.add(switch (finding) {
            case Difference(var indicator, var unit, var period, var stored, var right) ->
                "%s %s %s: %s, not %s".formatted(indicator, unit, period, stored == null ? null : City.text(stored), right == null ? null : City.text(right));
            case WrongSum(var source, var unit, var period) ->
                source + " " + unit + " " + period.toString().substring(0, 7);
        });
    }
}
