package org.luoshi.warning;

import java.time.Clock;
import java.time.Duration;
import org.luoshi.kernel.start.BackgroundThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Escalates warnings that nobody confirmed in time.
@Component
public class WarningWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarningWorker.class);

    private final WarningIntake intake;
    private final Clock clock;
    private final Duration poll;
    private final boolean enabled;
    private final BackgroundThread thread = new BackgroundThread("warnings");

    /// @param poll between looks at what is late
    public WarningWorker(
            WarningIntake intake,
            Clock clock,
            @Value("${luoshi.warning.poll:PT5S}") Duration poll,
            @Value("${luoshi.warning.worker:true}") boolean enabled) {
        this.intake = intake;
        this.clock = clock;
        this.poll = poll;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        thread.repeat(this::look, poll, failed -> LOG.error("Late warnings could not be escalated", failed));
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

    private void look() throws InterruptedException {
        Thread.sleep(poll);
        intake.escalate(clock.instant());
    }
}
