package org.luoshi.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.kernel.SharedFolder;
import org.luoshi.kernel.text.Text;

/// The official calendar of 2007 to 2026, as NateScarlet/holiday-cn publishes it.
class PublishedYearsTest {

    private static final Pattern YEAR = Pattern.compile("\"year\":\\s*(\\d{4})");
    private static final Pattern DAY = Pattern.compile(
            "\"name\":\\s*\"([^\"]+)\",\\s*\"date\":\\s*\"([-\\d]+)\",\\s*\"isOffDay\":\\s*(true|false)");

    private static WorkingCalendar calendar;

    @BeforeAll
    static void readEditions() throws IOException {
        List<CalendarEdition> editions = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedFolder.data("calendar"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList())
                editions.add(edition(Files.readString(file)));
        }
        calendar = new WorkingCalendar(editions);
    }

    @Test
    void coverTwentyYearsWithoutConflict() {
        assertThat(calendar.years()).hasSize(20).startsWith(2007).endsWith(2026);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-09, 1,  2024-02-18", // Spring Festival 2024: off from 10 to 17 February, Sunday 18th worked
        "2024-02-04, 5,  2024-02-09",
        "2020-01-23, 1,  2020-02-03", // extended to 2 February 2020 by the notice of 27 January
        "2020-01-22, 10, 2020-02-13",
        "2018-12-28, 2,  2019-01-02", // Saturday 29 December worked, off from 30 December to 1 January
        "2025-09-28, 3,  2025-10-09",
        "2025-09-22, 20, 2025-10-24" // Sunday 28 September and Saturday 11 October worked
    })
    void termsEndOnTheOfficialDay(LocalDate start, int days, LocalDate due) {
        assertThat(calendar.addWorkingDays(start, days)).isEqualTo(new DueDate(due, false));
    }

    @ParameterizedTest
    @CsvSource({"2023, 249", "2024, 251", "2025, 248"})
    void yearsHaveAsManyWorkingDaysAsTheNoticesLeave(int year, int workingDays) {
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)).days())
                .isEqualTo(workingDays);
    }

    @Test
    void namesTheHoliday() {
        assertThat(calendar.dayOf(LocalDate.of(2024, 2, 12)).name()).isEqualTo(Text.same("春节"));
    }

    @Test
    void year2027IsUnknownUntilItsNotice() {
        assertThat(calendar.isProvisional(LocalDate.of(2026, 10, 8))).isFalse();
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 12, 25), 10).provisional()).isTrue();
    }

    private static CalendarEdition edition(String json) {
        Matcher year = YEAR.matcher(json);
        if (!year.find()) throw new IllegalStateException("no year in " + json);
        Map<LocalDate, Day> days = new HashMap<>();
        Matcher day = DAY.matcher(json);
        while (day.find()) {
            DayKind kind = day.group(3).equals("true") ? DayKind.OFF : DayKind.WORKING;
            days.put(LocalDate.parse(day.group(2)), new Day(kind, Text.same(day.group(1))));
        }
        return new CalendarEdition(Integer.parseInt(year.group(1)), List.of(), days);
    }
}
