package org.luoshi.kernel.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.Day;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.text.Text;

/// Calendar editions in the order in which they are published; a later one of the same year replaces the earlier.
final class Publications {

    /// 2007 to 2026 with the two editions of 2020.
    static final Publications OFFICIAL = official();

    private final List<CalendarEdition> inOrder;
    private final Map<Integer, WorkingCalendar> calendars = new HashMap<>();

    private Publications(List<CalendarEdition> inOrder) {
        this.inOrder = inOrder;
    }

    int size() {
        return inOrder.size();
    }

    /// Of the `n`-th one, from 0.
    int year(int n) {
        return inOrder.get(n).year();
    }

    /// The calendar by the first `count` ones.
    WorkingCalendar first(int count) {
        return calendars.computeIfAbsent(count, this::calendar);
    }

    private WorkingCalendar calendar(int count) {
        Map<Integer, CalendarEdition> current = new LinkedHashMap<>();
        for (CalendarEdition edition : inOrder.subList(0, count)) current.put(edition.year(), edition);
        return new WorkingCalendar(current.values());
    }

    /// Whether the `n`-th one, from 0, is the first of its year.
    boolean isNew(int n) {
        return inOrder.subList(0, n).stream().noneMatch(it -> it.year() == year(n));
    }

    /// Invented: 2028 to 2031 in any order, with seven holidays of one to eight days and weekend days worked around
    /// them. New Year's may begin on 29 December.
    static Publications invented(Random random) {
        List<CalendarEdition> editions = new ArrayList<>(IntStream.rangeClosed(2028, 2031)
                .mapToObj(year -> new CalendarEdition(year, List.of(), days(year, random)))
                .toList());
        Collections.shuffle(editions, random);
        return new Publications(editions);
    }

    private static Map<LocalDate, Day> days(int year, Random random) {
        Map<LocalDate, Day> days = new HashMap<>();
        name(days, LocalDate.of(year, 1, 1).minusDays(random.nextInt(4)), 1 + random.nextInt(4), random);
        for (int month : new int[] {2, 4, 5, 6, 9, 10})
            name(days, LocalDate.of(year, month, 10 + random.nextInt(10)), 1 + random.nextInt(8), random);
        return days;
    }

    private static void name(Map<LocalDate, Day> days, LocalDate from, int length, Random random) {
        Text name = Text.same("holiday of " + from);
        for (int i = 0; i < length; i++) days.put(from.plusDays(i), new Day(DayKind.OFF, name));
        if (from.getMonthValue() % 11 == 1) return; // around New Year's they would name days outside the year's
        for (LocalDate day = from.minusDays(8); day.isBefore(from.plusDays(16)); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend && random.nextInt(3) == 0) days.putIfAbsent(day, new Day(DayKind.WORKING, name));
        }
    }

    private static Publications official() {
        List<CalendarEdition> editions = new ArrayList<>();
        for (CalendarEdition edition : OfficialCalendars.editions()) {
            if (edition.year() == 2020) editions.add(OfficialCalendars.first2020());
            editions.add(edition);
        }
        return new Publications(editions);
    }
}
