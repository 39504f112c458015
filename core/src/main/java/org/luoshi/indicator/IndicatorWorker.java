package org.luoshi.indicator;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.luoshi.indicator.internal.Recomputation;
import org.luoshi.indicator.internal.Recomputation.Step;
import org.luoshi.kernel.start.BackgroundThread;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Recomputes marked cells in the background: at once after a change of this process, and every so often for what
/// others wrote.
@Component
public class IndicatorWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndicatorWorker.class);

    /// Between attempts after a failure; the marks stay, and the cells say that they are stale.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Recomputation recomputation;
    private final Duration poll;
    private final boolean enabled;
    private final Semaphore wanted = new Semaphore(0);
    private final BackgroundThread thread = new BackgroundThread("indicators");

    /// @param poll longest wait between looks at the marks
    public IndicatorWorker(
            Recomputation recomputation,
            @Value("${luoshi.indicators.poll:PT1S}") Duration poll,
            @Value("${luoshi.indicators.worker:true}") boolean enabled) {
        this.recomputation = recomputation;
        this.poll = poll;
        this.enabled = enabled;
    }

    @TransactionalEventListener
    void hear(RecordsChanged event) {
        wanted.release();
    }

    @TransactionalEventListener
    void hear(RecordsImported event) {
        wanted.release();
    }

    @Override
    public void start() {
        thread.repeat(
                this::step,
                PAUSE_AFTER_FAILURE,
                failed -> LOG.error("Indicators could not be recomputed; their cells stay marked as stale", failed));
    }

    @Override
    public void stop() {
        thread.stop(Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    private void step() throws InterruptedException {
        if (recomputation.step() == Step.WORKED) return;
        if (wanted.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) wanted.drainPermits();
    }
}
