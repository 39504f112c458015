package org.luoshi.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
