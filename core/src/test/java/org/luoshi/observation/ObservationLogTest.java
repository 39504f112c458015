package org.luoshi.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.observation.Answer.Reason;
import org.luoshi.observation.Answer.Refused;
import org.luoshi.observation.Answer.Stored;
import org.luoshi.testing.TestContext;

class ObservationLogTest {

    private static final Instant NINE = Instant.parse("2026-03-01T01:00:00Z");

    private final Waterworks works = new Waterworks();
    private final long pressure = works.pressure;

    @AfterEach
    void close() {
        works.close();
    }

    @Test
    void whatIsAnsweredIsThereForAProgramStartedLater() throws Exception {
        assertThat(works.append(new Reading(pressure, NINE, 0.31)))
                .containsExactly(new Stored(1, Quality.GOOD));
        try (TestContext later = TestContext.of(works.database, works.clock, Waterworks.BEANS)) {
            later.get(org.luoshi.access.Units.class).load();
            Observation found = later.get(Observations.class).find(1, Waterworks.viewer("city")).orElseThrow();
            assertThat(found).isEqualTo(new Observation(
                    1,
                    pressure,
                    NINE,
                    null,
                    works.clock.instant(),
                    null,
                    0.31,
                    null,
                    null,
                    Quality.GOOD,
                    Further.NOTHING));
        }
    }

    @Test
    void whatNoClockOrGaugeCanHaveMeantIsRefusedOrMarkedOneByOne() throws Exception {
        List<Answer> answers = works.append(
                new Reading(pressure, Instant.EPOCH, 0.3),
                new Reading(pressure, Instant.parse("2099-01-01T00:00:00Z"), 0.3),
                new Reading(pressure + 1, NINE, 0.3),
                new Reading(pressure, NINE, null, new Measured.Words("a\0b")),
                new Reading(pressure, NINE.plusSeconds(1), Double.NaN),
                new Reading(pressure, NINE.plusSeconds(2), 1e308),
                new Reading(pressure, NINE.plusSeconds(3), null, new Measured.Words("0,31 兆帕")),
                new Reading(pressure, NINE.plusSeconds(4), 0.3));
        assertThat(answers).containsExactly(
                new Refused(Reason.TIME_TOO_EARLY),
                new Refused(Reason.TIME_IN_FUTURE),
                new Refused(Reason.UNKNOWN_DATASTREAM),
                new Refused(Reason.UNREADABLE_WORDS),
                new Stored(1, Quality.NO_NUMBER),
                new Stored(2, Quality.OUT_OF_RANGE),
                new Stored(3, Quality.NO_NUMBER),
                new Stored(4, Quality.GOOD));
        assertThat(shown()).containsExactly("0.3 null", "null 0,31 兆帕", "1.0E308 null", "null NaN");
    }

    @Test
    void wordsAreNothingToMarkWhereNoNumberIsDue() throws Exception {
        long valve = works.addStream("valve", false);
        assertThat(works.append(new Reading(valve, NINE, null, new Measured.Words("open"))))
                .containsExactly(new Stored(1, Quality.GOOD));
    }

    @Test
    void aCorrectionIsANewVersionAndThePastKeepsTheOldOne() throws Exception {
        works.append(new Reading(pressure, NINE, 0.31));
        Instant then = works.clock.instant();
        works.clock.advance(Duration.ofHours(1));
        works.append(new Reading(pressure, NINE, 0.29));
        works.append(new Reading(pressure, NINE, 0.29)); // sent twice
        assertThat(shown()).containsExactly("0.29 null");
        assertThat(works.observations.between(
                        pressure, NINE, NINE.plusSeconds(1), then, 10, Waterworks.viewer("north")))
                .extracting(Observation::amount)
                .containsExactly(0.31);
        assertThat(works.observations.versions(pressure, NINE, Waterworks.viewer("north")))
                .extracting(Observation::amount)
                .containsExactly(0.29, 0.29, 0.31);
    }

    @Test
    void whatComesLateFindsItsPlaceAndIsNotTheNewest() throws Exception {
        works.append(new Reading(pressure, NINE.plusSeconds(60), 0.32));
        assertThat(works.append(
                        new Reading(pressure, NINE, 0.30),
                        new Reading(pressure, NINE.plusSeconds(90), 0.33),
                        new Reading(pressure, NINE.plusSeconds(70), 0.31)))
                .extracting(answer -> ((Stored) answer).quality())
                .containsExactly(Quality.LATE, Quality.GOOD, Quality.LATE);
        assertThat(shown()).containsExactly("0.33 null", "0.31 null", "0.32 null", "0.3 null");
        assertThat(works.observations.newest(List.of(pressure), Waterworks.viewer("north")))
                .extracting(Observation::amount)
                .containsExactly(0.33);
    }

