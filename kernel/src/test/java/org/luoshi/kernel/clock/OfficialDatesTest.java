package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.kernel.calendar.OfficialCalendars;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockEvent.Started;

/// Dates counted by hand on the official calendars.
class OfficialDatesTest {

    private final WorkingCalendar calendar = OfficialCalendars.all();

    @ParameterizedTest
    @CsvSource({
        "decision, 2024-02-02, 2024-03-06", // Spring Festival 10 to 17 February off; Sundays 4 and 18 worked
        "decision, 2023-09-25, 2023-10-27", // National Day 29 September to 6 October off; 7 and 8 October worked
        "decision, 2020-01-20, 2020-02-25", // Spring Festival until 2 February by the second notice
        "joint_decision, 2024-02-02, 2024-04-11", // and Qingming 4 to 6 April off; Sunday 7 April worked
        "delivery, 2024-09-29, 2024-10-17" // a worked Sunday; 1 to 7 October off; Saturday 12 worked
    })
    void termsEndOnTheOfficialDay(String clock, LocalDate start, LocalDate due) {
        assertThat(started(clock, start).legalDue(calendar, start)).isEqualTo(new ClockDue(due, false, null));
    }

    private static LegalClock started(String id, LocalDate on) {
        ClockDefinition definition =
                AdministrativeLicensing.profile().clock(id).orElseThrow();
        return LegalClock.start(definition, new Started(on.atTime(9, 0), definition.startedBy(), null)).orThrow();
    }
}
