package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;
import static org.luoshi.tables.Tables.AUDIT_ENTRY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.text.Language;

class CalendarFeedsTest {

    private final Hall hall = new Hall("2025-03-03T09:00");
    private final CalendarFeeds feeds = hall.context.get(CalendarFeeds.class);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aCalendarShowsTheDaysByLawAndAsPromisedOfWhatOneHasToDo() {
        CaseFile file = hall.apply();
        assertThat(days(make(hall.clerk)))
                .extracting(DueDay::number, DueDay::clock, DueDay::kind, DueDay::on, DueDay::provisional)
                .containsExactly(
                        tuple(
                                file.number(), "acceptance", LimitKind.PROMISED, LocalDate.of(2025, 3, 6), false),
                        tuple(
                                file.number(), "acceptance", LimitKind.LEGAL, LocalDate.of(2025, 3, 10), false));
        assertThat(days(make(hall.elsewhere))).as("another district's clerk").isEmpty();
    }

    @Test
    void whatIsDoneIsGoneAndEveryMoveRaisesTheRevision() {
        CaseFile file = hall.apply();
        String clerk = make(hall.clerk);
        int before = days(clerk).getFirst().revision();
        Hall.done(hall.operations.take(hall.task(file, hall.clerk), hall.clerk));
        assertThat(days(clerk)).allSatisfy(day -> assertThat(day.revision()).isGreaterThan(before));
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        assertThat(days(clerk)).isEmpty();
        assertThat(days(make(hall.officer))).isNotEmpty().allSatisfy(day -> assertThat(day.clock()).isEqualTo("handling"));
    }

    @Test
    void aUnitsCalendarIsForWhoWorksOnItsCases() {
        CaseFile file = hall.apply();
        String key = feeds.make("chenghua", Language.EN, hall.colleague).key();
        Hall.done(hall.operations.take(hall.task(file, hall.clerk), hall.clerk));
        assertThat(days(key)).as("whoever holds them").hasSize(2);
        for (Viewer other : List.of(hall.elsewhere, hall.enterprise)) {
            assertThatThrownBy(() -> feeds.make("chenghua", Language.EN, other)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void anAddressEndsWhenItIsRevokedAndWithTheRole() {
        String key = make(hall.clerk);
        String other = make(hall.colleague);
        CalendarFeed feed = feeds.of(hall.clerk).getFirst();
        assertThat(feeds.revoke(feed.id(), hall.colleague)).as("another's").isFalse();
        assertThat(feeds.revoke(feed.id(), hall.clerk)).isTrue();
        assertThat(feeds.revoke(feed.id(), hall.clerk)).as("again").isFalse();
        assertThat(feeds.open(key)).isEmpty();
        assertThat(feeds.open(other)).isPresent();
        hall.context.sql().deleteFrom(ACCOUNT_GRANT).where(ACCOUNT_GRANT.ACCOUNT.eq("colleague")).execute();
        assertThat(feeds.open(other)).isEmpty();
    }

    @Test
    void onlyTheWholeAddressOpensAndTheLogDoesNotHoldIt() {
        String key = make(hall.clerk);
        char last = key.charAt(key.length() - 1);
        String altered = key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');
        for (String wrong : List.of("", "x", key.substring(0, 16), altered, key + "0")) {
            assertThat(feeds.open(wrong)).as(wrong).isEmpty();
        }
        String secret = key.substring(17);
        assertThat(hall.context.sql().select(AUDIT_ENTRY.DETAILS).from(AUDIT_ENTRY).fetch(0, String.class))
                .noneMatch(details -> details.contains(secret));
    }

    private String make(Viewer viewer) {
        return feeds.make(null, Language.ZH, viewer).key();
    }

    private List<DueDay> days(String key) {
        return feeds.days(feeds.open(key).orElseThrow());
    }
}