    @Test
    void eachMonthOfUtcHasItsOwnPartition() throws Exception {
        works.append(
                new Reading(pressure, Instant.parse("2026-01-31T23:59:59Z"), 0.1),
                new Reading(pressure, Instant.parse("2026-02-01T00:00:00Z"), 0.2),
                new Reading(pressure, NINE, 0.3));
        works.append(new Reading(pressure, NINE.plusSeconds(1), 0.4));
        assertThat(works.context.sql().fetch(
                                "select tableoid::regclass::text, count(*) from luoshi.observation group by 1 order by 1")
                        .map(row -> row.get(0) + " " + row.get(1)))
                .containsExactly("luoshi.observation_2026_01 1", "luoshi.observation_2026_02 1", "luoshi.observation_2026_03 2");
    }

    @Test
    void anotherDistrictNeitherWritesNorReads() throws Exception {
        works.append(new Reading(pressure, NINE, 0.31));
        assertThat(works.log.append(List.of(new Reading(pressure, NINE, 0.9)), Waterworks.viewer("south"))
                        .get(30, TimeUnit.SECONDS))
                .containsExactly(new Refused(Reason.UNKNOWN_DATASTREAM));
        assertThat(works.observations.latest(pressure, 10, Waterworks.viewer("south"))).isEmpty();
        assertThat(works.observations.newest(List.of(pressure), Waterworks.viewer("south"))).isEmpty();
        assertThat(works.observations.find(1, Waterworks.viewer("south"))).isEmpty();
        assertThat(works.observations.versions(pressure, NINE, Waterworks.viewer("south"))).isEmpty();
        assertThat(works.observations.latest(pressure, 10, Waterworks.viewer("city"))).hasSize(1);
    }

    @Test
    void aClockThatStepsBackDoesNotTurnTheOrderInWhichThingsBecameKnown() throws Exception {
        works.append(new Reading(pressure, NINE, 0.1));
        works.clock.advance(Duration.ofHours(-1));
        works.append(new Reading(pressure, NINE, 0.2));
        List<Observation> versions = works.observations.versions(pressure, NINE, Waterworks.viewer("north"));
        assertThat(versions.getFirst().knownAt()).isAfter(versions.getLast().knownAt());
        assertThat(shown()).containsExactly("0.2 null");
    }

