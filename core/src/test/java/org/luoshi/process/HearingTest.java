package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.ClockState;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Language;
import org.luoshi.register.FieldError;

/// A hearing 听证 by articles 45 to 48 of the Administrative Licensing Law. Monday 3 March 2025; no holiday is near.
class HearingTest {

    private final Hall hall = new Hall("2025-03-03T09:00");

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aHearingIsToldSevenWorkingDaysAheadAndInWriting() {
        CaseFile file = hall.applyForPermit();
        // seven working days after Monday 3 March end with Wednesday 12 March
        assertThat(errors(hear(file, "2025-03-12 09:00", notice())))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("hearing_at");
                    assertThat(error.text().zh()).isEqualTo("“听证”须提前 7 个工作日通知，最早 2025-03-13");
                });
        assertThat(errors(hear(file, "2025-03-13 09:00", null)))
                .extracting(FieldError::field)
                .containsExactly(Cases.NOTICE);
        assertThat(errors(hall.cases.act(
                        hall.task(file, hall.officer), "hear", Map.of(), "", notice(), hall.officer)))
                .extracting(FieldError::field)
                .contains("hearing_at", "hearing_place");
        Hall.done(hear(file, "2025-03-13 09:00", notice()));
        assertThat(hall.view(file).at()).containsExactly("hearing");
    }

    @Test
    void theDaysOfTheHearingDoNotCountAndItsRecordIsNeeded() {
        CaseFile file = hall.applyForPermit();
        Hall.done(hear(file, "2025-03-13 09:00", notice()));
        assertThat(hall.view(file).clocks().getFirst().reading().state()).isInstanceOf(ClockState.Suspended.class);
        hall.clock.day("2025-03-13");
        assertThat(errors(hall.act(file, "held", Map.of(), hall.second)))
                .extracting(FieldError::field)
                .containsExactly("hearing_record");
        Hall.done(hall.act(file, "held", Map.of("hearing_record", "合成笔录"), hall.second));
        ClockStand running = hall.view(file).clocks().getFirst();
        assertThat(running.clock().ledger().suspendedDays("hearing")).isEqualTo(10);
        // twenty working days from 14 March; 4 April is Qingming
        assertThat(running.reading().due().date()).isEqualTo(LocalDate.of(2025, 4, 11));
        assertThat(hall.view(file).at()).containsExactly("review");
    }

    @Test
    void whoReviewsDoesNotHoldTheHearingAndTheLastOneCannotLeaveItToNobody() {
        CaseFile file = hall.applyForPermit();
        Hall.done(hear(file, "2025-03-13 09:00", notice()));
        assertThat(hall.view(file, hall.officer).mine()).isEmpty();
        long task = hall.task(file, hall.second);
        CaseResult alone = hall.operations.recuse(task, "合成：与申请人有利害关系", hall.second);
        assertThat(errors(alone)).singleElement().satisfies(error ->
                assertThat(error.text().zh()).contains("没有别人能办"));
    }

    @Test
    void itsTimeIsInTheCalendarsOfWhoHoldsItAndOfTheApplicantUntilItIsOver() {
        CaseFile file = hall.applyForPermit();
        Hall.done(hear(file, "2025-03-13 09:00", notice()));
        for (Viewer one : List.of(hall.second, hall.enterprise)) {
            assertThat(meetings(one)).singleElement().satisfies(meeting -> {
                assertThat(meeting.number()).isEqualTo(file.number());
                assertThat(meeting.at()).isEqualTo(Instant.parse("2025-03-13T01:00:00Z"));
                assertThat(meeting.title().zh()).isEqualTo("听证");
            });
        }
        assertThat(meetings(hall.stranger)).isEmpty();
        assertThat(meetings(hall.rescuer)).isEmpty();
        hall.clock.day("2025-03-13");
        Hall.done(hall.act(file, "held", Map.of("hearing_record", "合成笔录"), hall.second));
        assertThat(meetings(hall.second)).isEmpty();
        assertThat(meetings(hall.enterprise)).isEmpty();
    }

    private List<MeetingTime> meetings(Viewer viewer) {
        CalendarFeeds feeds = hall.context.get(CalendarFeeds.class);
        CalendarFeeds.Made made = feeds.make(null, Language.ZH, viewer);
        return feeds.meetings(feeds.open(made.key()).orElseThrow());
    }

    private CaseResult hear(CaseFile file, String at, WrittenNotice notice) {
        Map<String, String> typed = Map.of("hearing_at", at, "hearing_place", "合成会议室");
        return hall.cases.act(hall.task(file, hall.officer), "hear", typed, "", notice, hall.officer);
    }

    private static WrittenNotice notice() {
        return new WrittenNotice("听证告知 1 号", LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 14));
    }

    private static List<FieldError> errors(CaseResult result) {
        return ((CaseResult.Refused) result).errors();
    }
}
