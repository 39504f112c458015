package org.luoshi.observation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.luoshi.access.Viewer;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.testing.TestContext;

/// Sends numbered readings as fast as they are answered, each number as a millisecond before nine and as its amount.
///
/// As a program of its own it prints each number that was acknowledged, until it is killed.
final class Sending {

    static final Instant NINE = Instant.parse("2026-03-01T01:00:00Z");
    private static final int TOGETHER = 20;
    private static final int SENDERS = 4;

    private Sending() {}

    static void main(String... arguments) throws InterruptedException {
        TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
        Clock clock = Clock.fixed(NINE, ZoneOffset.UTC);
        try (TestContext context = TestContext.of(database, clock, Waterworks.BEANS)) {
            send(
                    context.get(ObservationLog.class),
                    Long.parseLong(arguments[3]),
                    new AtomicLong(Long.parseLong(arguments[4])),
                    Sending::print);
        }
    }

    private static synchronized void print(long number) {
        System.out.println(number);
    }

    /// Returns when nothing is taken any more.
    ///
    /// @param next number to send
    static void send(ObservationLog log, long datastream, AtomicLong next, LongConsumer acknowledged)
            throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++)
            senders.add(Thread.ofVirtual().start(() -> sendAlone(log, datastream, next, acknowledged)));
        for (Thread sender : senders) sender.join();
    }

    private static void sendAlone(ObservationLog log, long datastream, AtomicLong next, LongConsumer acknowledged) {
        try {
            while (true) {
                long first = next.getAndAdd(TOGETHER);
                List<Reading> some = new ArrayList<>();
                for (long number = first; number < first + TOGETHER; number++)
                    some.add(new Reading(datastream, NINE.minusMillis(number), number));
                List<Answer> answers = log.append(some, Viewer.system()).get();
                for (int i = 0; i < TOGETHER; i++)
                    if (answers.get(i) instanceof Answer.Stored) acknowledged.accept(first + i);
            }
        } catch (ExecutionException | LogFull ended) {
            // the log said that it did not store
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
