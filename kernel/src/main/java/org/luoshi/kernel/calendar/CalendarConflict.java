package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;

/// Two editions that cannot both be right.
public sealed interface CalendarConflict {

    Text text();

    record SameYear(int year) implements CalendarConflict {
        @Override
        public Text text() {
            return new Text("%d 年的日历有两版".formatted(year), "the calendar of %d is given twice".formatted(year));
        }
    }

    /// @param first year of the edition that named the day first
    /// @param second year of the edition that names it otherwise
    record SameDay(LocalDate date, int first, int second) implements CalendarConflict {
        @Override
        public Text text() {
            return new Text(
                    "%s 在 %d 年版与 %d 年版日历中不一致".formatted(date, first, second),
                    "the calendars of %d and %d disagree about %s".formatted(first, second, date));
        }
    }

    /// All conflicts among the editions, in the order in which they come up; empty when a calendar can be made.
    static List<CalendarConflict> among(Collection<CalendarEdition> editions) {
        record Said(int year, DayKind kind) {}
        List<CalendarConflict> conflicts = new ArrayList<>();
        Map<Integer, CalendarEdition> years = new HashMap<>();
        Map<LocalDate, Said> said = new HashMap<>();
        for (CalendarEdition edition : editions) {
            if (years.putIfAbsent(edition.year(), edition) != null) {
                conflicts.add(new SameYear(edition.year()));
                continue;
            }
            edition.days().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(day -> {
                Said now = new Said(edition.year(), day.getValue().kind());
                Said before = said.putIfAbsent(day.getKey(), now);
                if (before != null && before.kind() != now.kind())
                    conflicts.add(new SameDay(day.getKey(), before.year(), now.year()));
            });
        }
        return conflicts;
    }
}
