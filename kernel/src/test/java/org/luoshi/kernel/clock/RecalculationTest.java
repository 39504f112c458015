package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.Recalculation.Affected;
import org.luoshi.kernel.clock.Recalculation.OpenClock;

/// What past notices of the State Council did to clocks that were running.
class RecalculationTest {

    private final WorkingCalendar first2020 = Publications.OFFICIAL.first(14);
    private final WorkingCalendar both2020 = Publications.OFFICIAL.first(15);

    @Test
    void theLongerSpringFestivalOf2020MovesWhatCountedItsDays() {
        OpenClock before = open("before", 5, "2020-01-15"); // ends on 21 January
        OpenClock over = open("over", 20, "2020-01-20");
        OpenClock after = open("after", 20, "2020-02-03");
        Recalculation done = Recalculation.of(
                List.of(before, over, after), first2020, both2020, LocalDate.of(2020, 1, 28), _ -> {});
        assertThat(done.examined()).isEqualTo(3);
        assertThat(done.affected()).containsExactly(new Affected(
                "over",
                new ClockDue(LocalDate.of(2020, 2, 21), false, null),
                new ClockDue(LocalDate.of(2020, 2, 25), false, null),
                null,
                null));
    }

    @Test
    void theNoticeOn2024MakesProvisionalDatesCertain() {
        WorkingCalendar without = OfficialCalendars.through(2023);
        WorkingCalendar with = OfficialCalendars.through(2024);
        Recalculation done = Recalculation.of(
                List.of(open("new_year", 5, "2023-12-26"), open("spring", 30, "2024-01-02"), open("short", 2, "2023-12-26")),
                without,
                with,
                LocalDate.of(2024, 1, 2),
                _ -> {});
        // New Year's Day was a Monday; Spring Festival took 12 to 16 February and gave the Sundays 4 and 18 February.
        assertThat(done.affected())
                .containsExactly(
                        new Affected(
                                "new_year",
                                new ClockDue(LocalDate.of(2024, 1, 2), true, null),
                                new ClockDue(LocalDate.of(2024, 1, 3), false, null),
                                null,
                                null),
                        new Affected(
                                "spring",
                                new ClockDue(LocalDate.of(2024, 2, 13), true, null),
                                new ClockDue(LocalDate.of(2024, 2, 18), false, null),
                                null,
                                null));
        assertThat(done.affected()).allMatch(Affected::moved);
    }

    @Test
    void becomingCertainIsAnEffectWithoutAMove() {
        Recalculation done = Recalculation.of(
                List.of(open("june", 3, "2024-06-17")),
                OfficialCalendars.through(2023),
                OfficialCalendars.through(2024),
                LocalDate.of(2024, 6, 17),
                _ -> {});
        assertThat(done.affected()).hasSize(1).noneMatch(Affected::moved);
    }

    @Test
    void tellsHowFarItIs() {
        List<Integer> told = new ArrayList<>();
        Recalculation.of(
                List.of(open("a", 3, "2024-06-17"), open("b", 3, "2024-06-17")),
                first2020,
                both2020,
                LocalDate.of(2024, 6, 17),
                told::add);
        assertThat(told).containsExactly(1, 2);
    }

    private static OpenClock open(String id, int days, String start) {
        return new OpenClock(id, Terms.started(Terms.of(Limit.working(days)), start));
    }
}
