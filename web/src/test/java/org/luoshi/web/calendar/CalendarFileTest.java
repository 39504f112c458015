package org.luoshi.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.DueDay;
import org.luoshi.process.MeetingTime;
import org.luoshi.web.shell.Messages;

/// Read with a parser that is not the library that writes.
class CalendarFileTest {

    private static final Instant CHANGED = Instant.parse("2025-03-03T01:00:00Z");

    @Test
    void anotherLibraryReadsEachDayAsAWholeDayWithItsRevision() throws IOException {
        ICalendar calendar = read(Language.EN, day(LimitKind.LEGAL, "2025-03-10", false), day(LimitKind.PROMISED, "2025-03-06", false));
        assertThat(calendar.getEvents()).hasSize(2);
        VEvent legal = calendar.getEvents().getFirst();
        assertThat(legal.getDateStart().getValue().hasTime()).isFalse();
        assertThat(legal.getDateStart().getValue().getRawComponents().toString()).startsWith("20250310");
        assertThat(legal.getDateEnd().getValue().getRawComponents().toString()).startsWith("20250311");
        assertThat(legal.getSequence().getValue()).isEqualTo(7);
        assertThat(legal.getLastModified().getValue()).isEqualTo(Date.from(CHANGED));
        assertThat(legal.getStatus().isConfirmed()).isTrue();
        assertThat(legal.getUrl().getValue()).isEqualTo("http://luoshi.example:8080/cases/QYSQ-2025-000001");
        assertThat(legal.getSummary().getValue()).contains("QYSQ-2025-000001").contains("by law");
    }

    @Test
    void aDayKeepsItsIdentityAndTheTwoLimitsOfAClockAreTwo() throws IOException {
        ICalendar before = read(Language.EN, day(LimitKind.LEGAL, "2025-03-10", false), day(LimitKind.PROMISED, "2025-03-06", false));
        ICalendar after = read(Language.ZH, day(LimitKind.LEGAL, "2025-03-14", false));
        String uid = after.getEvents().getFirst().getUid().getValue();
        assertThat(before.getEvents()).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates().contains(uid);
    }

    @Test
    void aDayBeyondThePublishedCalendarIsTentative() throws IOException {
        VEvent event = read(Language.ZH, day(LimitKind.LEGAL, "2027-02-10", true)).getEvents().getFirst();
        assertThat(event.getStatus().isTentative()).isTrue();
        assertThat(event.getSummary().getValue()).contains("暂定");
    }

    @Test
    void aLongChineseLineIsFoldedSoThatItComesBackWhole() throws IOException {
        String title = "危险化学品建设项目安全条件审查".repeat(8);
        DueDay day = new DueDay(
                "WH-2025-000001", Text.same(title), "review", Text.same("审查；“两高”, 逗号"), LimitKind.LEGAL,
                LocalDate.parse("2025-03-10"), false, 1, CHANGED);
        byte[] file = new CalendarFile(new Messages(), Language.ZH, URI.create("http://luoshi.example")).of("我的", List.of(day), List.of(), false);
        for (String line : new String(file, StandardCharsets.UTF_8).split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75 * 3);
        }
        assertThat(parse(file).getEvents().getFirst().getSummary().getValue()).contains(title);
        assertThat(parse(file).getEvents().getFirst().getDescription().getValue()).contains("审查；“两高”, 逗号");
    }

    @Test
    void aHearingIsAnEventWithAnHourThatTakesItsTime() throws IOException {
        Instant at = Instant.parse("2025-03-13T01:00:00Z");
        MeetingTime hearing = new MeetingTime(
                "ZX-2025-000001", new Text("准许", "Permit"), "hearing", new Text("听证", "Hearing"), at, 120, 3, CHANGED);
        VEvent event = parse(new CalendarFile(new Messages(), Language.ZH, URI.create("http://luoshi.example"))
                        .of("我的", List.of(), List.of(hearing), true))
                .getEvents()
                .getFirst();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(at);
        assertThat(event.getDateStart().getValue().hasTime()).isTrue();
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(at.plusSeconds(7200));
        assertThat(event.getSummary().getValue()).isEqualTo("听证：准许 ZX-2025-000001");
        assertThat(event.getTransparency().isOpaque()).isTrue();
        assertThat(event.getUrl().getValue()).isEqualTo("http://luoshi.example/my/cases/ZX-2025-000001");
    }

    @Test
    void nothingToDoIsAnEmptyCalendar() throws IOException {
        assertThat(read(Language.EN).getEvents()).isEmpty();
    }

    private static DueDay day(LimitKind kind, String on, boolean provisional) {
        return new DueDay(
                "QYSQ-2025-000001",
                new Text("企业诉求", "Enterprise request"),
                "acceptance",
                new Text("受理", "Acceptance"),
                kind,
                LocalDate.parse(on),
                provisional,
                7,
                CHANGED);
    }

    private static ICalendar read(Language language, DueDay... days) throws IOException {
        return parse(new CalendarFile(new Messages(), language, URI.create("http://luoshi.example:8080"))
                .of("Due days", List.of(days), List.of(), false));
    }

    private static ICalendar parse(byte[] file) throws IOException {
        ICalendar calendar = Biweekly.parse(new ByteArrayInputStream(file)).first();
        boolean empty = calendar.getEvents().isEmpty();
        if (!empty) assertThat(calendar.validate(calendar.getVersion()).isEmpty()).as("no findings").isTrue();
        return calendar;
    }
}
