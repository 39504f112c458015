package org.luoshi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;

/// Facts and declarations that nobody would wish for, and figures that stay right.
class UnkindFactsTest {

    private final City city = new City();

    @AfterEach
    void close() {
        city.indicators.refresh();
        assertThat(city.indicators.verify()).isEmpty();
        city.close();
    }

    /// Investment times days runs past 64 bits with the third record.
    @Test
    void figuresDoNotOverflow() {
        for (String code : List.of("A", "B", "C")) {
            project(code, "north", "0001-01-01", "9999-12-31", "999999999999.99");
        }
        project("D", "north", "2025-02-01", "2025-02-02", "1");
        city.indicators.refresh();
        assertThat(city.value("invested_this_year", "north", "2025-02")).isEqualTo("1");
        BigDecimal large = new BigDecimal("999999999999.99").multiply(BigDecimal.valueOf(3 * 3_652_058L)).add(BigDecimal.ONE);
        BigDecimal mean = large.divide(BigDecimal.valueOf(3 * 3_652_058L + 1), 16, RoundingMode.HALF_UP);
        assertThat(city.cell("weighted", "north", "2025-02").value()).isEqualByComparingTo(mean);
    }

    @Test
    void whatNeverEndsCountsToThePeriodThatRunsAndNotBeyond() {
        project("A", "south", "2025-02-10", null, "5");
        project("B", "south", "9999-12-31", null, "7");
        city.indicators.refresh();
        assertThat(city.value("standing_investment", "south", "2025-02")).isEqualTo("5");
        assertThat(city.value("standing_investment", "south", "2025-06")).isEqualTo("5");
        assertThat(city.value("standing_investment", "south", "2025-07")).isNull();
        assertThat(city.context.sql().fetchValue("select max(period) from luoshi.indicator_sum"))
                .isEqualTo(Date.valueOf("2025-06-01"));
    }

    /// The month belongs whole to the district that the street belongs to at its end.
    @Test
    void aStreetThatMovesWithinAMonthTakesTheWholeMonthAlong() {
        city.laneMovesOn(LocalDate.of(2025, 3, 15));
        project("A", "lane", "2025-03-10", null, "5");
        project("B", "lane", "2025-02-10", null, "7");
        city.indicators.refresh();
        assertThat(city.value("started_within", "north", "2025-03")).isEqualTo("1");
        assertThat(city.value("started_within", "south", "2025-03")).isNull();
        assertThat(city.value("started_within", "south", "2025-02")).isEqualTo("1");
        assertThat(city.value("started_within", "city", "2025-03")).isEqualTo("1");
    }

    /// Nothing is divided by nothing: no figure, and no figure that is made of it.
    @Test
    void whatWouldBeDividedByZeroIsUnknownAndLeavesTheRestAlone() {
        project("A", "north", "2025-05-10", null, "5");
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "south", "2025-05")).isEqualTo("0");
        assertThat(city.value("start_rate", "south", "2025-05")).isNull();
        assertThat(city.value("share_ready", "south", "2025-05")).isNull();
        assertThat(city.value("growth", "north", "2025-06")).isNull();
        assertThat(city.value("start_rate", "north", "2025-05")).isEqualTo("100");
        assertThat(city.value("share_of_city", "north", "2025-05")).isEqualTo("100");
        assertThat(city.value("share_of_city", "north", "2025-04")).isNull();
    }

    /// A million marks of a million different days: what the step allocates does not grow with them.
    @Test
    void aMillionMarksAtOnceAreTakenInBoundedMemory() {
        project("A", "north", "2025-02-10", "2025-03-20", "5");
        city.indicators.refresh();
        city.context.sql().execute("update parks.project set investment = 6");
        city.context.sql().execute("""
                insert into luoshi.indicator_mark (source, unit, period)
                select s.id, 'north', date '0001-01-01' + g from (select id from luoshi.indicator_source order by id limit 1) as s,
                    generate_series(1, 1000000) as g""");
        city.context.sql().execute("""
                insert into luoshi.indicator_mark (source, unit, period)
                select id, 'north', date '2025-02-01' from luoshi.indicator_source""");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        city.indicators.refresh();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(400_000_000L);
        assertThat(city.context.sql().fetchValue("select count(*) from luoshi.indicator_mark")).isEqualTo(0L);
        assertThat(city.value("invested_this_year", "north", "2025-02")).isEqualTo("6");
    }

    @Test
    void indicatorsOfOneNameInTwoPacksAreTwo() {
        PackSet before = city.registers.packs();
        Pack parks = before.packs().getFirst();
        Indicator own = before.indicator(QualifiedId.parse("parks.started_to_date")).orElseThrow();
        Indicator other = before.indicator(QualifiedId.parse("parks.standing")).orElseThrow();
        Indicator namesake = new Indicator(
                new QualifiedId("more", "started_to_date"), other.title(), other.unit(), other.direction(), other.range(),
                other.per(), other.period(), other.basis(), other.formula(), other.missing(), other.decimals(), other.source(),
                other.note());
        List<Pack> both = new ArrayList<>(List.of(parks, more(namesake)));
        city.use(new PackSet(both));
        project("A", "north", "2025-02-10", "2025-03-20", "5");
        city.indicators.refresh();
        assertThat(own.id()).isNotEqualTo(namesake.id());
        assertThat(city.value("started_to_date", "north", "2025-04")).isEqualTo("1");
        assertThat(city.indicators.cell(namesake.id(), "north", Period.parse("2025-04"), null).value()).isZero();
        assertThat(city.indicators.cell(namesake.id(), "north", Period.parse("2025-02"), null).value()).isEqualByComparingTo("1");
    }

    private static Pack more(Indicator indicator) {
        Pack shape = City.packs(List.of(indicator)).packs().getFirst();
        return new Pack("more", Text.same("more"), Text.EMPTY, "1.0.0", "1".repeat(64), Map.of("parks", "*"), true, List.of(),
                shape.indicators(), shape.statusRules(), shape.dashboards(), shape.briefings(), shape.processes(), shape.quality(),
                shape.monitoring(), shape.samples(), shape.caseSamples(), shape.tests(), null);
    }

    private void project(String code, String district, String from, @Nullable String to, String investment) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of(
                "code", code, "district", district, "stage", "started", "started_on", LocalDate.parse(from), "investment",
                new BigDecimal(investment)));
        if (to != null) values.put("closed_on", LocalDate.parse(to));
        City.create(city.projects(), values);
    }
}