    @Test
    void manySendersAtOnceLoseNothingAndShareNoId() throws Exception {
        List<CompletableFuture<List<Answer>>> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 8; sender++) {
            int first = sender * 1000;
            senders.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100; i++) {
                    List<Reading> some = new ArrayList<>();
                    for (int j = 0; j < 10; j++)
                        some.add(new Reading(pressure, NINE.minusSeconds(first + i * 10 + j), 0.3));
                    answers.add(works.log.append(some, Waterworks.viewer("north")));
                }
            }));
        }
        for (Thread sender : senders) sender.join();
        List<Long> ids = new ArrayList<>();
        for (var answer : answers)
            for (Answer one : answer.get(30, TimeUnit.SECONDS)) ids.add(((Stored) one).id());
        assertThat(ids).hasSize(8000).doesNotHaveDuplicates();
        assertThat(works.observations.latest(pressure, 10_000, Waterworks.viewer("north")))
                .extracting(Observation::id)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatCannotWaitIsRefusedAndWhatWaitsIsStored() throws Exception {
        List<Reading> many = new ArrayList<>();
        for (int i = 0; i < ObservationLog.MOST_WAITING / 10; i++) many.add(new Reading(pressure, NINE.minusSeconds(i), 0.3));
        List<CompletableFuture<List<Answer>>> taken = new ArrayList<>();
        try (Connection other = works.database.connect();
                Statement holding = other.createStatement()) {
            other.setAutoCommit(false);
            holding.execute("select 1 from luoshi.observation_head for update");
            for (int i = 0; i < 10; i++) taken.add(works.log.append(many, Waterworks.viewer("north")));
            assertThatThrownBy(() -> works.log.append(many, Waterworks.viewer("north"))).isInstanceOf(LogFull.class);
            assertThat(taken).noneMatch(CompletableFuture::isDone);
            other.rollback();
        }
        for (var answers : taken) assertThat(answers.get(60, TimeUnit.SECONDS)).hasSize(many.size());
        assertThat(works.append(new Reading(pressure, NINE, 0.4))).hasSize(1);
    }

    @Test
    void aDatabaseThatGoesAwayIsToldToThoseWhoWaitAndNothingOfTheirGroupIsKept() throws Exception {
        CompletableFuture<List<Answer>> waiting;
        try (Connection other = works.database.connect();
                Statement holding = other.createStatement()) {
            other.setAutoCommit(false);
            holding.execute("select 1 from luoshi.observation_head for update");
            waiting = works.log.append(List.of(new Reading(pressure, NINE, 0.3)), Waterworks.viewer("north"));
            int ended = 0;
            while (ended == 0) {
                try (var gone = holding.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                        + "where datname = current_database() and wait_event_type = 'Lock'")) {
                    gone.next();
                    ended = gone.getInt(1);
                }
            }
            assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(NotStored.class);
            other.rollback();
        }
        assertThat(works.append(new Reading(pressure, NINE, 0.4))).hasSize(1);
        assertThat(shown()).containsExactly("0.4 null");
    }

    @Test
    void aLogThatIsStoppedStoresWhatWaitsAndTakesNoMore() throws Exception {
        var waiting = works.log.append(List.of(new Reading(pressure, NINE, 0.3)), Waterworks.viewer("north"));
        works.log.stop();
        assertThat(waiting).isCompleted();
        assertThat(shown()).containsExactly("0.3 null");
        assertThatThrownBy(() -> works.append(new Reading(pressure, NINE, 0.4))).isInstanceOf(LogFull.class);
    }

    @Test
    void whatIsTakenBackIsNotShownAndTheOneBeforeIsTheNewestAgain() throws Exception {
        works.append(new Reading(pressure, NINE, 0.30), new Reading(pressure, NINE.plusSeconds(60), 9.99));
        Further revision = Further.NOTHING.revising(2);
        works.append(new Reading(pressure, NINE.plusSeconds(60), null, new Measured.Withdrawn(), null, revision));
        assertThat(shown()).containsExactly("0.3 null");
        assertThat(works.observations.newest(List.of(pressure), Waterworks.viewer("north")))
                .extracting(Observation::amount)
                .containsExactly(0.30);
        works.append(new Reading(pressure, NINE.plusSeconds(30), null, new Measured.Amount(0.28), null, revision));
        assertThat(shown()).containsExactly("0.28 null", "0.3 null");
    }

    @Test
    void whatIsStoredIsToldInOrderAndCanBeReadAgain() throws Exception {
        works.append(new Reading(pressure, NINE.plusSeconds(60), 0.32), new Reading(pressure, Instant.EPOCH, 0.3));
        works.append(new Reading(pressure, NINE, 0.30));
        works.log.stop();
        List<StoredGroup> told = works.told();
        assertThat(told).extracting(StoredGroup::after).containsExactly(0L, 2L);
        assertThat(told).extracting(StoredGroup::last).containsExactly(2L, 3L);
        StoredObservations stored = works.context.get(StoredObservations.class);
        assertThat(stored.last()).isEqualTo(3);
        assertThat(stored.ofLog(0, 3))
                .isEqualTo(told.stream().flatMap(group -> group.observations().stream()).toList());
        assertThat(stored.ofLog(2, 3)).extracting(Observation::amount).containsExactly(0.30);
        assertThat(stored.history(pressure, NINE, NINE.plusSeconds(60)))
                .extracting(Observation::amount)
                .containsExactly(0.30);
    }

    @Test
    void allThatASenderMaySayIsKept() throws Exception {
        Further further = new Further(
                NINE.plusSeconds(60), NINE, NINE.plusSeconds(90), "\"checked\"", "{\"depth\": 2}", null);
        works.append(new Reading(
                pressure, NINE, NINE.plusSeconds(61), new Measured.Document("[1, 2]"), null, further));
        Observation found = works.observations.find(1, Waterworks.viewer("north")).orElseThrow();
        assertThat(found.further()).isEqualTo(further);
        assertThat(found.document()).isEqualTo("[1, 2]");
        assertThat(found.resultTime()).isEqualTo(NINE.plusSeconds(61));
        assertThat(works.append(
                        new Reading(pressure, NINE, null, new Measured.Amount(1), 404L, Further.NOTHING),
                        new Reading(
                                pressure,
                                NINE,
                                null,
                                new Measured.Amount(1),
                                null,
                                new Further(NINE.minusSeconds(1), null, null, null, null, null))))
                .containsExactly(new Refused(Reason.UNKNOWN_FEATURE), new Refused(Reason.TIME_TURNED_ROUND));
    }

    /// Newest first.
    private List<String> shown() {
        return works.observations.latest(pressure, 100, Waterworks.viewer("north")).stream()
                .map(one -> one.amount() + " " + one.words())
                .toList();
    }
}
