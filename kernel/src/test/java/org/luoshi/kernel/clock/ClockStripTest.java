package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.kernel.clock.Terms.extend;
import static org.luoshi.kernel.clock.Terms.giveBack;
import static org.luoshi.kernel.clock.Terms.resume;
import static org.luoshi.kernel.clock.Terms.suspend;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.calendar.Notice;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.text.Language;

/// The calendar strip, as a reader checks it by hand.
class ClockStripTest {

    private final WorkingCalendar calendar = OfficialCalendars.all();

    @Test
    void explainsEachDayOverNationalDay2023() {
        LegalClock clock = Terms.started(Terms.of(Limit.working(10)), "2023-09-26");
        for (ClockEvent event : List.of(
                giveBack("2023-09-28"), suspend("2023-10-09", "2023-10-11"), resume("2023-10-11"), extend("2023-10-13", 1)))
            clock = clock.record(event, calendar).orThrow();
        assertThat(lines(clock, LimitKind.LEGAL, "2023-10-23", Language.ZH)).containsExactly(
                "09-26 起算事件当日，不计入",
                "09-27 第 1 日",
                "09-28 第 2 日",
                "09-29 中秋节、国庆节放假",
                "09-30 中秋节、国庆节放假",
                "10-01 中秋节、国庆节放假",
                "10-02 中秋节、国庆节放假",
                "10-03 中秋节、国庆节放假",
                "10-04 中秋节、国庆节放假",
                "10-05 中秋节、国庆节放假",
                "10-06 中秋节、国庆节放假",
                "10-07 第 3 日，中秋节、国庆节调休上班",
                "10-08 第 4 日，中秋节、国庆节调休上班",
                "10-09 第 5 日",
                "10-10 中止：专家评审（告知〔2024〕7号）",
                "10-11 中止：专家评审（告知〔2024〕7号）",
                "10-12 第 6 日",
                "10-13 第 7 日",
                "10-14 周末",
                "10-15 周末",
                "10-16 第 8 日",
                "10-17 第 9 日",
                "10-18 第 10 日",
                "10-19 第 11 日，延长期 ←",
                "10-20 超期第 1 日",
                "10-21 周末",
                "10-22 周末",
                "10-23 超期第 2 日");
        assertThat(lines(clock, LimitKind.LEGAL, "2023-10-13", Language.EN)).contains(
                "09-26 day of the start, not counted",
                "10-06 holiday: Mid-Autumn Festival and National Day",
                "10-07 day 3, worked in exchange for Mid-Autumn Festival and National Day",
                "10-10 suspended: expert review (告知〔2024〕7号)",
                "10-14 weekend",
                "10-19 day 11, by extension ←");
    }

    @Test
    void explainsAnEndThatMovesOn() {
        LegalClock clock = Terms.started(Terms.of(Limit.natural(3)), "2024-09-30");
        assertThat(lines(clock, LimitKind.LEGAL, "2024-10-09", Language.ZH)).containsExactly(
                "09-30 起算事件当日，不计入",
                "10-01 第 1 日",
                "10-02 第 2 日",
                "10-03 第 3 日",
                "10-04 末日为休息日，顺延",
                "10-05 末日为休息日，顺延",
                "10-06 末日为休息日，顺延",
                "10-07 末日为休息日，顺延",
                "10-08 末日顺延至此 ←",
                "10-09 超期第 1 日");
    }

    @Test
    void anEndMovesOverSuspendedDaysToo() {
        LegalClock clock = Terms.started(Terms.of(Limit.natural(3)), "2024-09-30");
        for (ClockEvent event : List.of(suspend("2024-10-03", "2024-10-09"), resume("2024-10-09")))
            clock = clock.record(event, calendar).orThrow();
        assertThat(lines(clock, LimitKind.LEGAL, "2024-10-09", Language.ZH)).endsWith(
                "10-03 第 3 日",
                "10-04 中止：专家评审（告知〔2024〕7号）",
                "10-05 中止：专家评审（告知〔2024〕7号）",
                "10-06 中止：专家评审（告知〔2024〕7号）",
                "10-07 中止：专家评审（告知〔2024〕7号）",
                "10-08 中止：专家评审（告知〔2024〕7号）",
                "10-09 中止：专家评审（告知〔2024〕7号）",
                "10-10 末日顺延至此 ←");
    }

    @Test
    void namesTheNoticesOfAHoliday() {
        LegalClock clock = Terms.started(Terms.of(Limit.working(1)), "2020-01-23");
        List<ClockDay> days =
                clock.explain(LimitKind.LEGAL, calendar, LocalDate.of(2020, 1, 23).atTime(12, 0));
        assertThat(days).hasSize(12);
        DayReason.Holiday extended = (DayReason.Holiday) days.get(10).reason();
        assertThat(days.get(10).date()).isEqualTo(LocalDate.of(2020, 2, 2));
        assertThat(extended.notices())
                .extracting(Notice::title)
                .containsExactly("国务院办公厅关于2020年部分节假日安排的通知", "国务院办公厅关于延长2020年春节假期的通知");
    }

    @Test
    void carriesTheEventsOfADay() {
        LegalClock clock = Terms.started(Terms.of(Limit.working(3)), "2024-06-03")
                .record(giveBack("2024-06-05"), calendar)
                .orThrow();
        List<ClockDay> days =
                clock.explain(LimitKind.LEGAL, calendar, LocalDate.of(2024, 6, 5).atTime(12, 0));
        assertThat(days).extracting(day -> day.events().size()).containsExactly(1, 0, 1, 0);
    }

    @Test
    void explainsThePromiseToo() {
        ClockTerms terms = Terms.of(Limit.working(20))
                .promising(new Cited<>(Limit.working(2), Terms.BASIS));
        assertThat(lines(Terms.started(terms, "2024-06-03"), LimitKind.PROMISED, "2024-06-03", Language.EN))
                .containsExactly("06-03 day of the start, not counted", "06-04 day 1", "06-05 day 2 ←");
        LegalClock without = Terms.started(Terms.of(Limit.working(20)), "2024-06-03");
        assertThat(lines(without, LimitKind.PROMISED, "2024-06-03", Language.EN)).isEmpty();
    }

    private List<String> lines(LegalClock clock, LimitKind kind, String now, Language language) {
        return clock.explain(kind, calendar, LocalDate.parse(now).atTime(12, 0)).stream()
                .map(day -> "%s %s%s"
                        .formatted(
                                day.date().toString().substring(5),
                                day.reason().text().in(language),
                                day.due() ? " ←" : ""))
                .toList();
    }
}
