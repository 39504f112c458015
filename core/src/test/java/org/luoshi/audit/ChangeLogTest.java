package org.luoshi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.tables.Tables.AUDIT_ENTRY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.transaction.IllegalTransactionStateException;

class ChangeLogTest {

    private final SteppingClock clock = SteppingClock.at("2025-03-01T09:00");
    private final TestContext context = TestContext.of(clock, ChangeLog.class);
    private final ChangeLog log = context.get(ChangeLog.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void numbersRiseByOneAndMomentsNeverRepeatThoughTheClockStands() {
        Change first = change("a");
        Change second = change("b");
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.knownAt()).isEqualTo(first.knownAt().plusNanos(1000));
    }

    @Test
    void aClockThatStepsBackDoesNotTurnTheOrderOfMoments() {
        Change first = change("a");
        clock.advance(Duration.ofHours(-1));
        assertThat(change("b").knownAt()).isAfter(first.knownAt());
    }

    @Test
    void aChangeNeedsATransaction() {
        assertThatThrownBy(() -> log.open(new ChangeRequest("a", "test", "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        change("a");
        context.transaction().executeWithoutResult(status -> {
            log.open(new ChangeRequest("lost", "test", "x"));
            status.setRollbackOnly();
        });
        assertThat(change("b").number()).isEqualTo(2);
        assertThat(log.verify()).isEqualTo(new Verification(2, null));
    }

    @Test
    void aChangeIsOnDiskWhenItsWriterIsToldSo() {
        for (int i = 0; i < 20; i++) {
            String[] written = new String[1];
            context.transaction().executeWithoutResult(status -> {
                log.open(new ChangeRequest("a", "test", "x"));
                written[0] = position("pg_current_wal_insert_lsn()");
            });
            assertThat(context.sql().fetchValue("select pg_current_wal_flush_lsn() >= ?::pg_lsn", written[0])).isEqualTo(true);
        }
    }

    private String position(String of) {
        return String.valueOf(context.sql().fetchValue("select " + of + "::text"));
    }

    @Test
    void concurrentWritersCommitInTheOrderOfTheirMoments() throws Exception {
        List<Change> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String actor = "writer " + i;
                writers.add(threads.submit(() -> change(actor)));
            }
            for (Future<?> writer : writers) {
                seen.add((Change) writer.get(30, TimeUnit.SECONDS));
            }
        }
        assertThat(seen).extracting(Change::number).doesNotHaveDuplicates().hasSize(60);
        assertThat(log.verify()).isEqualTo(new Verification(60, null));
    }

    @Test
    void aSettledMomentWaitsForTheChangeInFlightAndStaysFinal() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Change> inFlight = threads.submit(() -> context.transaction().execute(status -> {
                Change change = log.open(new ChangeRequest("slow", "test", "x"));
                opened.countDown();
                await(finish);
                return change;
            }));
            assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
            clock.advance(Duration.ofSeconds(1));
            Instant moment = clock.instant();
            Future<?> settled = threads.submit(() -> log.settle(moment));
            Thread.sleep(200);
            assertThat(settled).isNotDone();
            finish.countDown();
            settled.get(10, TimeUnit.SECONDS);
            assertThat(inFlight.get().knownAt()).isBefore(moment);
            clock.advance(Duration.ofHours(-2));
            assertThat(change("late").knownAt()).isAfter(moment);
        }
    }

    @Test
    void theFutureCannotBeSettled() {
        assertThatThrownBy(() -> log.settle(clock.instant().plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDatabaseRefusesToRewriteTheLog() {
        change("a");
        assertThatThrownBy(() -> context.sql().update(AUDIT_ENTRY).set(AUDIT_ENTRY.ACTOR, "somebody").execute())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> context.sql().deleteFrom(AUDIT_ENTRY).execute()).hasMessageContaining("append-only");
    }

    @Test
    void whoeverGetsPastTheDatabaseIsFoundByTheChain() {
        change("a");
        change("b");
        change("c");
        context.sql().execute("alter table luoshi.audit_entry disable trigger user");
        context.sql()
                .update(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.DETAILS, org.jooq.JSONB.valueOf("{\"amount\": \"9\"}"))
                .where(AUDIT_ENTRY.NUMBER.eq(2L))
                .execute();
        assertThat(log.verify().brokenAt()).isEqualTo(2);
    }

    @Test
    void entriesComeNewestFirstAndBySubject() {
        change("a");
        context.transaction().executeWithoutResult(status -> log.open(
                new ChangeRequest("b", "record.update", "parks.project/7", Map.of("field", "stage"))));
        assertThat(log.entries(null, null, 10)).extracting(AuditEntry::number).containsExactly(2L, 1L);
        assertThat(log.entries("parks.project/", null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("field", "stage"));
        assertThat(log.entries(null, 2L, 10)).extracting(AuditEntry::number).containsExactly(1L);
    }

    private Change change(String actor) {
        return context.transaction().execute(status -> log.open(new ChangeRequest(actor, "test", "nothing")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
