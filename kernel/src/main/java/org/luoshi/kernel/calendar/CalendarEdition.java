package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What is published about the holidays of one year.
///
/// @param year of the holidays
/// @param notices that say so, the yearly one and later changes
/// @param days the days named; all others follow the weekday. New Year's holiday may reach back into December.
public record CalendarEdition(int year, List<Notice> notices, Map<LocalDate, Day> days) {

    public CalendarEdition {
        notices = List.copyOf(notices);
        days = Map.copyOf(days);
        for (LocalDate date : days.keySet())
            if (date.getYear() != year && !isDecemberBefore(date, year))
                throw new IllegalArgumentException("edition %d names %s".formatted(year, date));
    }

    private static boolean isDecemberBefore(LocalDate date, int year) {
        return date.getYear() == year - 1 && date.getMonthValue() == 12;
    }
}
