package org.luoshi.app.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luoshi.kernel.start.LateStart;
import org.luoshi.kernel.text.Text;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class LateStartsTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private LateStarts starts;

    @BeforeEach
    void nothing() {
        starts = new LateStarts(beans.getBeanProvider(LateStart.class), true);
    }

    @AfterEach
    void stop() {
        starts.stop();
    }

    @Test
    void whereNothingStartsLateTheServerIsReadyAtOnce() {
        starts.start();
        assertThat(starts.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void untilTheLastHasStartedTheServerIsNotReadyAndNamesWhatItWaitsFor() throws Exception {
        CountDownLatch permission = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        add("process engine", () -> permission.await());
        add("search index", ran::countDown);
        starts.start();
        assertThat(starts.health()).isEqualTo(Health.outOfService().withDetail("starting", "process engine").build());
        permission.countDown();
        ran.await();
        while (!starts.health().getStatus().equals(Status.UP)) Thread.onSpinWait();
    }

    @Test
    void aFailureIsToldAndStopsWhatWouldBuildOnIt() throws Exception {
        CountDownLatch failing = new CountDownLatch(1);
        add("process engine", () -> {
            failing.countDown();
            throw new IllegalStateException("planted");
        });
        add("search index", () -> {
            throw new AssertionError("must not start");
        });
        starts.start();
        failing.await();
        while (!starts.health().getStatus().equals(Status.DOWN)) Thread.onSpinWait();
        assertThat(starts.health()).isEqualTo(Health.down().withDetail("failed", "process engine").build());
    }

    @Test
    void anErrorIsToldLikeAnExceptionAndNotWaitedForForEver() {
        add("process engine", () -> {
            throw new NoClassDefFoundError("planted");
        });
        starts.start();
        while (!starts.health().getStatus().equals(Status.DOWN)) Thread.onSpinWait();
        assertThat(starts.health()).isEqualTo(Health.down().withDetail("failed", "process engine").build());
    }

    private interface Work {
        void run() throws Exception;
    }

    private void add(String title, Work work) {
        beans.registerSingleton(title, new LateStart() {
            @Override
            public Text title() {
                return Text.same(title);
            }

            @Override
            public void start() throws Exception {
                work.run();
            }
        });
        starts = new LateStarts(beans.getBeanProvider(LateStart.class), true);
    }
}
