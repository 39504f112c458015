package org.luoshi.kernel.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodLawsTest {

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2199, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void holdsTheDateItWasMadeFor(@ForAll PeriodKind kind, @ForAll("dates") LocalDate date) {
        Period period = Period.of(kind, date);
        assertThat(period.contains(date)).isTrue();
        assertThat(Period.of(kind, period.start())).isEqualTo(period);
        assertThat(Period.of(kind, period.end())).isEqualTo(period);
    }

    @Property
    void isReadBackFromItsId(@ForAll PeriodKind kind, @ForAll("dates") LocalDate date) {
        Period period = Period.of(kind, date);
        assertThat(Period.parse(period.id())).isEqualTo(period);
    }

    @Property
    void neighboursTouchWithoutOverlap(@ForAll PeriodKind kind, @ForAll("dates") LocalDate date) {
        Period period = Period.of(kind, date);
        assertThat(period.next().start()).isEqualTo(period.end().plusDays(1));
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.compareTo(period.next())).isNegative();
        assertThat(period.overlaps(period.next())).isFalse();
    }

    @Property
    void untilUndoesPlus(
            @ForAll PeriodKind kind, @ForAll("dates") LocalDate date, @ForAll @IntRange(min = -500, max = 500) int n) {
        Period period = Period.of(kind, date);
        assertThat(period.until(period.plus(n))).isEqualTo(n);
    }

    @Property
    void rangesAreUnbroken(
            @ForAll PeriodKind kind, @ForAll("dates") LocalDate from, @ForAll @IntRange(max = 900) int days) {
        var range = Period.range(kind, from, from.plusDays(days));
        assertThat(range.getFirst().contains(from)).isTrue();
        assertThat(range.getLast().contains(from.plusDays(days))).isTrue();
        assertThat(range).hasSize((int) range.getFirst().until(range.getLast()) + 1);
    }
}
