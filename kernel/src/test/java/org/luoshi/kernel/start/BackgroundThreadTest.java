package org.luoshi.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackgroundThreadTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private final BackgroundThread thread = new BackgroundThread("patient");

    @Test
    void stoppingWakesAStepThatWaitsAndCanWaitForItsEnd() throws Exception {
        assertThat(thread.isRunning()).isFalse();
        thread.start(this::work);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.isRunning()).isTrue();
        thread.stop(Duration.ofSeconds(10));
        assertThat(ended.getCount()).isZero();
        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void itKeepsNoProgramAliveAndSaysWhoItIs() throws Exception {
        thread.start(this::work);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.get().isDaemon()).isTrue();
        assertThat(worker.get().getName()).isEqualTo("patient");
        thread.stop();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stoppingWhatNeverStartedIsNothing() {
        thread.stop(Duration.ofSeconds(1));
        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void aStepThatFailsIsToldOfAndTriedAgain() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch third = new CountDownLatch(3);
        thread.repeat(
                () -> {
                    third.countDown();
                    if (tried.incrementAndGet() == 1) throw new IllegalStateException("once");
                    Thread.sleep(1);
                },
                Duration.ofMillis(1),
                failed -> told.add(failed.getMessage()));
        assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
        thread.stop(Duration.ofSeconds(10));
        assertThat(told).containsExactly("once");
        int then = tried.get();
        Thread.sleep(20);
        assertThat(tried.get()).isEqualTo(then);
    }

    @Test
    void whatFailsWhileItIsStoppedIsNotToldOf() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        thread.repeat(
                () -> {
                    begun.countDown();
                    try {
                        TimeUnit.MINUTES.sleep(1);
                    } catch (InterruptedException woken) {
                        throw new IllegalStateException("the database is closed", woken);
                    } finally {
                        ended.countDown();
                    }
                },
                Duration.ofMillis(1),
                failed -> told.add(failed.getMessage()));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        thread.stop(Duration.ofSeconds(10));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEmpty();
    }

    private void work() {
        worker.set(Thread.currentThread());
        begun.countDown();
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
